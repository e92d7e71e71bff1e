package syntax

// opNames are the names of Python's operator classes, in the order of Op.
var opNames = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd",
	"FloorDiv", "Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn", "Invert", "Not", "UAdd", "USub", "And", "Or"}

func (d *dumper) op(name string, op Op) {
	d.field(name)
	d.out.WriteString(opNames[op] + "()")
}

func (d *dumper) ctx(ctx string) {
	d.field("ctx")
	d.out.WriteString(ctx + "()")
}

func (d *dumper) expr(e Expr, ctx string) {
	switch e := e.(type) {
	case *Name:
		d.open("Name", e.Loc)
		d.text("id", e.ID)
		d.ctx(ctx)
	case *Constant:
		d.open("Constant", e.Loc)
		d.field("value")
		d.out.WriteString(constantText(e.Kind, e.Text))
		if e.U {
			d.text("kind", "u")
		}
	case *Attribute:
		d.open("Attribute", e.Loc)
		d.value("value", e.Value, "Load")
		d.text("attr", e.Attr)
		d.ctx(ctx)
	case *Subscript:
		d.open("Subscript", e.Loc)
		d.value("value", e.Value, "Load")
		d.value("slice", e.Slice, "Load")
		d.ctx(ctx)
	case *Starred:
		d.open("Starred", e.Loc)
		d.value("value", e.Value, ctx)
		d.ctx(ctx)
	case *List:
		d.open("List", e.Loc)
		d.exprs("elts", e.Elts, ctx)
		d.ctx(ctx)
	case *Tuple:
		d.open("Tuple", e.Loc)
		d.exprs("elts", e.Elts, ctx)
		d.ctx(ctx)
	case *Call:
		d.open("Call", e.Loc)
		d.value("func", e.Func, "Load")
		d.exprs("args", e.Args, "Load")
		d.keywords(e.Keywords)
	default:
		d.operation(e)
	}
	d.close()
}

func (d *dumper) operation(e Expr) {
	switch e := e.(type) {
	case *BoolOp:
		d.open("BoolOp", e.Loc)
		d.op("op", e.Op)
		d.exprs("values", e.Values, "Load")
	case *NamedExpr:
		d.open("NamedExpr", e.Loc)
		d.value("target", e.Target, "Store")
		d.value("value", e.Value, "Load")
	case *BinOp:
		d.open("BinOp", e.Loc)
		d.value("left", e.Left, "Load")
		d.op("op", e.Op)
		d.value("right", e.Right, "Load")
	case *UnaryOp:
		d.open("UnaryOp", e.Loc)
		d.op("op", e.Op)
		d.value("operand", e.Operand, "Load")
	case *Lambda:
		d.open("Lambda", e.Loc)
		d.arguments(e.Args)
		d.value("body", e.Body, "Load")
	case *IfExp:
		d.open("IfExp", e.Loc)
		d.value("test", e.Test, "Load")
		d.value("body", e.Body, "Load")
		d.value("orelse", e.Orelse, "Load")
	case *Compare:
		d.open("Compare", e.Loc)
		d.value("left", e.Left, "Load")
		d.field("ops")
		d.list(len(e.Ops), func(i int) { d.out.WriteString(opNames[e.Ops[i]] + "()") })
		d.exprs("comparators", e.Comparators, "Load")
	case *Slice:
		d.open("Slice", e.Loc)
		d.optional("lower", e.Lower, "Load")
		d.optional("upper", e.Upper, "Load")
		d.optional("step", e.Step, "Load")
	case *Await:
		d.open("Await", e.Loc)
		d.value("value", e.Value, "Load")
	case *Yield:
		d.open("Yield", e.Loc)
		d.optional("value", e.Value, "Load")
	case *YieldFrom:
		d.open("YieldFrom", e.Loc)
		d.value("value", e.Value, "Load")
	default:
		d.display(e)
	}
}

func (d *dumper) display(e Expr) {
	switch e := e.(type) {
	case *Dict:
		d.open("Dict", e.Loc)
		d.exprs("keys", e.Keys, "Load")
		d.exprs("values", e.Values, "Load")
	case *Set:
		d.open("Set", e.Loc)
		d.exprs("elts", e.Elts, "Load")
	case *ListComp:
		d.open("ListComp", e.Loc)
		d.value("elt", e.Elt, "Load")
		d.comprehensions(e.Generators)
	case *SetComp:
		d.open("SetComp", e.Loc)
		d.value("elt", e.Elt, "Load")
		d.comprehensions(e.Generators)
	case *GeneratorExp:
		d.open("GeneratorExp", e.Loc)
		d.value("elt", e.Elt, "Load")
		d.comprehensions(e.Generators)
	case *DictComp:
		d.open("DictComp", e.Loc)
		d.value("key", e.Key, "Load")
		d.value("value", e.Value, "Load")
		d.comprehensions(e.Generators)
	case *JoinedStr:
		d.open("JoinedStr", e.Loc)
		d.exprs("values", e.Values, "Load")
	case *FormattedValue:
		d.open("FormattedValue", e.Loc)
		d.value("value", e.Value, "Load")
		if e.Conversion == 0 {
			d.number("conversion", -1)
		} else {
			d.number("conversion", int(e.Conversion))
		}
		if e.FormatSpec != nil {
			d.value("format_spec", e.FormatSpec, "Load")
		}
	}
}
