// Package panel draws what the engine shows of its own knowledge: parts of panes that few people look at, so that what computes and
// draws them loads behind the first result. The page asks for one with a protocol.Panel and puts its markup into a pane as it is.
package panel

import (
	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/web/view"
)

// Draw answers a request for a panel.
func Draw(s *core.Session, q *protocol.Panel) *protocol.Panel {
	var w view.Sheet
	switch q.Name {
	case "trial":
		trial(&w, s.Try(core.TrialRequest{Object: q.Object, Config: q.Config, Copy: q.Option == "copy"}))
	case "classes":
		classes(&w, s.Describe(protocol.DescribeRequest{}))
	case "weights":
		weights(&w, s.Numbers(q.Object))
	}
	out := *q
	out.Markup = w.HTML()
	return &out
}
