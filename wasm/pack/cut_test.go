//go:build !js

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// runner runs a program that was cut in two and says on stderr when the rest was asked for.
const runner = `
const fs = require("fs");
require(process.argv[2]);
const go = new Go(), { gojs } = go.importObject, reset = gojs["runtime.resetMemoryDataView"];
let instance;
gojs["runtime.resetMemoryDataView"] = (sp) => {
  if (sp !== -1) return reset(sp);
  console.error("asked");
  const pair = Object.keys(instance.exports).find((name) => name.startsWith("rest:"));
  new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(process.argv[4])), { ...go.importObject, [pair]: instance.exports });
  instance.exports[pair].value = 1;
};
globalThis.fs = fs;
WebAssembly.instantiate(fs.readFileSync(process.argv[3]), go.importObject).then((made) => { instance = made.instance; return go.run(instance); });
`

func TestACutProgramRunsAsBefore(t *testing.T) {
	whole := build(t)
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	require.NoError(t, os.WriteFile(file("runner.js"), []byte(runner), 0o644))
	require.NoError(t, execute([]string{"trim", whole, file("trimmed.wasm")}))
	binary, err := os.ReadFile(file("trimmed.wasm"))
	require.NoError(t, err)
	p, err := read(binary)
	require.NoError(t, err)
	reached := make([]bool, len(p.bodies))
	memory, err := loadMemory(p.find(dataID))
	require.NoError(t, err)
	tables, err := findTables(memory)
	require.NoError(t, err)
	p.addPage(reached, nil, tables)
	count := 0
	for _, stays := range reached {
		if stays {
			count++
		}
	}
	assert.Less(t, count, len(reached)*19/20, "what only a dying program calls moves at least")
	staysUnless := func(moves func(name string) bool) []bool {
		stays := make([]bool, len(p.bodies))
		for i := range stays {
			stays[i] = !moves(p.names[p.imports+i])
		}
		return stays
	}
	for _, test := range []struct {
		name  string
		stays []bool
		asked int
	}{
		{"nothing moves", staysUnless(func(string) bool { return false }), 0},
		{"the program moves", staysUnless(func(name string) bool { return strings.HasPrefix(name, "main.") }), 1},
		{"collecting moves", staysUnless(func(name string) bool { return strings.Contains(name, "gc") || strings.Contains(name, "stack") }), 1},
		{"all but what starts moves", staysUnless(func(name string) bool {
			return !strings.HasPrefix(name, "runtime.") && !strings.HasPrefix(name, "internal")
		}), 1},
		{"what a page cannot reach moves", reached, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := []byte("found by the only reader ")
			label := slices.Index(p.names, "main.__tree_.label") - p.imports
			require.GreaterOrEqual(t, label, 0)
			first, rest, err := p.cut(test.stays, "main.__tree_.label", [][]byte{text, []byte("a text that is not there")})
			require.NoError(t, err)
			assert.Equal(t, test.stays[label], bytes.Contains(first, text), "a text is where its reader is")
			assert.Equal(t, !test.stays[label], bytes.Contains(rest, text))
			require.NoError(t, os.WriteFile(file("first.wasm"), first, 0o644))
			require.NoError(t, os.WriteFile(file("rest.wasm"), rest, 0o644))
			cmd := exec.Command("node", "--stack-size=2000", file("runner.js"), filepath.Join(goroot(t), "lib/wasm/wasm_exec.js"), file("first.wasm"), file("rest.wasm"))
			cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, string(out))
			assert.Contains(t, string(out), printed)
			assert.Equal(t, test.asked, strings.Count(string(out), "asked"))
		})
	}
}

func TestMarksTellWhatWasCalled(t *testing.T) {
	binary, err := os.ReadFile(build(t))
	require.NoError(t, err)
	p, err := read(binary)
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "marked.wasm"), p.mark(), 0o644))
	script := `
const fs = require("fs");
require(process.argv[2]);
globalThis.fs = fs;
const go = new Go();
WebAssembly.instantiate(fs.readFileSync(process.argv[3]), go.importObject).then(async ({ instance }) => {
  await go.run(instance);
  console.log(Object.keys(instance.exports).filter((name) => instance.exports[name].value === 1).join(" "));
});`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "marks.js"), []byte(script), 0o644))
	cmd := exec.Command("node", filepath.Join(dir, "marks.js"), filepath.Join(goroot(t), "lib/wasm/wasm_exec.js"), filepath.Join(dir, "marked.wasm"))
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := cmd.Output()
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "called"), []byte(lines[len(lines)-1]), 0o644))
	called, err := p.readCalled(filepath.Join(dir, "called"))
	require.NoError(t, err)
	of := func(name string) bool {
		for i := range called {
			if p.names[p.imports+i] == name {
				return called[i]
			}
		}
		t.Fatalf("no function %s", name)
		return false
	}
	assert.True(t, of("main.deep"))
	assert.True(t, of("main.risky"))
	assert.False(t, of("runtime.printhex"))
}

func TestReferencesAreFoundInEveryFunction(t *testing.T) {
	binary, err := os.ReadFile(build(t))
	require.NoError(t, err)
	p, err := read(binary)
	require.NoError(t, err)
	of := map[string][]string{}
	counters := p.byCounter()
	for i, body := range p.bodies {
		name := p.names[p.imports+i]
		p.references(body, func(f int) {
			require.Less(t, f, len(p.names), "in %s", name)
			of[name] = append(of[name], p.names[f])
		}, func(number uint64) {
			if f, ok := counters[number]; ok {
				of[name] = append(of[name], p.names[p.imports+f])
			}
		})
	}
	assert.Contains(t, of["main.deep"], "main.deep")
	assert.Contains(t, of["main.deep"], "runtime.GC")
	assert.Contains(t, of["main.grow"], "strings.Repeat")
	assert.Contains(t, of["main.main"], "main.main.func1", "a closure")
}

func TestTheTableOfFunctionsIsMadeAtStart(t *testing.T) {
	binary, err := os.ReadFile(build(t))
	require.NoError(t, err)
	p, err := read(binary)
	require.NoError(t, err)
	memory, err := loadMemory(p.find(dataID))
	require.NoError(t, err)
	tables, err := findTables(memory)
	require.NoError(t, err)
	counted := tables.clearCounted()
	assert.Equal(t, tables.nfunc-1, counted.records)
	assert.GreaterOrEqual(t, counted.buckets, bucketsOfFunction*(tables.nfunc-1))
}
