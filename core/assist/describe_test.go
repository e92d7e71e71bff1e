package assist_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// constructor is one line of testdata/reference.jsonl: a public class of real Keras, or the names that a form takes.
type constructor struct {
	Name       string
	Aliases    []string
	Parameters [][3]any // name, repr of the default or nil, keyword-only
	Form       string
	Values     []string
}

func readReference(t *testing.T) []constructor {
	file, err := os.Open("testdata/reference.jsonl")
	require.NoError(t, err)
	defer file.Close()
	var out []constructor
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c constructor
		require.NoError(t, json.Unmarshal(lines.Bytes(), &c))
		out = append(out, c)
	}
	return out
}

// TestReference compares names and constructors of every class that is described with real Keras's.
func TestReference(t *testing.T) {
	s := core.NewSession(core.Options{})
	catalogue := s.Describe(protocol.DescribeRequest{})
	listed := map[string]*protocol.Entry{}
	for i := range catalogue.Entries {
		e := &catalogue.Entries[i]
		require.Nil(t, listed[e.Public], e.Public)
		listed[e.Public] = e
	}
	known := 0
	for _, c := range readReference(t) {
		if c.Form != "" {
			continue
		}
		e := listed[c.Name]
		if e == nil {
			continue
		}
		known++
		assert.ElementsMatch(t, c.Aliases, e.Aliases, c.Name)
		full := s.Describe(protocol.DescribeRequest{Names: []string{c.Name}})
		require.Len(t, full.Entries, 1)
		own := ""
		for _, a := range full.Entries[0].Arguments {
			if a.Inherited {
				continue
			}
			own += parameter(a.Name, a.Default, a.KeywordOnly)
		}
		want := ""
		for _, p := range c.Parameters {
			def, _ := p[1].(string)
			want += parameter(p[0].(string), def, p[2].(bool))
		}
		if !apart[c.Name] {
			assert.Equal(t, want, own, c.Name)
		}
	}
	t.Logf("%d classes", known)
	require.Greater(t, known, 250)
}

func parameter(name, def string, only bool) string {
	if only {
		name = "*" + name
	}
	if def != "" {
		name += "=" + def
	}
	return name + " "
}

// apart are classes whose constructor is shown otherwise on purpose: Model's takes anything, and people give inputs and outputs.
var apart = map[string]bool{"keras.Model": true}

// TestEveryArgumentIsExplained wants a sentence for each class and a few words for each argument that a person may give.
func TestEveryArgumentIsExplained(t *testing.T) {
	s := core.NewSession(core.Options{})
	for _, e := range s.Describe(protocol.DescribeRequest{}).Entries {
		assert.NotEmpty(t, e.Doc, e.Public)
		assert.NotEmpty(t, e.Kind, e.Public)
		assert.Equal(t, e.Kind == "layer", e.Family != "", e.Public)
		if e.Kind == "layer" {
			assert.Positive(t, e.Checked, e.Public)
		}
		full := s.Describe(protocol.DescribeRequest{Names: []string{e.Public}})
		require.Len(t, full.Entries, 1, e.Public)
		for _, a := range full.Entries[0].Arguments {
			if e.Kind != "activation" && e.Kind != "object" && !e.Base {
				assert.NotEmpty(t, a.Doc, "%s %s", e.Public, a.Name)
			}
			assert.Equal(t, a.Form == "choice", len(a.Allowed) > 0, "%s %s", e.Public, a.Name)
			if a.Default != "" && len(a.Allowed) > 0 {
				assert.Contains(t, a.Allowed, a.Default, "%s %s", e.Public, a.Name)
			}
		}
	}
}

// TestChoices tries every name that the catalogue offers on real Keras's list of what it takes.
func TestChoices(t *testing.T) {
	takes := map[string][]string{}
	for _, c := range readReference(t) {
		if c.Form != "" {
			takes[c.Form] = c.Values
		}
	}
	for _, c := range core.NewSession(core.Options{}).Describe(protocol.DescribeRequest{}).Choices {
		if c.Form == "dtype" {
			continue
		}
		require.NotEmpty(t, c.Values)
		for _, v := range c.Values {
			assert.True(t, slices.Contains(takes[c.Form], strings.Trim(v, "'")), "%s %s", c.Form, v)
		}
	}
}

func TestCatalogueIsSmall(t *testing.T) {
	r := protocol.Response{Reference: core.NewSession(core.Options{}).Describe(protocol.DescribeRequest{})}
	assert.Less(t, len(r.AppendJSON(nil)), 100_000)
}

func TestUnknownNamesAreLeftOut(t *testing.T) {
	assert.Empty(t, core.NewSession(core.Options{}).Describe(protocol.DescribeRequest{Names: []string{"keras.layers.Nope", ""}}).Entries)
}
