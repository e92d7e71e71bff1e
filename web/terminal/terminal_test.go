package terminal

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/protocol"
)

func TestDiagnosesAreIndentedText(t *testing.T) {
	text := "def f(a):\n\treturn é(a)\n"
	at := strings.Index(text, "é")
	var out strings.Builder
	require.NoError(t, Diagnoses(&out, "x.py", text, []protocol.Diagnostic{
		{Severity: "error", Line: 2, Column: 9, Span: protocol.Span{Start: at, End: at + 2}, Message: "No `é` here.", Why: "It was never defined.",
			Notes: []protocol.Note{{Message: "See line 1."}},
			Fixes: []protocol.Fix{{Title: "Call `f`", Edits: []protocol.Edit{{Span: protocol.Span{Start: at, End: at + 2}, Text: "f"}}}}},
		{Severity: "warning", Message: "No place."},
	}))
	assert.Equal(t, `
  x.py:2:9: error: No `+"`é`"+` here.
    | 	return é(a)
    | 	       ^
  why: It was never defined.
  note: See line 1.
  fix: Call `+"`f`"+`
    2 - 	return é(a)
    2 + 	return f(a)

  warning: No place.
`, out.String())
	for line := range strings.SplitSeq(out.String(), "\n") {
		assert.True(t, line == "" || strings.HasPrefix(line, "  "), line)
	}
}

func TestPlacesOutsideTheTextAreLeftOut(t *testing.T) {
	var out strings.Builder
	for _, s := range []protocol.Span{{Start: -1, End: 2}, {Start: 5, End: 2}, {Start: 0, End: 99}} {
		place(&out, "abc", s)
	}
	assert.Empty(t, out.String())
}
