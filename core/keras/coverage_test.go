package keras_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

var writeTable = flag.Bool("table", false, "write README.md's table of checked classes anew")

const (
	readme     = "../../README.md"
	tableStart = "<!-- checked classes: go test ./core/keras -run TestTableOfCases -table -->\n"
	tableEnd   = "<!-- end of checked classes -->\n"
)

// TestTableOfCases keeps the README's table of families true: how many classes of each are checked against Keras, with how many cases, and
// how many of those are known to differ.
func TestTableOfCases(t *testing.T) {
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	before, rest, ok := strings.Cut(string(text), tableStart)
	require.True(t, ok, "README.md has no table of checked classes")
	table, after, ok := strings.Cut(rest, tableEnd)
	require.True(t, ok, "the README's table does not end")
	want := tableOfCases(t)
	if *writeTable {
		require.NoError(t, os.WriteFile(readme, []byte(before+tableStart+want+tableEnd+after), 0o644))
		return
	}
	require.Equal(t, want, table)
}

// tableOfCases counts testdata/cases by family.
func tableOfCases(t *testing.T) string {
	families := map[string]string{}
	for _, e := range core.NewSession(core.Options{}).Describe(protocol.DescribeRequest{}).Entries {
		if e.Kind == "layer" && e.Family != "" {
			for _, name := range append([]string{e.Public}, e.Aliases...) {
				families[name] = "layers: " + e.Family
			}
		}
	}
	files, err := filepath.Glob("testdata/cases/*.jsonl")
	require.NoError(t, err)
	pending := readPending(t)
	classes, cases, differ := map[string]map[string]bool{}, map[string]int{}, map[string]int{}
	for _, path := range files {
		for _, c := range readCases(t, path) {
			family := families[c.Class]
			if family == "" {
				family = strings.Split(c.Class, ".")[1]
			}
			if classes[family] == nil {
				classes[family] = map[string]bool{}
			}
			classes[family][c.Class] = true
			cases[family]++
			if pending[c.ID] {
				differ[family]++
			}
		}
	}
	var names []string
	for name := range classes {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString("| keras. | classes | cases | known to differ |\n|---|---|---|---|\n")
	all := [3]int{}
	for _, name := range names {
		fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", name, len(classes[name]), cases[name], differ[name])
		all[0] += len(classes[name])
		all[1] += cases[name]
		all[2] += differ[name]
	}
	fmt.Fprintf(&b, "| all | %d | %d | %d |\n", all[0], all[1], all[2])
	return b.String()
}
