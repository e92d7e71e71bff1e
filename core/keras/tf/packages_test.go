package tf

import (
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The modules that are registered at start are those that the paths speak of.
func TestPackages(t *testing.T) {
	seen := map[string]bool{}
	for path := range entries() {
		for i := strings.LastIndexByte(path, '.'); i > 0; i = strings.LastIndexByte(path[:i], '.') {
			seen[path[:i]] = true
		}
	}
	var want []string
	for n := range seen {
		want = append(want, n)
	}
	sort.Strings(want)
	assert.Equal(t, want, strings.Fields(packages))
}
