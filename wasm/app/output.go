//go:build js && wasm

package main

// The pane Output.

func (p *page) wireOutput() {
	onClick(element("output"), "data-copy", func(string) {
		if r := p.state.Result; r != nil {
			s := r.Stdout + r.Stderr
			if r.Exception != nil {
				s += r.Exception.Traceback
			}
			p.copied("output", s)
		}
	})
}
