package keras_test

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/python/interp"
	"layerglass/core/python/source"
)

// notHere lists the public names of Keras that the engine names and refuses; lines may only be taken away.
const notHere = "testdata/catalogue_refused.txt"

// differently holds names whose signature differs for a reason: the first word is the name in front of the dots.
var differently = map[string]string{
	"keras.name_scope": "Keras chooses between two classes when it is called; here the one that it chooses is declared",
}

func readCatalogue(t *testing.T) [][]string {
	file, err := os.Open("testdata/catalogue.jsonl.gz")
	require.NoError(t, err)
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	require.NoError(t, err)
	var rows [][]string
	for d := json.NewDecoder(unpacked); d.More(); {
		var row []string
		require.NoError(t, d.Decode(&row))
		rows = append(rows, row)
	}
	return rows
}

// TestCatalogue compares every public name of Keras with the engine's: the kind, the own name, the module and the signature that
// inspect.signature gives in a program.
func TestCatalogue(t *testing.T) {
	rows := readCatalogue(t)
	require.Greater(t, len(rows), 1000)
	text, err := os.ReadFile("testdata/catalogue.py")
	require.NoError(t, err)
	var names []string
	for _, row := range rows {
		names = append(names, row[0])
	}
	list, err := json.Marshal(names)
	require.NoError(t, err)
	var out, errs output
	thread := interp.NewThread(interp.Options{Stdout: &out, Stderr: &errs, Steps: 1 << 40})
	defer interp.Close(thread)
	_, err = interp.Run(thread, source.NewFile("catalogue.py", string(text)+"\ndescribe_all("+string(list)+")\n"))
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, len(rows))
	refused := map[string]bool{}
	known, err := os.ReadFile(notHere)
	require.NoError(t, err)
	for _, name := range strings.Fields(string(known)) {
		refused[name] = true
	}
	equal := 0
	for i, row := range rows {
		var got []string
		require.NoError(t, json.Unmarshal([]byte(lines[i]), &got))
		switch {
		case got[1] == "refused":
			assert.True(t, refused[row[0]], "%s is not to be had", row[0])
			continue
		case refused[row[0]]:
			t.Errorf("%s is here: take it off %s", row[0], notHere)
		case differently[row[0]] != "":
			assert.NotEqual(t, row, got, row[0])
		case assert.Equal(t, row, got):
			equal++
		}
	}
	t.Logf("%d of %d public names equal Keras's, %d are refused", equal, len(rows), len(refused))
}
