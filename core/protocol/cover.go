package protocol

// CoverRequest asks which constructor arguments of an object's class survive a round trip through its config. Each is varied in a
// fresh run of the program: the objects of the last run stay as they are.
type CoverRequest struct{ Object string }

// Coverage says what became of each argument.
type Coverage struct {
	Class     string
	Arguments []Covered
	// Survived and Tried count arguments: "3 of 4 survive a round trip".
	Survived, Tried int
	// Sentence says it in words, with the names of those that are lost.
	Sentence string
	// Diagnostics explain each argument that does not survive, with its place and a fix; or why nothing could be tried.
	Diagnostics []Diagnostic
}

// Covered is one argument of a constructor, varied.
type Covered struct {
	Name string
	// Verdict is "survives", "lost" (the config takes no notice), "changes" (the config notices, and the copy differs), "fails"
	// (get_config or from_config raises), or "untried" (no other value that the constructor takes was found).
	Verdict string
	// First and Second are the two values tried, as Python expressions.
	First, Second string
	// Why is a sentence about a verdict other than "survives".
	Why string
}

func coverRequestFields(f *fields, q *CoverRequest) { f.text("object", &q.Object) }

func coverageFields(f *fields, c *Coverage) {
	f.text("class", &c.Class)
	many(f, "arguments", &c.Arguments, func(f *fields, a *Covered) {
		f.text("name", &a.Name)
		f.text("verdict", &a.Verdict)
		f.text("first", &a.First)
		f.text("second", &a.Second)
		f.text("why", &a.Why)
	})
	f.integer("survived", &c.Survived)
	f.integer("tried", &c.Tried)
	f.text("sentence", &c.Sentence)
	f.diagnostics("diagnostics", &c.Diagnostics)
}
