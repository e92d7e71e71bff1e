package core

import (
	"strconv"
	"strings"

	"layerglass/core/doctor"
	"layerglass/core/protocol"
	"layerglass/core/python/diag"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
)

// coverSteps is the budget of one construction, coverAll of all together; maxCovered how many arguments are tried.
const (
	coverSteps = 2_000_000
	coverAll   = 40_000_000
	maxCovered = 60
)

// Cover varies each constructor argument of an object's class and looks whether its config notices. It works in a fresh run of the
// program, so nothing that is shown changes.
func (s *Session) Cover(q protocol.CoverRequest) *protocol.Coverage {
	f := s.object(q.Object)
	if f == nil {
		return uncovered(q.Object, "object-unknown", "The last run has no object called "+q.Object+".")
	}
	c := &covering{file: s.last, left: coverAll, out: &protocol.Coverage{Class: f.class.Name}}
	c.run = &run{thread: interp.NewThread(interp.Options{Steps: s.opts.Steps, Memory: s.opts.Memory}), file: s.last.file}
	defer interp.Close(c.thread)
	module, _ := interp.Run(c.thread, s.last.file) // an error behind the class does not matter
	c.module = module
	if !c.prepare(s, f) {
		return c.out
	}
	for i := range c.params {
		if i == maxCovered {
			break
		}
		c.try(&c.params[i])
	}
	c.conclude()
	return c.out
}

func uncovered(class, code, message string) *protocol.Coverage {
	return &protocol.Coverage{Class: class, Sentence: message, Diagnostics: []protocol.Diagnostic{{Code: code, Severity: "error", Message: message}}}
}

// covering is one class under trial, in a thread of its own.
type covering struct {
	*run
	file   *run // the run that is shown
	out    *protocol.Coverage
	class  *object.Class
	params []protocol.Argument
	given  []protocol.Given // of the call that made the object
	config object.Object    // of an object made like it
	left   int64            // steps
	begun  bool
}

// prepare finds the class and the call that made the object, in the fresh run.
func (c *covering) prepare(s *Session, f *found) bool {
	made, ok := c.module.Dict.GetName(f.name).(*object.Instance)
	if !ok {
		*c.out = *uncovered(f.class.Name, "object-missing", "A fresh run of the program does not reach "+f.name+": an error stops it before.")
		return false
	}
	c.class = made.Class()
	c.module.Dict.SetName("_covered", c.class)
	site := s.library().Site(s.last.file.Text, int(c.file.siteOf(f).Start), s.program())
	if site == nil || c.file.siteOf(f).IsZero() {
		help := s.library().Constructor(f.class)
		if help == nil {
			*c.out = *uncovered(f.class.Name, "call-missing", "The constructor of "+f.class.Name+" cannot be read.")
			return false
		}
		c.params = help
	} else {
		c.params, c.given = site.Arguments, site.Given
	}
	var own []protocol.Argument
	for _, p := range c.params {
		if !p.Inherited && p.Name != "name" && p.Name != "dtype" && p.Name != "trainable" {
			own = append(own, p)
		}
	}
	c.params = own
	_, config, why := c.make("", "")
	if config == nil {
		*c.out = *uncovered(f.class.Name, "call-fails", "The call that made "+f.name+" cannot be made again by itself: "+why)
		return false
	}
	c.config = config
	return true
}

// make calls the class as the program did, with one argument in place of what was given, and returns the object and its config.
func (c *covering) make(name, value string) (made, config object.Object, why string) {
	var args []string
	for _, g := range c.given {
		switch {
		case g.Name == name && name != "":
		case g.Name == "*" || g.Name == "**":
			args = append(args, g.Name+g.Value)
		case g.Name == "":
			args = append(args, g.Value)
		default:
			args = append(args, g.Name+"="+g.Value)
		}
	}
	if name != "" {
		args = append(args, name+"="+value)
	}
	c.budget()
	made, err := object.Call(c.thread, c.thread.Builtins.GetName("eval"), object.NewStr("_covered("+strings.Join(args, ", ")+")"), c.module.Dict)
	if err != nil {
		return nil, nil, messageOf(err)
	}
	c.budget()
	config, err = object.CallMethod(c.thread, made, "get_config")
	if err != nil {
		return made, nil, "get_config raises " + raised(err)
	}
	return made, config, ""
}

func raised(err error) string {
	if e := object.AsException(err); e != nil {
		return e.Class().Name + ": " + e.Message()
	}
	return err.Error()
}

// budget begins the next piece of work; what the last one took counts against the whole.
func (c *covering) budget() {
	if c.begun {
		c.left -= coverSteps - c.thread.Steps
	}
	c.begun = true
	refill(c.thread)
	c.thread.Steps = coverSteps
}

// try varies one argument.
func (c *covering) try(p *protocol.Argument) {
	r := protocol.Covered{Name: p.Name, Verdict: "untried", First: p.Default}
	for _, g := range c.given {
		if g.Name == p.Name {
			r.First = g.Value
		}
	}
	for _, value := range c.others(p, r.First) {
		if value == r.First || c.left < 0 {
			continue
		}
		made, config, why := c.make(p.Name, value)
		if made == nil {
			continue
		}
		r.Second = value
		r.Verdict, r.Why = c.judge(p.Name, made, config, why)
		break
	}
	if r.Verdict == "untried" {
		r.Why = "No other value was found that the constructor takes."
	} else {
		c.out.Tried++
	}
	if r.Verdict == "survives" {
		c.out.Survived++
	}
	c.out.Arguments = append(c.out.Arguments, r)
}

// judge compares the config of a varied object with that of the one before, and with that of its copy.
func (c *covering) judge(name string, made, config object.Object, why string) (verdict, sentence string) {
	if config == nil {
		return "fails", "With another value " + why
	}
	if !c.differs(c.config, config) {
		return "lost", "The config is the same with another value: a copy gets the default."
	}
	c.budget()
	again, err := object.CallMethod(c.thread, c.class, "from_config", config)
	if err != nil {
		return "fails", "from_config raises " + raised(err)
	}
	c.budget()
	back, err := object.CallMethod(c.thread, again, "get_config")
	if err != nil {
		return "fails", "get_config of the copy raises " + raised(err)
	}
	if c.differs(config, back) {
		return "changes", "The copy's config differs from the original's."
	}
	one, other := c.attribute(made, name), c.attribute(again, name)
	if plain(one) && (other == nil || len(c.compare("", one, other)) > 0) {
		return "changes", "The copy's attribute " + name + " is " + c.shown(other) + ", the original's " + c.shown(one) + "."
	}
	return "survives", ""
}

func (c *covering) shown(v object.Object) string {
	if v == nil {
		return "missing"
	}
	return c.repr(v)
}

// attribute is what an object keeps under a name in its own dict, nil for none.
func (c *covering) attribute(o object.Object, name string) object.Object {
	if i, ok := o.(*object.Instance); ok {
		return i.Attr(name)
	}
	return nil
}

// plain reports whether a value can be compared by its own: numbers and text.
func plain(v object.Object) bool {
	switch v.(type) {
	case object.Int, object.Float, object.Bool, *object.Str:
		return true
	}
	return false
}

// differs compares two configs without the name, which counts up by itself.
func (c *covering) differs(a, b object.Object) bool {
	c.budget()
	for _, d := range c.compare("", a, b) {
		if d.Path != "name" && !strings.HasSuffix(d.Path, ".name") {
			return true
		}
	}
	return false
}

// others lists values to try in the place of one, as Python expressions.
func (c *covering) others(p *protocol.Argument, first string) []string {
	var out []string
	for _, v := range p.Allowed {
		if v != first {
			out = append(out, v)
		}
	}
	c.budget()
	var v object.Object
	if first != "" {
		v, _ = object.Call(c.thread, c.thread.Builtins.GetName("eval"), object.NewStr(first), c.module.Dict)
	}
	switch x := object.Of(v).(type) {
	case object.Bool:
		if x {
			return []string{"False"}
		}
		return []string{"True"}
	case object.Int:
		out = append(out, strconv.FormatInt(int64(x)+1, 10), strconv.FormatInt(int64(x)*2, 10), "1", "2")
	case object.Float:
		out = append(out, strconv.FormatFloat(float64(x)/2+0.125, 'g', -1, 64)+pointed(float64(x)/2+0.125), "0.5", "1.5", "2.0")
	case *object.Str:
		for _, s := range []string{"relu", "tanh", "he_normal", "zeros", "l1", "max_norm", "same", "sum", "channels_first", "float16"} {
			if s != x.String() {
				out = append(out, "'"+s+"'")
			}
		}
		out = append(out, "'"+strings.ReplaceAll(x.String(), "'", "")+"_other'")
	case *object.List, *object.Tuple:
		out = append(out, "type("+first+")(list("+first+")[::-1])", first+" + "+first, "type("+first+")([1, 2])", "type("+first+")([3])")
	case *object.Dict:
		out = append(out, "{**("+first+"), 'other': 1}")
	default:
		out = append(out, "3", "0.25", "True", "'relu'", "'he_normal'", "'l2'", "'max_norm'", "(2, 3)", "['a']", "{'a': 1}", "None")
	}
	if first != "None" {
		out = append(out, "None")
	}
	return out
}

// pointed is what a whole number needs to be a float in Python.
func pointed(f float64) string {
	if f == float64(int64(f)) {
		return ".0"
	}
	return ""
}

// conclude says it in words, and explains what is lost.
func (c *covering) conclude() {
	var bad []string
	for _, a := range c.out.Arguments {
		if a.Verdict == "survives" || a.Verdict == "untried" {
			continue
		}
		bad = append(bad, "`"+a.Name+"` "+map[string]string{"lost": "is lost", "changes": "changes", "fails": "fails"}[a.Verdict])
		if a.Verdict != "lost" {
			c.out.Diagnostics = append(c.out.Diagnostics, protocol.Diagnostic{Code: "argument-" + a.Verdict, Severity: "warning",
				Message: a.Name + " does not survive a round trip. " + a.Why})
			continue
		}
		if d := doctor.Lost(c.thread, c.run.file, c.class, a.Name); d != nil {
			c.out.Diagnostics = append(c.out.Diagnostics, diagnostics(c.run.file, []diag.Diagnostic{*d})...)
		}
	}
	c.out.Sentence = strconv.Itoa(c.out.Survived) + " of " + strconv.Itoa(c.out.Tried) + " arguments survive a round trip"
	switch {
	case c.out.Tried == 0:
		c.out.Sentence = "There is no argument to vary"
	case len(bad) > 0:
		c.out.Sentence += ": " + strings.Join(bad, ", ")
	}
	c.out.Sentence += "."
}
