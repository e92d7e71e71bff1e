//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// source leans on what the runtime's tables are for: deep stacks that grow, collections with live pointers on them,
// deferred calls, recovered panics, goroutines and inlined code.
const source = `package main

import (
	"errors"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

type tree struct {
	left, right *tree
	name        string
}

func grow(n int) *tree {
	if n == 0 {
		return &tree{name: strconv.Itoa(n)}
	}
	t := &tree{left: grow(n - 1), right: grow(n - 1), name: strings.Repeat("x", n)}
	if n%4 == 0 {
		runtime.GC()
	}
	return t
}

func (t *tree) count() int {
	if t == nil {
		return 0
	}
	return 1 + t.left.count() + t.right.count()
}

func risky(n int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("recovered")
		}
	}()
	var list []int
	if n == 1 {
		var t *tree
		return errors.New(t.name)
	}
	return errors.New(strconv.Itoa(list[n]))
}

func deep(n int) int {
	if n == 0 {
		runtime.GC()
		return 0
	}
	return 1 + deep(n-1)
}

func main() {
	c := make(chan int)
	for i := range 4 {
		go func() { c <- grow(8+i).count() }()
	}
	sums := []int{<-c, <-c, <-c, <-c}
	sort.Ints(sums)
	var found any = grow(1)
	texts := []string{risky(1).Error(), risky(2).Error(), strconv.Itoa(deep(20000)), found.(interface{ label() string }).label()}
	for _, n := range sums {
		texts = append(texts, strconv.Itoa(n))
	}
	for _, show := range table {
		os.Stdout.WriteString(strings.Join(show(texts), " ") + "\n")
	}
}

//go:noinline
func (t *tree) label() string { return "found by the only reader " + t.name }

// table holds functions that nothing calls by name.
var table = []func([]string) []string{
	func(all []string) []string { return all },
	sorted,
}

func sorted(all []string) []string {
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	return all
}
`

// printed is what the program prints.
const printed = "recovered recovered 20000 found by the only reader x 511 1023 2047 4095\n1023 20000 2047 4095 511 found by the only reader x recovered recovered\n"

func build(t *testing.T) string {
	t.Helper()
	return buildOf(t, source)
}

func buildOf(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module program\n\ngo 1.26\n"), 0o644))
	out := filepath.Join(dir, "program.wasm")
	cmd := exec.Command("go", "build", "-o", out, ".")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	message, err := cmd.CombinedOutput()
	require.NoError(t, err, string(message))
	return out
}

// goroot asks the go command, since a test built with -trimpath does not know.
func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	return strings.TrimSpace(string(out))
}

// sent is the size of a file as it goes over the wire, about.
func sent(b []byte) int {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Len()
}

func TestATrimmedProgramRunsAsBefore(t *testing.T) {
	whole := build(t)
	binary, err := os.ReadFile(whole)
	require.NoError(t, err)
	trimmed, err := Trim(binary)
	require.NoError(t, err)
	assert.Less(t, sent(trimmed), sent(binary)*85/100)
	path := filepath.Join(t.TempDir(), "trimmed.wasm")
	require.NoError(t, os.WriteFile(path, trimmed, 0o644))
	for _, p := range []string{whole, path} {
		cmd := exec.Command(filepath.Join(goroot(t), "lib/wasm/go_js_wasm_exec"), p)
		cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Equal(t, printed, string(out))
	}
	before, after := tableOf(t, binary), tableOf(t, trimmed)
	assert.True(t, bytes.Contains(before, []byte("main.risky")))
	assert.False(t, bytes.Contains(after, []byte("main.risky")))
	assert.True(t, bytes.Contains(after, []byte("runtime.gcBgMarkWorker")))
}

func tableOf(t *testing.T, binary []byte) []byte {
	m, err := parse(binary)
	require.NoError(t, err)
	return m.find(dataID)
}

func TestOtherFilesAreRefused(t *testing.T) {
	for _, b := range []string{"", "\x00asm", "\x00asm\x01\x00\x00\x00", "\x00asm\x01\x00\x00\x00\x0b\x01\x00", "\x00asm\x01\x00\x00\x00\x0b\x7f", "not wasm at all"} {
		_, err := Trim([]byte(b))
		assert.Error(t, err, "%q", b)
	}
}
