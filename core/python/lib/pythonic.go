package lib

import (
	"slices"
	"sync"

	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

// pythonic are the modules that are written in Python elsewhere, all of them or, where names stand, those functions and
// classes: their functions are ordinary functions, and complain of wrong arguments as such do.
var pythonic = map[string][]string{
	"json": nil, "textwrap": nil, "string": nil, "statistics": nil, "base64": nil, "uuid": nil, "secrets": nil,
	"fractions": nil, "enum": nil, "platform": nil, "importlib": nil, "importlib.util": nil, "hmac": nil, "os.path": nil, "posixpath": nil,
	"re":        {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "escape", "purge", "template"},
	"heapq":     {"nlargest", "nsmallest", "merge"},
	"functools": {"cache", "cached_property", "lru_cache", "partialmethod", "singledispatch", "singledispatchmethod", "total_ordering", "update_wrapper", "wraps"},
	"hashlib":   {"new", "file_digest"},
	"types":     {"new_class", "prepare_class", "resolve_bases", "get_original_bases", "coroutine"},
	"warnings":  {"catch_warnings", "filterwarnings", "formatwarning", "resetwarnings", "showwarning", "simplefilter"},
	"csv":       {"DictReader", "DictWriter"},
	"os":        {"makedirs", "removedirs", "renames", "walk", "getenv", "fsencode", "fsdecode", "popen", "execvp", "get_exec_path"},
}

var pythonicOnce sync.Mutex

// asPython makes a module's functions those of Python. Sessions share functions, so only the first to load one does it.
func asPython(load Loader, names []string) Loader {
	return func(t *object.Thread) (*object.Module, error) {
		m, err := load(t)
		if err != nil {
			return nil, err
		}
		pythonicOnce.Lock()
		defer pythonicOnce.Unlock()
		bind.Only(m, func(name string) bool { return names == nil || slices.Contains(names, name) })
		return m, nil
	}
}
