// Package pathlib is Python's module pathlib. It is written in Python, over os and its files in memory, and read when it is imported
// first: nothing else in the core needs paths as objects.
package pathlib

import (
	_ "embed"

	"layerglass/core/python/lib"
)

//go:embed pathlib.py
var text string

func init() { lib.RegisterText("pathlib", text) }
