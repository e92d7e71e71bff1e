package protocol

// CompareRequest compares two objects of the last run, or one before and after an edit of its config.
type CompareRequest struct {
	Object string
	// With is the other object; Config instead is an edited config of the first, JSON or a Python literal.
	With   string
	Config string
}

// Comparison is two configs key by key, and the weights beside each other.
type Comparison struct {
	// Left and Right name the two.
	Left, Right string
	Equal       bool
	SameClass   bool
	// Differences have the left value in Want, the right one in Got.
	Differences  []Difference
	LeftWeights  []Weight
	RightWeights []Weight
	// Notes are sentences about classes and weights.
	Notes []string
	// Diagnostics say why the two cannot be compared.
	Diagnostics []Diagnostic
}

// Proof is one line of the card that says what a round trip keeps.
type Proof struct {
	// Name is "config equal", "JSON-safe", "cold reload" or "weights".
	Name  string
	Holds bool
	Why   string
}

func compareFields(f *fields, q *CompareRequest) {
	f.text("object", &q.Object)
	f.text("with", &q.With)
	f.text("config", &q.Config)
}

func comparisonFields(f *fields, c *Comparison) {
	f.text("left", &c.Left)
	f.text("right", &c.Right)
	f.flag("equal", &c.Equal)
	f.flag("sameClass", &c.SameClass)
	f.differences("differences", &c.Differences)
	f.weights("leftWeights", &c.LeftWeights)
	f.weights("rightWeights", &c.RightWeights)
	f.texts("notes", &c.Notes)
	f.diagnostics("diagnostics", &c.Diagnostics)
}

// recreatedFields are the members of Recreated that were added to those that encode.go and decode.go list.
func recreatedFields(f *fields, r *Recreated) {
	f.flag("built", &r.Built)
	f.text("inputShape", &r.InputShape)
	f.text("outputShape", &r.OutputShape)
	f.differences("changed", &r.Changed)
	many(f, "proofs", &r.Proofs, func(f *fields, p *Proof) {
		f.text("name", &p.Name)
		f.flag("holds", &p.Holds)
		f.text("why", &p.Why)
	})
}
