package syntax

import (
	"strconv"
	"strings"

	"layerglass/core/python/source"
)

// Dump returns the tree in the form of Python's ast.dump, so that the two can be compared.
func Dump(m *Module) string {
	d := &dumper{}
	d.out.WriteString("Module(body=")
	d.stmts(m.Body)
	d.out.WriteString(", type_ignores=[])")
	return d.out.String()
}

// DumpExpr returns one expression in the form of ast.dump.
func DumpExpr(e Expr) string {
	d := &dumper{}
	d.expr(e, "Load")
	return d.out.String()
}

// Positions returns the places of all nodes to which Python's ast gives one, a line each, in the order in which Dump names
// them: first line, first column, last line, last column. Lines count from 1 and columns, in bytes, from 0.
func Positions(m *Module) string {
	d := &dumper{file: m.File}
	d.stmts(m.Body)
	return d.places.String()
}

// dumper writes a tree. Whether an expression is read, assigned or deleted follows from where it stands, and is passed down.
type dumper struct {
	out    strings.Builder
	file   *source.File // set when places are wanted
	places strings.Builder
	first  bool // no field has been written yet
}

func (d *dumper) open(name string, at source.Span) {
	d.out.WriteString(name)
	d.out.WriteByte('(')
	d.first = true
	if d.file != nil {
		d.place(at.Start, ' ')
		d.place(at.End, '\n')
	}
}

func (d *dumper) place(p source.Pos, end byte) {
	line := d.file.Line(p)
	d.places.WriteString(strconv.Itoa(line))
	d.places.WriteByte(' ')
	column := int(p - d.file.LineStart(line))
	if line == 1 && strings.HasPrefix(d.file.Text, "\ufeff") {
		column -= 3
	}
	d.places.WriteString(strconv.Itoa(column))
	d.places.WriteByte(end)
}

// bare begins a node that has no place in Python's ast.
func (d *dumper) bare(name string) {
	d.out.WriteString(name)
	d.out.WriteByte('(')
	d.first = true
}

func (d *dumper) close() {
	d.out.WriteByte(')')
	d.first = false
}

func (d *dumper) field(name string) {
	if !d.first {
		d.out.WriteString(", ")
	}
	d.first = false
	d.out.WriteString(name)
	d.out.WriteByte('=')
}

func (d *dumper) text(name, value string) {
	d.field(name)
	d.out.WriteString(quote(value))
}

// optionalText writes a field that Python leaves out when it is None.
func (d *dumper) optionalText(name, value string) {
	if value != "" {
		d.text(name, value)
	}
}

func (d *dumper) number(name string, n int) {
	d.field(name)
	d.out.WriteString(strconv.Itoa(n))
}

func (d *dumper) flag(name string, b bool) {
	n := 0
	if b {
		n = 1
	}
	d.number(name, n)
}

func (d *dumper) list(n int, item func(i int)) {
	d.out.WriteByte('[')
	for i := 0; i < n; i++ {
		if i > 0 {
			d.out.WriteString(", ")
		}
		item(i)
	}
	d.out.WriteByte(']')
}

func (d *dumper) stmts(body []Stmt) {
	d.list(len(body), func(i int) { d.stmt(body[i]) })
}

func (d *dumper) body(name string, body []Stmt) {
	d.field(name)
	d.stmts(body)
}

func (d *dumper) exprs(name string, list []Expr, ctx string) {
	d.field(name)
	d.list(len(list), func(i int) {
		if list[i] == nil {
			d.out.WriteString("None")
			return
		}
		d.expr(list[i], ctx)
	})
}

func (d *dumper) strings(name string, list []string) {
	d.field(name)
	d.list(len(list), func(i int) { d.out.WriteString(quote(list[i])) })
}

func (d *dumper) value(name string, e Expr, ctx string) {
	d.field(name)
	d.expr(e, ctx)
}

func (d *dumper) optional(name string, e Expr, ctx string) {
	if e != nil {
		d.value(name, e, ctx)
	}
}

func (d *dumper) keywords(list []*Keyword) {
	d.field("keywords")
	d.list(len(list), func(i int) {
		k := list[i]
		d.open("keyword", k.Loc)
		d.optionalText("arg", k.Arg)
		d.value("value", k.Value, "Load")
		d.close()
	})
}

func (d *dumper) arguments(a *Arguments) {
	d.field("args")
	d.bare("arguments")
	d.args("posonlyargs", a.PosOnly)
	d.args("args", a.Args)
	if a.Vararg != nil {
		d.field("vararg")
		d.arg(a.Vararg)
	}
	d.args("kwonlyargs", a.KwOnly)
	d.exprs("kw_defaults", a.KwDefaults, "Load")
	if a.Kwarg != nil {
		d.field("kwarg")
		d.arg(a.Kwarg)
	}
	d.exprs("defaults", a.Defaults, "Load")
	d.close()
}

func (d *dumper) args(name string, list []*Arg) {
	d.field(name)
	d.list(len(list), func(i int) { d.arg(list[i]) })
}

func (d *dumper) arg(a *Arg) {
	d.open("arg", a.Loc)
	d.text("arg", a.Name)
	d.optional("annotation", a.Annotation, "Load")
	d.close()
}

func (d *dumper) aliases(list []*Alias) {
	d.field("names")
	d.list(len(list), func(i int) {
		d.open("alias", list[i].Loc)
		d.text("name", list[i].Name)
		d.optionalText("asname", list[i].AsName)
		d.close()
	})
}

func (d *dumper) comprehensions(list []*Comprehension) {
	d.field("generators")
	d.list(len(list), func(i int) {
		g := list[i]
		d.bare("comprehension")
		d.value("target", g.Target, "Store")
		d.value("iter", g.Iter, "Load")
		d.exprs("ifs", g.Ifs, "Load")
		d.flag("is_async", g.IsAsync)
		d.close()
	})
}
