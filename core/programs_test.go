package core_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// program is one line of testdata/programs/*.jsonl; core/oracle/programs.py writes the expected side.
type program struct {
	ID, Topic, Python, Stdout string
	Raises                    *struct{ Type string }
	Line                      *int
	LineInnermost             *int `json:"line_innermost"`
}

func readPrograms(t *testing.T, path string) []program {
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	var list []program
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		var p program
		require.NoError(t, json.Unmarshal(scanner.Bytes(), &p))
		list = append(list, p)
	}
	require.NoError(t, scanner.Err())
	return list
}

// readPending reads the names that are known not to pass yet. The list can only shrink: one that passes fails the test.
func readPending(t *testing.T, path string) map[string]bool {
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	require.NoError(t, err)
	pending := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			pending[line] = true
		}
	}
	return pending
}

// TestPrograms runs learners' programs and compares with what real Keras and CPython printed and raised.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/programs/*.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	pending := readPending(t, "testdata/programs/pending.txt")
	for _, path := range files {
		passed, list := 0, readPrograms(t, path)
		for _, p := range list {
			problem := p.check()
			switch {
			case problem == "" && pending[p.ID]:
				t.Errorf("%s passes: take it off testdata/programs/pending.txt", p.ID)
			case problem == "":
				passed++
			case !pending[p.ID]:
				t.Errorf("%s: %s", p.ID, problem)
			}
			delete(pending, p.ID)
		}
		t.Logf("%s: %d of %d", filepath.Base(path), passed, len(list))
	}
	require.Empty(t, pending, "pending programs that do not exist")
}

// check runs the program and returns what differs, or "".
func (p *program) check() string {
	r := core.NewSession(core.Options{NoObjects: true}).Run(protocol.RunRequest{Text: p.Python})
	switch {
	case r.Stdout != p.Stdout:
		got := r.Stdout
		if r.Exception != nil {
			got += "!" + r.Exception.Traceback
		}
		return "stdout differs\nwant " + p.Stdout + "\ngot  " + got
	case p.Raises == nil && r.Exception != nil:
		return "raised " + r.Exception.Traceback
	case p.Raises == nil:
		return ""
	case r.Exception == nil:
		return "did not raise " + p.Raises.Type
	}
	if name := r.Exception.Type[strings.LastIndexByte(r.Exception.Type, '.')+1:]; name != p.Raises.Type {
		return "raised " + name + " instead of " + p.Raises.Type + ": " + r.Exception.Message
	}
	frames := r.Exception.Frames
	if p.Line == nil || len(frames) == 0 {
		return ""
	}
	if frames[0].Line != *p.Line || p.LineInnermost != nil && frames[len(frames)-1].Line != *p.LineInnermost {
		return "rose at another line: " + r.Exception.Traceback
	}
	return ""
}
