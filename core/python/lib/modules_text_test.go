package lib_test

// More modules whose programs TestPrograms runs: numbers by chance, texts and bytes.
import (
	_ "layerglass/core/python/lib/random"
	_ "layerglass/core/python/lib/re"
)
