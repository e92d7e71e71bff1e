package core_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// TestDeepValues runs values of modules that stand in one another thousands deep. CPython breaks its own stack at some of them, so the expectation is
// ours: RecursionError, and a program that goes on.
func TestDeepValues(t *testing.T) {
	const program = `import itertools, typing
def nest(start, wrap, n):
    for _ in range(n): start = wrap(start)
    return start
for f in [lambda: list(nest(iter([1]), itertools.chain, 20000)), lambda: list(nest(iter([1]), lambda m: itertools.islice(m, 5), 20000)),
          lambda: list(nest(iter([1]), itertools.accumulate, 20000)), lambda: next(nest(iter([1]), itertools.cycle, 20000)),
          lambda: repr(nest(int, lambda a: typing.List[a], 2000)), lambda: repr(nest(int, lambda a: list[a], 2000)),
          lambda: repr(nest(int, lambda a: typing.Dict[str, a], 2000))]:
    try: f(); print("came back")
    except RecursionError: print("deep")
`
	s := core.NewSession(core.Options{})
	result := s.Run(protocol.RunRequest{Text: program})
	require.Nil(t, result.Exception)
	assert.Equal(t, strings.Repeat("deep\n", 7), result.Stdout)
}
