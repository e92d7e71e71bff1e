package object

// exceptionDocs says what the built-in exceptions mean.
var exceptionDocs = map[string]string{
	"ArithmeticError":     "The base of errors in arithmetic.",
	"AssertionError":      "An assert statement found its condition false.",
	"AttributeError":      "An object has no attribute of that name, or it cannot be set.",
	"BaseExceptionGroup":  "Several exceptions raised together, of any kind.",
	"EOFError":            "There is nothing more to read.",
	"Exception":           "The base of all exceptions that a program may want to handle.",
	"ExceptionGroup":      "Several exceptions raised together.",
	"FileNotFoundError":   "There is no file of that name.",
	"GeneratorExit":       "A generator is being closed.",
	"ImportError":         "A module, or a name in it, cannot be imported.",
	"IndentationError":    "A line is indented wrongly.",
	"IndexError":          "A sequence has no item at that place.",
	"KeyError":            "A mapping has no such key.",
	"KeyboardInterrupt":   "The program was interrupted by its user.",
	"LookupError":         "The base of errors of look-ups by index or key.",
	"MemoryError":         "A value would take too much memory.",
	"ModuleNotFoundError": "There is no module of that name.",
	"NameError":           "No variable has that name.",
	"NotImplementedError": "A method that a subclass must provide was called.",
	"OSError":             "The base of errors that come from the operating system.",
	"OverflowError":       "A number is too large for what it is to be used for.",
	"PermissionError":     "The operation is not permitted.",
	"RecursionError":      "Calls are nested too deeply.",
	"RuntimeError":        "An error that fits no other class.",
	"StopIteration":       "An iterator has no more items.",
	"SyntaxError":         "A text is no valid program.",
	"SystemExit":          "The program asks to end.",
	"TypeError":           "A value has the wrong type for what is done with it.",
	"UnboundLocalError":   "A local variable was read before it had a value.",
	"UserWarning":         "A warning that a program issues itself.",
	"ValueError":          "A value has the right type and is still not allowed.",
	"Warning":             "The base of all warnings.",
	"ZeroDivisionError":   "A number was divided by zero.",
}

func init() {
	for _, c := range exceptionClasses {
		doc := exceptionDocs[c.Name]
		if doc == "" {
			doc = "A built-in exception, or the base of some."
		}
		if c.dict.getStr(nameDoc) == nil {
			c.dict.setStr(nameDoc, NewStr(doc))
		}
	}
}
