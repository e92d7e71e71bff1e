package protocol

func (r *reader) kerasObject(o *Object) {
	r.object(func(name string) {
		switch name {
		case "name":
			o.Name = r.string()
		case "aliases":
			o.Aliases = items(r, func(s *string) { *s = r.string() })
		case "class":
			o.Class = r.string()
		case "module":
			o.Module = r.string()
		case "kind":
			o.Kind = r.string()
		case "span":
			r.span(&o.Span)
		case "config":
			o.Config = optional(r, r.node)
		case "configError":
			o.ConfigError = optional(r, r.exception)
		case "configDiagnostics":
			o.ConfigDiagnostics = items(r, r.diagnostic)
		case "recreated":
			o.Recreated = optional(r, r.recreated)
		default:
			r.objectFacts(o, name)
		}
	})
}

// objectFacts reads the members of an Object that are plain values.
func (r *reader) objectFacts(o *Object, name string) {
	switch name {
	case "json":
		o.JSON = r.string()
	case "jsonError":
		o.JSONError = r.string()
	case "python":
		o.Python = r.string()
	case "serialized":
		o.Serialized = r.string()
	case "built":
		o.Built = r.bool()
	case "inputShape":
		o.InputShape = r.string()
	case "outputShape":
		o.OutputShape = r.string()
	case "params":
		o.Params = r.integer()
	case "checked":
		o.Checked = int(r.integer())
	case "weights":
		o.Weights = items(r, r.weight)
	default:
		r.skip()
	}
}

func (r *reader) weight(v *Weight) {
	r.object(func(name string) {
		switch name {
		case "path":
			v.Path = r.string()
		case "shape":
			v.Shape = items(r, func(n *int) { *n = int(r.integer()) })
		case "dtype":
			v.Dtype = r.string()
		case "trainable":
			v.Trainable = r.bool()
		default:
			r.skip()
		}
	})
}

func (r *reader) node(n *Node) {
	r.object(func(name string) {
		switch name {
		case "key":
			n.Key = r.string()
		case "kind":
			n.Kind = r.string()
		case "repr":
			n.Repr = r.string()
		case "children":
			n.Children = items(r, r.node)
		case "origin":
			r.origin(&n.Origin)
		case "default":
			n.Default = r.bool()
		case "doc":
			n.Doc = r.string()
		default:
			r.skip()
		}
	})
}

func (r *reader) origin(o *Origin) {
	r.object(func(name string) {
		switch name {
		case "kind":
			o.Kind = r.string()
		case "span":
			r.span(&o.Span)
		case "line":
			o.Line = int(r.integer())
		default:
			r.skip()
		}
	})
}

func (r *reader) recreated(v *Recreated) {
	r.object(func(name string) {
		switch name {
		case "verdict":
			v.Verdict = r.string()
		case "class":
			v.Class = r.string()
		case "config":
			v.Config = optional(r, r.node)
		case "differences":
			v.Differences = items(r, r.difference)
		case "exception":
			v.Exception = optional(r, r.exception)
		case "diagnostics":
			v.Diagnostics = items(r, r.diagnostic)
		case "jsonSafe":
			v.JSONSafe = r.bool()
		case "jsonWhy":
			v.JSONWhy = r.string()
		case "coldReload":
			v.ColdReload = r.bool()
		case "coldWhy":
			v.ColdWhy = r.string()
		case "weights":
			v.Weights = items(r, r.weight)
		case "params":
			v.Params = r.integer()
		default:
			r.further(name, func(f *fields) { recreatedFields(f, v) })
		}
	})
}

func (r *reader) difference(d *Difference) {
	r.object(func(name string) {
		switch name {
		case "path":
			d.Path = r.string()
		case "want":
			d.Want = r.string()
		case "got":
			d.Got = r.string()
		case "why":
			d.Why = r.string()
		default:
			r.skip()
		}
	})
}
