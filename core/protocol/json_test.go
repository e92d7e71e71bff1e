package protocol

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fill sets every field that it reaches to a value that is not zero, so that a field forgotten by the encoder or the
// decoder shows.
func fill(v reflect.Value, seed *int, depth int) {
	*seed++
	if !v.CanSet() { // what stands beside the JSON
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if depth < 7 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), seed, depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), seed, depth+1)
		}
	case reflect.Slice:
		if depth < 8 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0), seed, depth+1)
			fill(v.Index(1), seed, depth+1)
		}
	case reflect.String:
		v.SetString(strings.Repeat("é\"\\\n<\u2028\U0001f600", *seed%3) + string(rune('a'+*seed%26)))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*seed))
	case reflect.Bool:
		v.SetBool(true)
	}
}

func TestEveryFieldComesBack(t *testing.T) {
	seed := 0
	var request Request
	fill(reflect.ValueOf(&request).Elem(), &seed, 0)
	var gotRequest Request
	require.NoError(t, gotRequest.UnmarshalJSON(request.AppendJSON(nil)))
	assert.Equal(t, request, gotRequest)

	var response Response
	fill(reflect.ValueOf(&response).Elem(), &seed, 0)
	text := response.AppendJSON(nil)
	require.True(t, json.Valid(text))
	var gotResponse Response
	require.NoError(t, gotResponse.UnmarshalJSON(text))
	assert.Equal(t, response, gotResponse)
}

func TestAttachedBytesComeBack(t *testing.T) {
	request := Request{ID: 7, Open: &OpenRequest{Name: "a\x00b.keras"}}
	request.Attach([]byte{0, 1, '{', 0xff, 0})
	var got Request
	require.NoError(t, got.UnmarshalJSON(request.AppendJSON(nil)))
	assert.Equal(t, request, got)
	assert.Equal(t, []byte{0, 1, '{', 0xff, 0}, got.Attached())
}

func TestNamesAreTheFieldsOwn(t *testing.T) {
	seed := 0
	var response Response
	fill(reflect.ValueOf(&response).Elem(), &seed, 0)
	var got map[string]any
	require.NoError(t, json.Unmarshal(response.AppendJSON(nil), &got))
	checkNames(t, reflect.TypeFor[Response](), got)
}

// checkNames compares a struct's field names with the keys of the object that encoding/json read from our text.
func checkNames(t *testing.T, typ reflect.Type, got map[string]any) {
	t.Helper()
	for i := range typ.NumField() {
		field := typ.Field(i)
		name := strings.ToLower(field.Name[:1]) + field.Name[1:]
		switch field.Name {
		case "JSON", "ID", "HTML":
			name = strings.ToLower(field.Name)
		case "JSONError":
			name = "jsonError"
		case "JSONSafe":
			name = "jsonSafe"
		case "JSONWhy":
			name = "jsonWhy"
		}
		value, ok := got[name]
		if !assert.True(t, ok, "%s.%s is not in the JSON", typ.Name(), field.Name) {
			continue
		}
		inner := field.Type
		for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if many, ok := value.([]any); ok && len(many) > 0 {
			value = many[0]
		}
		if object, ok := value.(map[string]any); ok && inner != typ {
			checkNames(t, inner, object)
		}
	}
}

func TestStringsBecomeJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "abc", `"abc"`},
		{"quotes and backslash", `a"b\c`, `"a\"b\\c"`},
		{"control", "\x00\x1b\n\r\t\x7f", `"\u0000\u001b\n\r\t\u007f"`},
		{"end of script", "</script>", `"\u003c/script>"`},
		{"separators", "\u2028\u2029", `"\u2028\u2029"`},
		{"astral", "\U0001f600", "\"\U0001f600\""},
		{"lone high surrogate", "a\xed\xa0\xbdb", `"a\ud83db"`},
		{"lone low surrogate", "\xed\xbf\xbf", `"\udfff"`},
		{"stray byte", "a\xffb", "\"a\ufffdb\""},
		{"cut character", "\xe2\x82", "\"\ufffd\ufffd\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := appendQuoted(nil, c.in)
			assert.Equal(t, c.want, string(got))
			assert.True(t, json.Valid(got))
			assert.True(t, utf8.Valid(got))
		})
	}
}

func TestSurrogatesComeBack(t *testing.T) {
	for _, s := range []string{"\xed\xa0\x80", "x\xed\xbf\xbfy", "\xed\xa0\xbd.\xed\xb8\x80"} {
		r := reader{in: appendQuoted(nil, s)}
		assert.Equal(t, s, r.string())
		assert.NoError(t, r.end())
	}
	r := reader{in: []byte(`"\ud83d\ude00 \ud83dA \ud83d"`)}
	assert.Equal(t, "\U0001f600 \xed\xa0\xbdA \xed\xa0\xbd", r.string())
}

func TestUnknownFieldsArePassedOver(t *testing.T) {
	var got Response
	require.NoError(t, got.UnmarshalJSON([]byte(` { "id" : 7, "later": {"a": [1, -2.5e3, "x\n", true, false, null, {}]}, "failure": "no" } `)))
	assert.Equal(t, Response{ID: 7, Failure: "no"}, got)
}

func TestDamagedMessagesAreErrors(t *testing.T) {
	whole := (&Response{ID: 3, Result: &Result{Stdout: "hé\n", Objects: []Object{{Name: "x", Config: &Node{Kind: "dict"}}}}}).AppendJSON(nil)
	for i := range whole {
		var got Response
		assert.Error(t, got.UnmarshalJSON(whole[:i]), "cut at %d", i)
	}
	for _, text := range []string{"", "null", "[]", `{"id":"x"}`, `{"id":1}x`, `{"id":1,}`, `{"id":99999999999999999999}`, `{"failure":"\x"}`,
		`{"failure":"\u12"}`, "{\"failure\":\"\n\"}", strings.Repeat(`{"a":`, 20_000), `{"later":` + strings.Repeat("[", 50_000)} {
		var got Response
		assert.Error(t, got.UnmarshalJSON([]byte(text)), "%.20s", text)
	}
}

func FuzzResponse(f *testing.F) {
	seed := 0
	var response Response
	fill(reflect.ValueOf(&response).Elem(), &seed, 5)
	f.Add(response.AppendJSON(nil))
	f.Add([]byte(`{"id":1,"failure":"\ud800\u0000"}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		var first, second Response
		if first.UnmarshalJSON(in) != nil {
			return
		}
		out := first.AppendJSON(nil)
		require.True(t, json.Valid(out))
		require.NoError(t, second.UnmarshalJSON(out))
		assert.Equal(t, out, second.AppendJSON(nil))
	})
}

func FuzzStrings(f *testing.F) {
	f.Add("\xed\xa0\xbd\xed\xb8\x80")
	f.Fuzz(func(t *testing.T, s string) {
		out := appendQuoted(nil, s)
		require.True(t, json.Valid(out))
		require.True(t, utf8.Valid(out))
		r := reader{in: out}
		got := r.string()
		require.NoError(t, r.end())
		if utf8.ValidString(s) {
			assert.Equal(t, s, got)
		}
	})
}

func BenchmarkEncodeResult(b *testing.B) {
	leaf := Node{Key: "units", Kind: "int", Repr: "64", Origin: Origin{Kind: "argument", Span: Span{10, 20}, Line: 3}, Default: true}
	config := Node{Kind: "dict", Repr: "1000 items"}
	for range 1000 {
		config.Children = append(config.Children, leaf)
	}
	r := Result{Stdout: strings.Repeat("x", 1000), Objects: []Object{{Name: "layer", Config: &config}}}
	out := r.AppendJSON(nil)
	b.SetBytes(int64(len(out)))
	for b.Loop() {
		out = r.AppendJSON(out[:0])
	}
}
