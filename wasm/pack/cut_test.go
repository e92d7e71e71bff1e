//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"
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
	for _, test := range []struct {
		name  string
		moves func(name string) bool
		asked int
	}{
		{"nothing moves", func(string) bool { return false }, 0},
		{"the program moves", func(name string) bool { return strings.HasPrefix(name, "main.") }, 1},
		{"collecting moves", func(name string) bool { return strings.Contains(name, "gc") || strings.Contains(name, "stack") }, 1},
		{"all but what starts moves", func(name string) bool {
			return !strings.HasPrefix(name, "runtime.") && !strings.HasPrefix(name, "internal")
		}, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			stays := make([]bool, len(p.bodies))
			for i := range stays {
				stays[i] = !test.moves(p.names[p.imports+i])
			}
			first, rest, err := p.cut(stays)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(file("first.wasm"), first, 0o644))
			require.NoError(t, os.WriteFile(file("rest.wasm"), rest, 0o644))
			cmd := exec.Command("node", "--stack-size=2000", file("runner.js"), filepath.Join(goroot(t), "lib/wasm/wasm_exec.js"), file("first.wasm"), file("rest.wasm"))
			cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, string(out))
			assert.Contains(t, string(out), "511 1023 2047 4095 recovered recovered 20000")
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

func TestCallsAreFoundInEveryFunction(t *testing.T) {
	binary, err := os.ReadFile(build(t))
	require.NoError(t, err)
	p, err := read(binary)
	require.NoError(t, err)
	of := map[string][]string{}
	for i, body := range p.bodies {
		for _, f := range calls(body) {
			require.Less(t, f, len(p.names), "in %s", p.names[p.imports+i])
			of[p.names[p.imports+i]] = append(of[p.names[p.imports+i]], p.names[f])
		}
	}
	assert.Contains(t, of["main.deep"], "main.deep")
	assert.Contains(t, of["main.deep"], "runtime.GC")
	assert.Contains(t, of["main.grow"], "strings.Repeat")
	assert.True(t, plain("slices.SortFunc_go.shape.int_"))
	assert.False(t, plain("time.Duration.String"))
	assert.False(t, plain("runtime.GC"))
}
