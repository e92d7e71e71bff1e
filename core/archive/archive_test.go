package archive

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSavedModels reads what real Keras and h5py wrote; testdata/expected.json says what stands in it.
func TestSavedModels(t *testing.T) {
	text, err := os.ReadFile("testdata/expected.json")
	require.NoError(t, err)
	var expected map[string]struct {
		Config  string
		Weights [][3]any
	}
	require.NoError(t, json.Unmarshal(text, &expected))
	for name, want := range expected {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", name))
			require.NoError(t, err)
			f, err := Read(name, data)
			require.NoError(t, err)
			assert.Empty(t, f.Notes)
			assert.Equal(t, want.Config, f.Config)
			assert.NotEmpty(t, f.Metadata)
			sort.Slice(f.Weights, func(i, j int) bool { return f.Weights[i].Path < f.Weights[j].Path })
			require.Len(t, f.Weights, len(want.Weights))
			for i, w := range want.Weights {
				assert.Equal(t, w[0], f.Weights[i].Path)
				var shape []int
				for _, d := range w[1].([]any) {
					shape = append(shape, int(d.(float64)))
				}
				assert.ElementsMatch(t, shape, f.Weights[i].Shape)
				assert.Equal(t, w[2], f.Weights[i].Dtype)
			}
		})
	}
}

func TestHostileFiles(t *testing.T) {
	small, err := os.ReadFile("testdata/packed.keras")
	require.NoError(t, err)
	h5, err := os.ReadFile("testdata/small.h5")
	require.NoError(t, err)
	for _, c := range []struct {
		name, says string
		data       []byte
	}{
		{"nothing.keras", "empty", nil},
		{"text.keras", "no .keras file", []byte("hello")},
		{"text.h5", "no HDF5 file", []byte("hello")},
		{"picture.png", "no saved model", []byte("\x89PNG....")},
		{"cut.keras", "no directory", small[:len(small)/2]},
		{"cut.h5", "cut off", h5[:200]},
		{"other.zip", "no config.json", emptyZip()},
		{"bomb.keras", "larger than", bomb(small)},
	} {
		_, err := Read(c.name, c.data)
		if assert.Error(t, err, c.name) {
			assert.Contains(t, err.Error(), c.says, c.name)
		}
	}
}

func emptyZip() []byte { return append([]byte("PK\x05\x06"), make([]byte, 18)...) }

// bomb says of each entry that it is four gigabytes once unpacked.
func bomb(data []byte) []byte {
	out := append([]byte(nil), data...)
	for i := 0; i+46 < len(out); i++ {
		if le.Uint32(out[i:]) == 0x02014b50 {
			le.PutUint32(out[i+24:], 0xfffffffe)
		}
	}
	return out
}

// TestDamageNeverCrashes turns over each part of real files.
func TestDamageNeverCrashes(t *testing.T) {
	for _, name := range []string{"small.h5", "newest.h5", "packed.keras"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(t, err)
		for i := 0; i < len(data); i += 3 {
			hurt := append([]byte(nil), data...)
			hurt[i] ^= 0xff
			_, _ = Read(name, hurt)
			_, _ = Read(name, data[:i])
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"small.h5", "newest.h5", "packed.keras"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = Read("x", data) })
}
