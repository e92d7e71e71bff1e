package written_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	_ "layerglass/core"
	"layerglass/core/keras/written"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// TestTextsLoad makes every declared class and finds every declared function, so that no program can come upon a text that does not run.
func TestTextsLoad(t *testing.T) {
	thread := interp.NewThread(interp.Options{Steps: 1 << 40})
	defer interp.Close(thread)
	_, err := interp.Run(thread, source.NewFile("test.py", "pass\n"))
	require.NoError(t, err)
	seen := 0
	written.Each(thread, func(module, name string, o object.Object, err error) {
		require.NoError(t, err, module)
		require.NotNil(t, o, "%s.%s", module, name)
		if cls, ok := o.(*object.Class); ok {
			require.Equal(t, module, cls.Module())
			require.Equal(t, name, cls.Name)
		}
		seen++
	})
	require.Positive(t, seen)
}
