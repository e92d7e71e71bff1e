package object

// WithSignature gives a Go function its parameter list ready made, in the place of the text in Sig. Functions of several
// sessions may share one: it is never changed.
func (b *Builtin) WithSignature(s *Signature) *Builtin {
	b.parsed.Store(s)
	return b
}
