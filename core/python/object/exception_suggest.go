package object

// suggestion returns the name that was probably meant, or "": the nearest one among what the object, or the scope, has.
func suggestion(t *Thread, e *Exception) string {
	name, ok := e.attrs.getStr(nameNamed).(*Str)
	if !ok {
		return ""
	}
	switch {
	case e.class.IsSubclass(AttributeErrorClass):
		obj := e.attrs.getStr(Intern("obj"))
		if obj == nil {
			return ""
		}
		list, err := Dir(t, obj)
		if err != nil {
			return ""
		}
		return nearest(name.s, stringsOf(list.Items))
	case e.class.IsSubclass(NameErrorClass):
		for _, names := range scopeNames(t, e) {
			if s := nearest(name.s, names); s != "" {
				return s
			}
		}
	}
	return ""
}

var nameNamed = Intern("name")

// scopeNames lists the names that the code at fault could have meant: locals, globals, built-ins.
func scopeNames(t *Thread, e *Exception) [][]string {
	var out [][]string
	if len(e.Trace) > 0 && e.Trace[0].Code != nil {
		out = append(out, e.Trace[0].Code.Names)
	}
	globals, _ := e.attrs.getStr(Intern("__globals__")).(*Dict)
	if globals == nil && t.Modules != nil {
		if m, ok := t.Modules.getStr(Intern("__main__")).(*Module); ok {
			globals = m.Dict
		}
	}
	for _, d := range []*Dict{globals, t.Builtins} {
		if d == nil {
			continue
		}
		var names []string
		for k := range d.All() {
			if s, ok := k.(*Str); ok {
				names = append(names, s.s)
			}
		}
		out = append(out, names)
	}
	return out
}

func stringsOf(items []Object) []string {
	var out []string
	for _, o := range items {
		if s, ok := Of(o).(*Str); ok {
			out = append(out, s.s)
		}
	}
	return out
}

const (
	moveCost      = 2
	caseCost      = 1
	maxNames      = 750
	maxNameLength = 40
)

// nearest returns the name at the smallest edit distance from wrong, unless all are too far.
func nearest(wrong string, names []string) string {
	if len(names) >= maxNames {
		return ""
	}
	best, found := 1<<30, ""
	for _, n := range names {
		if n == wrong {
			continue
		}
		limit := min((len(wrong)+len(n)+3)*moveCost/6, best-1)
		d := distance(wrong, n, limit)
		if d > limit {
			continue
		}
		if found == "" || d < best {
			best, found = d, n
		}
	}
	return found
}

// Nearest returns the name among names that wrong was probably meant to be, or "".
func Nearest(wrong string, names []string) string { return nearest(wrong, names) }

// distance is the Levenshtein distance in which a change of case costs half; above limit it is only known to be above.
func distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * moveCost
	}
	if len(a) > maxNameLength || len(b) > maxNameLength {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j * moveCost
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i * moveCost
		for j := 1; j <= len(b); j++ {
			d := min(diagonal+substitution(a[i-1], b[j-1]), row[j]+moveCost, row[j-1]+moveCost)
			diagonal, row[j] = row[j], d
		}
	}
	return row[len(b)]
}

func substitution(a, b byte) int {
	switch {
	case a == b:
		return 0
	case a&31 != b&31:
		return moveCost
	case lowered(a) == lowered(b):
		return caseCost
	}
	return moveCost
}

func lowered(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
