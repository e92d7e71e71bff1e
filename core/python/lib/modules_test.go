package lib_test

// The modules whose programs TestPrograms runs.
import (
	_ "layerglass/core/python/lib/abc"
	_ "layerglass/core/python/lib/collections"
	_ "layerglass/core/python/lib/contextlib"
	_ "layerglass/core/python/lib/copy"
	_ "layerglass/core/python/lib/dataclasses"
	_ "layerglass/core/python/lib/datetime"
	_ "layerglass/core/python/lib/enum"
	_ "layerglass/core/python/lib/functools"
	_ "layerglass/core/python/lib/inspect"
	_ "layerglass/core/python/lib/io"
	_ "layerglass/core/python/lib/itertools"
	_ "layerglass/core/python/lib/json"
	_ "layerglass/core/python/lib/logging"
	_ "layerglass/core/python/lib/math"
	_ "layerglass/core/python/lib/operator"
	_ "layerglass/core/python/lib/os"
	_ "layerglass/core/python/lib/pprint"
	_ "layerglass/core/python/lib/sys"
	_ "layerglass/core/python/lib/time"
	_ "layerglass/core/python/lib/traceback"
	_ "layerglass/core/python/lib/types"
	_ "layerglass/core/python/lib/typing"
	_ "layerglass/core/python/lib/warnings"
)
