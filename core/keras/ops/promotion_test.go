package ops_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/python/object"
)

func TestPromotion(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "promotions.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	scan := bufio.NewScanner(f)
	n := 0
	for scan.Scan() {
		var row [5]string
		require.NoError(t, json.Unmarshal(scan.Bytes(), &row))
		th := newThread()
		operation.SetBackend(th, row[0])
		require.NoError(t, config.SetFloatx(th, object.NewStr(row[1])))
		got, err := ops.ResultType(th, dtype(row[2]), dtype(row[3]))
		if err != nil {
			got = "!" + object.AsException(err).Class().Name
		}
		if got != row[4] {
			t.Errorf("%s: got %s", scan.Text(), got)
		}
		n++
	}
	require.Equal(t, 1140, n)
}

func dtype(name string) ops.Dtype {
	return ops.Dtype{Name: name, Weak: name == "int" || name == "float"}
}
