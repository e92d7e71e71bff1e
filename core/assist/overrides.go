package assist

import (
	"strings"

	"layerglass/core/protocol"
)

// override is a method that a class of Keras calls and that people write.
type override struct{ name, head, body, doc string }

// overrides are the methods of a layer that are worth completing behind def.
var overrides = []override{
	{"__init__", "(self, $0, **kwargs)", "super().__init__(**kwargs)", "Takes the arguments and hands **kwargs to the base class."},
	{"build", "(self, input_shape)", "$0", "Makes the weights, once the input's shape is known."},
	{"call", "(self, inputs)", "return inputs$0", "Computes the outputs."},
	{"get_config", "(self)", "config = super().get_config()\nconfig.update({$0})\nreturn config", "Returns the arguments that recreate the object."},
	{"from_config", "(cls, config)", "return cls(**config)$0", "Makes an object of a config; it needs @classmethod above."},
	{"compute_output_shape", "(self, input_shape)", "return input_shape$0", "Tells the output's shape for an input's."},
	{"get_build_config", "(self)", "return {$0}", "Returns what build_from_config needs to make the weights again."},
	{"build_from_config", "(self, config)", "$0", "Builds the object from what get_build_config returned."},
}

// overrides lists the methods that the class around the place does not have yet.
func (l *lister) overrides(p *place) {
	d := l.around(p.at)
	if d == nil || !d.class || l.nativeBase(d) == nil {
		return
	}
	indent := strings.Repeat(" ", column(l.text, p.before[0].start))
	for i, o := range overrides {
		if d.member(o.name) != nil {
			continue
		}
		body := indent + "    " + strings.ReplaceAll(o.body, "\n", "\n"+indent+"    ")
		l.add(protocol.Completion{Label: o.name, Kind: "snippet", Detail: strings.ReplaceAll(o.head, "$0, ", ""), Doc: o.doc,
			Insert: o.name + o.head + ":\n" + body}, i)
	}
}
