package core_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// forbidden are packages that must not reach the browser, with the reason that a failure prints.
var forbidden = map[string]string{
	"net/http":      "it adds 1.3 MB to what a visitor loads",
	"encoding/json": "it brings reflect-heavy code; package protocol has a small encoder",
	"regexp":        "Python's re has its own syntax and semantics in lib/re",
	"text/template": "it keeps every exported method alive",
	"os":            "the core knows no files; a command line reads them and hands over text",
	"syscall/js":    "only wasm/ speaks to the browser",
}

// layers lists what each part of the core may import of the project, from the bottom up. A package's rule is that of
// the longest prefix. This table is the architecture: change it only together with RATIONALE.md.
var layers = []struct {
	part string
	may  []string
}{
	{"core/python/source", nil},
	{"core/python/diag", []string{"core/python/source"}},
	{"core/python/syntax", []string{"core/python/source", "core/python/diag"}},
	{"core/python/resolve", []string{"core/python/source", "core/python/diag", "core/python/syntax"}},
	{"core/python/array", nil},
	{"core/python/object", []string{"core/python/source"}},
	{"core/python/builtins", []string{"core/python/object", "core/python/source"}},
	{"core/python/lib", []string{"core/python"}},
	{"core/python/interp", []string{"core/python"}},
	{"core/keras", []string{"core/keras", "core/python"}},
	{"core/doctor", []string{"core/keras", "core/python"}},
	{"core/deflate", nil},
	{"core/share", []string{"core/deflate"}},
	{"core/protocol", nil},
	{"core", []string{"core"}},
}

// TestImports checks the law of imports with go list: arrows point down only, and nothing heavy reaches the browser.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	require.NoError(t, err)
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(line)
		pkg := strings.TrimPrefix(fields[0], "layerglass/")
		if strings.HasPrefix(pkg, "core/share/server") || strings.HasPrefix(pkg, "core/archive/host") {
			continue // they serve, and never reach the browser
		}
		for _, imported := range fields[1:] {
			if reason, bad := forbidden[imported]; bad {
				t.Errorf("%s imports %s: %s", pkg, imported, reason)
			}
			if inner, ok := strings.CutPrefix(imported, "layerglass/"); ok && !allowed(pkg, inner) {
				t.Errorf("%s must not import %s: arrows point down only", pkg, inner)
			}
		}
	}
}

func allowed(pkg, imported string) bool {
	best := -1
	for i, l := range layers {
		if under(pkg, l.part) && (best < 0 || len(l.part) > len(layers[best].part)) {
			best = i
		}
	}
	if best < 0 {
		return false
	}
	if under(imported, layers[best].part) {
		return true
	}
	for _, m := range layers[best].may {
		if under(imported, m) {
			return true
		}
	}
	return false
}

func under(pkg, part string) bool { return pkg == part || strings.HasPrefix(pkg, part+"/") }
