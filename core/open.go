package core

import (
	"strconv"
	"strings"

	"layerglass/core/archive"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// Open reads a saved model: its config, and what weights it has. Nothing of it is run.
func (s *Session) Open(q protocol.OpenRequest, data []byte) *protocol.Opened {
	f, err := archive.Read(q.Name, data)
	if err != nil {
		return &protocol.Opened{Name: q.Name, Diagnostics: []protocol.Diagnostic{{Code: "file-unreadable", Severity: "error", Message: err.Error()}}}
	}
	out := &protocol.Opened{Name: q.Name, Kind: f.Kind, Metadata: f.Metadata, Notes: f.Notes}
	for _, w := range f.Weights {
		out.Weights = append(out.Weights, protocol.Weight{Path: w.Path, Shape: w.Shape, Dtype: w.Dtype, Trainable: true})
		if !strings.HasPrefix(w.Path, "optimizer") {
			n := int64(1)
			for _, d := range w.Shape {
				n *= int64(d)
			}
			out.Params += n
		}
	}
	if f.Config != "" {
		s.openConfig(out, f)
	}
	return out
}

// openConfig reads the config; one of the older form is brought into the newer one, in which every object names its module.
func (s *Session) openConfig(out *protocol.Opened, f *archive.File) {
	r := &run{thread: s.library().Thread, file: source.NewFile(out.Name, f.Config)}
	v, bad := readLiteral(r.thread, f.Config)
	if bad != nil {
		out.Config, out.Diagnostics = f.Config, []protocol.Diagnostic{*bad}
		return
	}
	if f.Kind == "h5" {
		modernize(v, 0)
	}
	if d, ok := v.(*object.Dict); ok {
		out.Class, _ = object.AsString(d.GetName("class_name"))
	}
	refill(r.thread)
	out.Config, _ = r.json(v)
	out.Tree = r.tree(v)
	r.explain(out.Tree, nil)
}

// modernize adds to each serialized object of the older form the module that the newer form names.
func modernize(v object.Object, depth int) {
	if depth > 200 {
		return
	}
	switch x := v.(type) {
	case *object.Dict:
		name, _ := object.AsString(x.GetName("class_name"))
		if _, nested := x.GetName("config").(*object.Dict); nested && name != "" && x.GetName("module") == nil {
			if c := known(name); c != nil {
				x.SetName("module", object.NewStr(c.Public()[:strings.LastIndexByte(c.Public(), '.')]))
				x.SetName("registered_name", object.None)
			} else if name == "Functional" {
				x.SetName("module", object.NewStr("keras.src.models.functional"))
				x.SetName("registered_name", object.NewStr("Functional"))
			}
		}
		for _, y := range x.All() {
			modernize(y, depth+1)
		}
	case *object.List:
		for _, y := range x.Items {
			modernize(y, depth+1)
		}
	}
}

// known finds the public class of a short name: a layer before anything else.
func known(name string) *spec.Class {
	for _, module := range []string{"keras.", "keras.layers.", "keras.initializers.", "keras.regularizers.", "keras.constraints.", "keras.optimizers."} {
		if c := spec.Find(module + name); c != nil && c.Public() == module+name {
			return c
		}
	}
	return nil
}

// Export writes an object of the last run down for a file.
func (s *Session) Export(q protocol.ExportRequest) *protocol.Exported {
	f := s.object(q.Object)
	if f == nil {
		return &protocol.Exported{Diagnostics: []protocol.Diagnostic{{Code: "object-unknown", Severity: "error",
			Message: "The last run has no object called " + q.Object + "."}}}
	}
	out := &protocol.Exported{Name: q.Object, Type: "application/json"}
	switch q.Format {
	case "python":
		c := s.Generate(protocol.GenerateRequest{Object: q.Object})
		out.Name, out.Type, out.Text, out.Diagnostics = q.Object+".py", "text/x-python", c.Text, c.Diagnostics
	case "markdown":
		out.Name, out.Type, out.Text = q.Object+".md", "text/markdown", s.markdown(f)
	case "config":
		o := s.last.show(f)
		out.Name, out.Text = q.Object+".config.json", o.JSON
	default:
		out.Name, out.Text = q.Object+".json", s.last.serialized(f.value)
	}
	if out.Text == "" && len(out.Diagnostics) == 0 {
		out.Diagnostics = []protocol.Diagnostic{{Code: "config-missing", Severity: "error",
			Message: q.Object + " has no config that can be written down. The problems of its config say why."}}
	}
	return out
}

// markdown documents an object: what it is, its config key by key, its weights, the code that makes it.
func (s *Session) markdown(f *found) string {
	o := s.last.show(f)
	var b strings.Builder
	b.WriteString("## " + f.name + "\n\n`" + className(f.class) + "`")
	if d := spec.Of(f.class); d != nil && d.Doc != "" {
		b.WriteString(": " + d.Doc)
	}
	b.WriteString("\n\n")
	if o.Config != nil && len(o.Config.Children) > 0 {
		b.WriteString("| key | value | meaning |\n|---|---|---|\n")
		for _, n := range o.Config.Children {
			value := "`" + cell(n.Repr) + "`"
			if !n.Default {
				value = "**" + value + "**"
			}
			b.WriteString("| `" + cell(n.Key) + "` | " + value + " | " + cell(n.Doc) + " |\n")
		}
		b.WriteString("\nValues that are not the default stand out.\n\n")
	}
	if o.InputShape != "" {
		b.WriteString("Input `" + o.InputShape + "`, output `" + o.OutputShape + "`.\n\n")
	}
	if len(o.Weights) > 0 {
		b.WriteString("| weight | shape | dtype |\n|---|---|---|\n")
		for _, w := range o.Weights {
			b.WriteString("| `" + cell(w.Path) + "` | `" + shapeText(w.Shape) + "` | " + w.Dtype + " |\n")
		}
		b.WriteString("\n" + strconv.FormatInt(o.Params, 10) + " parameters.\n\n")
	}
	if c := s.Generate(protocol.GenerateRequest{Object: f.name}); c.Text != "" {
		b.WriteString("```python\n" + c.Text + "```\n")
	}
	return b.String()
}

// cell makes text fit one cell of a table.
func cell(s string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "`", "'").Replace(s)
}
