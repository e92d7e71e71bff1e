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

// standing is a program that makes something once, waits for its role, and leans on all of it afterwards.
const standing = `package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall/js"
	"time"
)

var words = made()

func made() map[string][]string {
	os.Stdout.WriteString("made once\n")
	all := map[string][]string{}
	for i := range 5000 {
		word := strings.Repeat(string(rune('a'+i%26)), i%50+1)
		all[word] = append(all[word], word)
	}
	return all
}

func main() {
	given := make(chan string)
	js.Global().Set("layerglassRole", js.FuncOf(func(_ js.Value, args []js.Value) any { go func() { given <- args[0].String() }(); return nil }))
	count := 0
	tick := func() int { count++; return count }
	tick()
	runtime.GC() // lets go of what writing held
	role := <-given
	sum := 0
	for range 20 {
		for word, same := range words {
			sum += len(word) * len(same)
		}
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	os.Stdout.WriteString(role + " " + js.Global().Get("Object").Get("name").String() + " ")
	os.Stdout.WriteString(strings.Repeat("x", tick()) + " " + strconv.Itoa(sum) + "\n")
	os.Exit(0)
}
`

const writeStanding = `
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Standing } from "WEB/image.mjs";
createRequire(import.meta.url)(process.argv[2]);
const go = new Go(), standing = new Standing(go);
const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[3]), go.importObject);
go.run(instance);
await standing.reached();
standing.write(process.argv[4], instance.exports);
process.exit(0);
`

const goOn = `
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { instantiate } from "WEB/src/rest.js";
createRequire(import.meta.url)(process.argv[2]);
const { run } = await instantiate(new Go(), new WebAssembly.Module(readFileSync(process.argv[3])), () => {
  console.log("asked");
  return new WebAssembly.Module(readFileSync(process.argv[4]));
});
await run("a role");
`

func TestAProgramGoesOnFromItsImage(t *testing.T) {
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	web, err := filepath.Abs("../../web")
	require.NoError(t, err)
	for name, text := range map[string]string{"write.mjs": writeStanding, "goon.mjs": goOn} {
		require.NoError(t, os.WriteFile(file(name), []byte(strings.ReplaceAll(text, "WEB", "file://"+filepath.ToSlash(web))), 0o644))
	}
	require.NoError(t, execute([]string{"trim", buildOf(t, standing), file("trimmed.wasm")}))
	require.NoError(t, execute([]string{"mark", file("trimmed.wasm"), file("marked.wasm")}))
	node := func(args ...string) string {
		cmd := exec.Command("node", args...)
		cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
		var complaints strings.Builder
		cmd.Stderr = &complaints
		out, err := cmd.Output()
		require.NoError(t, err, complaints.String())
		return string(out)
	}
	script := filepath.Join(goroot(t), "lib/wasm/wasm_exec.js")
	assert.Equal(t, "made once\n", node(file("write.mjs"), script, file("marked.wasm"), file("image")))
	first, err := os.ReadFile(file("image"))
	require.NoError(t, err)
	node(file("write.mjs"), script, file("marked.wasm"), file("image"))
	again, err := os.ReadFile(file("image"))
	require.NoError(t, err)
	assert.True(t, string(first) == string(again), "an image is the same at each build")

	for _, called := range []string{"", "all"} {
		p, err := readFile(file("trimmed.wasm"))
		require.NoError(t, err)
		at, err := readImage(file("image"))
		require.NoError(t, err)
		require.NoError(t, p.begin(at))
		stays := make([]bool, len(p.bodies))
		for i := range stays {
			stays[i] = called == "all"
		}
		a, b, err := p.cut(stays, "", nil)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file("first.wasm"), a, 0o644))
		require.NoError(t, os.WriteFile(file("rest.wasm"), b, 0o644))
		// 20 times the lengths of 5,000 words: 1 to 50, a hundred times each.
		want := "a role Object xx 2550000\n"
		if called == "" {
			want = "asked\n" + want
		}
		assert.Equal(t, want, node(file("goon.mjs"), script, file("first.wasm"), file("rest.wasm")))
	}
}

func TestWhatIsNoImageIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "image")
	for _, text := range []string{"", "{}", "{}\n", "{}\nshort", "{\n" + strings.Repeat("\x00", pageSize)} {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		_, err := readImage(path)
		assert.Error(t, err, "%q", text)
	}
	p, err := readFile(build(t))
	require.NoError(t, err)
	assert.Error(t, p.begin(&image{memory: make([]byte, pageSize), globals: []string{"1"}}), "other globals")
}
