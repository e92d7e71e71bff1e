package random

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

type streamRow struct {
	Seed                 uint32
	Uniform, Normal      []string
	Below, Permutation   []string
	GeneratorUniform     []string `json:"generator_uniform"`
	GeneratorNormal      []string `json:"generator_normal"`
	GeneratorExponential []string `json:"generator_exponential"`
	GeneratorBelow       []string `json:"generator_below"`
	GeneratorBytes       []string `json:"generator_bytes"`
}

// TestStreams compares the first numbers of streams with numpy's.
func TestStreams(t *testing.T) {
	f, err := os.Open("../testdata/streams.jsonl.gz")
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	good, total := 0, 0
	check := func(want []string, next func() float64) {
		for _, w := range want {
			v, err := strconv.ParseFloat(w, 64)
			require.NoError(t, err)
			total++
			if got := next(); got == v {
				good++
			} else {
				t.Errorf("want %v, got %v", v, got)
			}
		}
	}
	for lines.Scan() {
		var r streamRow
		require.NoError(t, json.Unmarshal(lines.Bytes(), &r))
		s := NewLegacy(NewTwister(r.Seed))
		check(r.Uniform, s.Float64)
		check(r.Normal, s.Normal)
		check(r.Below, func() float64 { return float64(s.Bounded(999)) })
		p := s.Permutation(10)
		i := -1
		check(r.Permutation, func() float64 { i++; return float64(p[i]) })
		g := NewGenerator(NewPCG64(NewSeedSequence([]uint32{r.Seed})))
		check(r.GeneratorUniform, g.Float64)
		check(r.GeneratorNormal, g.Normal)
		check(r.GeneratorExponential, g.Exponential)
		check(r.GeneratorBelow, func() float64 { return float64(g.Bounded(999)) })
		b := g.BoundedFill(9, 199, 8)
		i = -1
		check(r.GeneratorBytes, func() float64 { i++; return float64(b[i]) })
	}
	require.NoError(t, lines.Err())
	t.Logf("random numbers: %d of %d", good, total)
}
