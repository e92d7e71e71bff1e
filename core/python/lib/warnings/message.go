package warnings

import "layerglass/core/python/object"

// message is a WarningMessage: what showwarning gets and catch_warnings(record=True) collects.
type message struct {
	fields [7]object.Object // in the order of messageFields
	known  object.Object    // the program's line, where the warning came from it
}

var messageFields = [...]string{"message", "category", "filename", "lineno", "file", "line", "source"}

var messageClass = object.NewType("WarningMessage", "warnings", nil).Final()

// Class returns the type warnings.WarningMessage.
func (*message) Class() *object.Class { return messageClass }

// newMessage makes a message of up to seven fields.
func newMessage(fields []object.Object) *message {
	m := &message{known: object.None}
	for i := range m.fields {
		m.fields[i] = object.None
		if i < len(fields) {
			m.fields[i] = fields[i]
		}
	}
	return m
}

// line is the program's line, looked up when the warning did not bring it.
func (m *message) line(t *object.Thread) object.Object {
	if m.known != object.None {
		return m.known
	}
	name, _ := object.AsString(m.fields[2])
	n, _ := object.AsInt64(m.fields[3])
	for f := t.Top; f != nil; f = f.Back {
		if f.Code != nil && f.Code.File != nil && f.Code.File.Name == name {
			return object.NewStr(f.Code.File.LineText(int(n)))
		}
	}
	return object.None
}

// Str shows all fields.
func (m *message) Str(t *object.Thread) (string, error) {
	var parts [7]string
	for i, f := range m.fields {
		if c, ok := f.(*object.Class); ok && i == 1 {
			parts[i] = object.QuoteStr(c.Name)
			continue
		}
		var err error
		if parts[i], err = object.Repr(t, f); err != nil {
			return "", err
		}
	}
	return "{message : " + parts[0] + ", category : " + parts[1] + ", filename : " + parts[2] + ", lineno : " + parts[3] + ", line : " + parts[5] + "}", nil
}

func init() {
	messageClass.Protocols(&message{})
	messageClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		v, err := messageSignature.Bind(t, "WarningMessage", nil, a, nil)
		if err != nil {
			return nil, err
		}
		return newMessage(v), nil
	}
	for i, name := range messageFields {
		messageClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*message).fields[i], nil })
	}
	messageClass.Getter("_category_name", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		if c, ok := o.(*message).fields[1].(*object.Class); ok {
			return object.NewStr(c.Name), nil
		}
		return object.None, nil
	})
}

var messageSignature = object.ParseSignature("(message, category, filename, lineno, file=None, line=None, source=None)")
