package math

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/python/object"
)

// TestFunctions compares with what CPython returned, of which core/oracle/math_functions.py wrote a table. A C library may
// round one result in a hundred the other way; none may be off by more than the last digit.
func TestFunctions(t *testing.T) {
	file, err := os.Open("testdata/functions.txt")
	require.NoError(t, err)
	defer file.Close()
	total, off := map[string]int{}, map[string]int{}
	thread := &object.Thread{Steps: math.MaxInt64, Memory: math.MaxInt64}
	module, err := load(thread)
	require.NoError(t, err)
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		var args []object.Object
		for _, f := range fields[1:] {
			x, err := strconv.ParseFloat(f, 64)
			require.NoError(t, err)
			args = append(args, object.Float(x))
		}
		want := float64(args[len(args)-1].(object.Float))
		v, err := object.Call(thread, module.Dict.GetName(fields[0]), args[:len(args)-1]...)
		require.NoError(t, err, lines.Text())
		got := float64(v.(object.Float))
		total[fields[0]]++
		if got != want {
			off[fields[0]]++
			require.InEpsilon(t, want, got, 5e-16, "%s gives %s", lines.Text(), strconv.FormatFloat(got, 'x', -1, 64))
		}
	}
	require.NotEmpty(t, total)
	for name, n := range total {
		require.LessOrEqual(t, off[name]*100, n, "%s: %d of %d differ in the last digit", name, off[name], n)
	}
}
