// Command site writes the static page: the HTML frame with the first example and its results in it, so that the page reads
// well before the engine has loaded, to search engines, and with scripts off.
//
//	go run ./web/site SOURCE DIST
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/web"
	"layerglass/web/view"
)

// examples names the gallery's programs in order, each with what it teaches. The first is the one that a new visitor sees.
var examples = []struct{ file, title, teaches string }{
	{"first.py", "A custom layer that comes back", "get_config and from_config, there and back again"},
	{"custom_dense.py", "The same layer with two faults", "Keras reports one after the other; each can be mended with a click"},
	{"custom_dense_mended.py", "Both faults mended", "activations.get early, **kwargs to the base class"},
	{"lost_argument.py", "An argument that gets lost", "no exception, yet the copy is another layer"},
	{"built_in_layers.py", "Built-in layers", "defaults, tuples and initializers in a config"},
	{"layer_in_a_layer.py", "A layer inside a layer", "how a nested layer is written and read back"},
	{"registered.py", "A registered class", "what lets a new process load your layer"},
	{"functional_model.py", "A functional model", "layers and their connections in one config, drawn in the tab Model"},
	{"shared_layer.py", "A layer called twice", "one entry in the config, two calls, shared weights"},
	{"transfer.py", "A frozen base in a new model", "nested models; trainable is kept, weights are not"},
	{"subclassed_model.py", "A subclassed model", "its config holds arguments only: the call method stays code"},
	{"variations.py", "Variations of one config", "a config is a dict: change a copy and make the layer"},
	{"experiment_log.py", "A log of experiments", "configs as JSON lines, and the best run made again"},
	{"tuples_and_json.py", "A tuple on its way through JSON", "it comes back as a list, unless the layer minds"},
	{"mutable_default.py", "A mutable default", "one list shared by all layers made without it"},
	{"lambda_layer.py", "A Lambda and what to write instead", "why Keras does not trust it, and a small class that loads anywhere"},
	{"keras2_migration.py", "A config from Keras 2", "what Keras 3 still reads, what it adds, what it refuses"},
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: site SOURCE DIST")
		os.Exit(2)
	}
	if err := write(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

func write(source, dist string) error {
	if err := os.MkdirAll(filepath.Join(dist, "examples"), 0o755); err != nil {
		return err
	}
	for _, name := range []string{"style.css", "print.css", "embed.css", "embed-page.css", "icon.svg", "badge.svg", "app.webmanifest"} {
		if err := copyFile(filepath.Join(source, "src", name), filepath.Join(dist, name)); err != nil {
			return err
		}
	}
	for _, e := range examples {
		if err := copyFile(filepath.Join(source, "examples", e.file), filepath.Join(dist, "examples", e.file)); err != nil {
			return err
		}
	}
	icon, err := os.ReadFile(filepath.Join(source, "src", "icon.svg"))
	if err != nil {
		return err
	}
	pictures, err := icons(string(icon))
	if err != nil {
		return err
	}
	for name, content := range pictures {
		if err := os.WriteFile(filepath.Join(dist, name), content, 0o644); err != nil {
			return err
		}
	}
	frame, err := os.ReadFile(filepath.Join(source, "src", "index.html"))
	if err != nil {
		return err
	}
	program, err := os.ReadFile(filepath.Join(source, "examples", examples[0].file))
	if err != nil {
		return err
	}
	filled := fill(string(frame), string(program))
	embed, err := os.ReadFile(filepath.Join(source, "src", "embed.html"))
	if err != nil {
		return err
	}
	for name, content := range map[string]string{
		"index.html":  strings.NewReplacer("{{root}}", "", "{{head}}", "").Replace(filled),
		web.ShortFile: strings.NewReplacer("{{root}}", "../", "{{head}}", web.HeadMark+"\n").Replace(filled),
		"_headers":    web.HeadersFile(),
		"embed.html":  strings.ReplaceAll(string(embed), "{{policy}}", web.EmbedMetaPolicy()),
	} {
		if err := os.WriteFile(filepath.Join(dist, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// fill puts the first example and its results into the page's frame. Two marks stay: {{root}} before the address of each of the page's files, and
// {{head}} where a server may put more.
func fill(frame, program string) string {
	state := view.NewState()
	session := core.NewSession(core.Options{})
	state.Adopt(program, session.Run(protocol.RunRequest{File: "program.py", Text: program}))
	if state.Uncovered() {
		state.Cover(program, state.Object, session.Cover(protocol.CoverRequest{Object: state.Object}))
	}
	sum, count := state.Summarize(), ""
	if n := len(state.Problems()); n > 0 {
		count = strconv.Itoa(n)
	}
	return strings.NewReplacer(
		"{{policy}}", web.MetaPolicy(),
		"{{begin}}", web.BeginScript,
		"{{program}}", view.Text(program).String(),
		"{{examples}}", gallery(),
		"{{configuration}}", view.Configuration(&state).String(),
		"{{recreated}}", view.Recreated(&state).String(),
		"{{output}}", view.Output(&state).String(),
		"{{problems}}", view.Problems(&state).String(),
		"{{model}}", view.Model(&state).String(),
		"{{weights}}", view.Weights(&state).String(),
		"{{weights.count}}", state.WeightCount(),
		"{{count}}", count,
		"{{sum.define}}", sum.Define,
		"{{sum.configuration}}", sum.Configuration,
		"{{sum.recreated}}", sum.Recreated,
	).Replace(frame)
}

func gallery() string {
	var out strings.Builder
	for _, e := range examples {
		out.WriteString(view.Example("{{root}}examples/"+e.file, e.title, e.teaches).String())
	}
	return out.String()
}

func copyFile(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o644)
}
