// Package protocol is what page, embed and command line say to the engine and hear from it: plain values with one
// encoding, so that all of them see the same Result.
package protocol

// Request asks the engine for one thing. Exactly one of the pointers is set.
type Request struct {
	// ID comes back in the Response; the asker chooses it.
	ID       int
	Run      *RunRequest
	Recreate *RecreateRequest
	Describe *DescribeRequest
	Assist   *AssistRequest
	Generate *GenerateRequest
	Site     *SiteRequest
	Change   *ChangeRequest
	Put      *PutRequest
	Graph    *GraphRequest
	Cover    *CoverRequest
	Compare  *CompareRequest
	Open     *OpenRequest
	Export   *ExportRequest
	Panel    *Panel

	attached []byte // see Attach
}

// Response answers the Request with the same ID.
type Response struct {
	ID         int
	Result     *Result
	Recreated  *Recreated
	Reference  *Reference
	Assistance *Assistance
	Code       *Code
	Site       *Site
	Edits      *Edits
	Graph      *Graph
	Coverage   *Coverage
	Comparison *Comparison
	Opened     *Opened
	Exported   *Exported
	Panel      *Panel
	// Failure is set when the engine itself could not answer; the sentence says what to do.
	Failure string
}

// RunRequest runs a program.
type RunRequest struct {
	File string // name that tracebacks show
	Text string
	// Steps is the step budget; 0 means the default.
	Steps int64
}

// RecreateRequest recreates an object of the last run from an edited configuration, a Python literal or JSON text.
type RecreateRequest struct {
	Object string // Object.Name
	Config string
}

// Result is everything one run gave.
type Result struct {
	// Stdout is exactly what the program printed; Truncated says that the output budget cut it.
	Stdout    string
	Truncated bool
	// Stderr is what the program itself wrote to stderr (warnings, logging).
	Stderr string
	// Exception is the uncaught exception, or nil.
	Exception *Exception
	// Diagnostics are the problems told to a person, the most important first.
	Diagnostics []Diagnostic
	// Objects are the Keras objects that module variables hold, in the order of their creation.
	Objects []Object
	// Steps counts evaluation steps; Micros is the wall time in microseconds.
	Steps  int64
	Micros int64
}

// Exception is an uncaught Python exception.
type Exception struct {
	Type    string // "ValueError", or "module.Name" for a class of the program's own, as a traceback names it
	Message string // str(e)
	// Traceback is the text that Python would print, chained causes included, ending with a newline.
	Traceback string
	Frames    []Frame
	// Status is the status that Python exits with because of it: that of a SystemExit, 130 for KeyboardInterrupt, else 1.
	Status int
}

// Frame is one line of a traceback, outermost first.
type Frame struct {
	Function string // "<module>", "CustomDense.get_config"
	Line     int    // 1-based
	Span     Span
}

// Span is a range of bytes [Start, End) of the program's text. Start == End == 0: no place.
type Span struct{ Start, End int }

// Diagnostic is a problem told to a person. See package diag for the meaning of each part.
type Diagnostic struct {
	Code      string
	Severity  string // "error", "warning", "info"
	Span      Span
	Line      int // 1-based line of Span, 0 without a place
	Column    int // 1-based column in code points
	Message   string
	Why       string
	Exception string
	Notes     []Note
	Fixes     []Fix
}

// Note is a remark tied to a place.
type Note struct {
	Span    Span
	Message string
}

// Fix is a change of the text that mends a problem.
type Fix struct {
	Title string
	Edits []Edit
}

// Edit replaces Span by Text.
type Edit struct {
	Span Span
	Text string
}

// Object is one Keras object that a program made.
type Object struct {
	// Name is the variable that holds it; a second variable for the same object is listed in Aliases.
	Name    string
	Aliases []string
	// Class is the Python class's name, Module where it is defined ("keras.layers", "__main__").
	Class  string
	Module string
	// Kind is "layer", "model", "optimizer", "loss", "metric", "initializer", "regularizer", "constraint", "policy" or "object".
	Kind string
	// Span is the expression that constructed it.
	Span Span
	// Config is get_config()'s result, or nil when it raised; then ConfigError and ConfigDiagnostics say why.
	Config            *Node
	ConfigError       *Exception
	ConfigDiagnostics []Diagnostic
	// JSON is json.dumps(config, indent=2); "" when the config is not JSON, and JSONError says what is in the way.
	JSON      string
	JSONError string
	// Python is repr(config).
	Python string
	// Serialized is serialize_keras_object(o) as indented JSON, or "".
	Serialized string

	Built       bool
	InputShape  string // repr, "" when unknown
	OutputShape string
	Params      int64 // -1 when unknown
	Weights     []Weight
	Recreated   *Recreated
	// Checked is the number of constructor calls of the class that are compared with Keras 3.15.1; 0 for a class of the program.
	Checked int
}

// Weight is one variable of an object.
type Weight struct {
	Path      string
	Shape     []int
	Dtype     string
	Trainable bool
}

// Node is one value of a configuration tree.
type Node struct {
	// Key is the dict key or the index under the parent, as text; "" at the root.
	Key string
	// Kind is "none", "bool", "int", "float", "str", "list", "tuple", "dict", "object" (a serialized Keras object) or "other".
	Kind string
	// Repr is the Python repr of a leaf; of a container a short form ("DTypePolicy('float32')", "3 items").
	Repr     string
	Children []Node
	Origin   Origin
	// Default says that the value equals the constructor's default.
	Default bool
	// Doc is one sentence about the key, or "".
	Doc string
}

// Origin says where a configuration value came from.
type Origin struct {
	// Kind is "argument" (Span is the argument in the constructing call), "code" (Span is the call that made the object, or the place in a
	// get_config that wrote the key), "default", "automatic" (Keras chose it, such as a name), "graph" (it says how a model's layers are
	// put together) or "" when unknown.
	Kind string
	Span Span
	Line int
}

// Recreated is what came back from from_config.
type Recreated struct {
	// Verdict is "equal", "differs", "failed" or "none" (nothing to recreate).
	Verdict string
	Class   string
	// Config is the recreated object's own configuration.
	Config      *Node
	Differences []Difference
	Exception   *Exception
	Diagnostics []Diagnostic
	// JSONSafe says whether the config survives JSON; JSONWhy why not, or what changes (tuples become lists).
	JSONSafe bool
	JSONWhy  string
	// ColdReload says whether a new process that knows only Keras could load it; ColdWhy is the reason.
	ColdReload bool
	ColdWhy    string
	Weights    []Weight
	Params     int64 // -1 when unknown
	// Built says that the copy was built for the shapes that the original was built for.
	Built       bool
	InputShape  string // repr, "" when unknown
	OutputShape string
	// Changed tells how what came back differs from the config that from_config was given: tuples that became lists, defaults that
	// were filled in, keys that were dropped.
	Changed []Difference
	// Proofs is the card that says what a round trip keeps.
	Proofs []Proof
}

// Difference is one key whose value did not come back the same.
type Difference struct {
	// Path is the place in the configuration: "activation", "layer.config.units".
	Path string
	// Want and Got are Python reprs; "" where the key is missing.
	Want, Got string
	Why       string
}
