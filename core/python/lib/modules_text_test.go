package lib_test

// More modules whose programs TestPrograms runs: numbers by chance, texts and bytes.
import (
	_ "layerglass/core/python/lib/base64"
	_ "layerglass/core/python/lib/binascii"
	_ "layerglass/core/python/lib/bisect"
	_ "layerglass/core/python/lib/cmath"
	_ "layerglass/core/python/lib/csv"
	_ "layerglass/core/python/lib/decimal"
	_ "layerglass/core/python/lib/fractions"
	_ "layerglass/core/python/lib/hashlib"
	_ "layerglass/core/python/lib/heapq"
	_ "layerglass/core/python/lib/random"
	_ "layerglass/core/python/lib/re"
	_ "layerglass/core/python/lib/secrets"
	_ "layerglass/core/python/lib/statistics"
	_ "layerglass/core/python/lib/string"
	_ "layerglass/core/python/lib/struct"
	_ "layerglass/core/python/lib/textwrap"
	_ "layerglass/core/python/lib/uuid"
	_ "layerglass/core/python/lib/written"
)
