package share

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type golden struct {
	Version int
	Payload string
	State   State
}

func goldens(t testing.TB) (all []golden) {
	f, err := os.Open("testdata/links/links.jsonl")
	require.NoError(t, err)
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var g golden
		require.NoError(t, json.Unmarshal(lines.Bytes(), &g))
		all = append(all, g)
	}
	return all
}

func TestLinksOfEveryVersionOpen(t *testing.T) {
	versions := map[int]int{}
	for _, g := range goldens(t) {
		s, err := Decode(g.Payload)
		require.NoError(t, err, g.Payload)
		assert.Equal(t, g.State, s)
		versions[g.Version]++
	}
	assert.Greater(t, versions[1], 5)
	assert.Greater(t, versions[2], 5)
}

// programs are the programs of the repository, as texts of the kind that people share.
func programs(t testing.TB) (all []string) {
	files, err := filepath.Glob("../../web/examples/*.py")
	require.NoError(t, err)
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		all = append(all, string(text))
	}
	f, err := os.Open("../testdata/programs/guide.jsonl")
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Buffer(nil, 1<<24); lines.Scan(); {
		var p struct{ Python string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &p))
		if p.Python != "" {
			all = append(all, p.Python)
		}
	}
	require.Greater(t, len(all), 20)
	return all
}

func TestThereAndBack(t *testing.T) {
	states := []State{{}, {Program: "a"}, {Object: "only"}, {Program: "\x00\n", Config: strings.Repeat("{", 300), Key: "a.b", Form: "python", Pane: "recreated"}}
	for _, p := range programs(t) {
		states = append(states, State{Program: p}, State{Program: p, Object: "layer"})
	}
	seen := map[string]State{}
	for _, s := range states {
		payload, err := Encode(s)
		require.NoError(t, err)
		back, err := Decode(payload)
		require.NoError(t, err)
		assert.Equal(t, s, back)
		again, _ := Encode(s)
		assert.Equal(t, payload, again)
		if other, found := seen[payload]; found {
			assert.Equal(t, other, s)
		}
		seen[payload] = s
	}
}

// What is written is standard raw deflate: any library reads it.
func TestTheStandardLibraryUnpacksLinks(t *testing.T) {
	payload, err := Encode(State{Program: "import keras\n", Object: "x"})
	require.NoError(t, err)
	packed, err := base64.RawURLEncoding.DecodeString(payload)
	require.NoError(t, err)
	assert.Equal(t, byte(2), packed[0])
	body, err := io.ReadAll(flate.NewReaderDict(bytes.NewReader(packed[3:]), dictionary2))
	require.NoError(t, err)
	assert.Equal(t, "\x01\x01x\x00import keras\n", string(body))
}

func TestWhatCannotBeEncoded(t *testing.T) {
	_, err := Encode(State{Program: strings.Repeat("a", MaxBody)})
	assert.ErrorIs(t, err, ErrTooLarge)
	_, err = Encode(State{Program: "\xff"})
	assert.ErrorIs(t, err, ErrNotText)
	_, err = Encode(State{Object: "\xff"})
	assert.ErrorIs(t, err, ErrNotText)
}

func TestDamagedLinks(t *testing.T) {
	v2 := func(tail string, body string) string {
		sum := check([]byte(body))
		var b bytes.Buffer
		w, _ := flate.NewWriterDict(&b, 9, dictionary2)
		io.WriteString(w, body)
		w.Close()
		return base64.RawURLEncoding.EncodeToString(append([]byte{2, sum[0], sum[1]}, b.String()+tail...))
	}
	bomb := "v1=" + base64.RawURLEncoding.EncodeToString(append([]byte{1}, deflated(t, strings.Repeat("\x00", 40_000_000))...))
	require.NotErrorIs(t, errOf(v2("", "\x00print()")), ErrDamaged)
	for payload, want := range map[string]error{
		"": ErrEmpty, "v1=": ErrEmpty, "v999=abc": ErrForeign, "%%%%": ErrForeign, "section-2": ErrForeign, "Ag": ErrCut, "Agxx": ErrCut,
		"v1=CXg": ErrDamaged, "v1=A": ErrDamaged, "v1=AP_-": ErrNotText, "Bwxxxx": ErrVersion, "_wxxxx": ErrForeign,
		bomb: ErrTooLarge, v2("", strings.Repeat("\x00", 40_000_000)): ErrTooLarge, strings.Repeat("A", maxPayload+1): ErrTooLarge,
		v2("", ""): ErrDamaged, v2("", "\x01\x05abc"): ErrDamaged, v2("", "\x80"): ErrDamaged, v2("", "\x01\x80"): ErrDamaged,
		v2("", "\x01\x01\xff\x00"): ErrNotText, v2("", "\x00\xff"): ErrNotText, v2("more", "\x00a"): ErrDamaged,
		v2("", "\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01a"): ErrDamaged,
	} {
		if s, err := Decode(payload); err != want {
			t.Errorf("%.40q: %v (%.20q), want %v", payload, err, s.Program, want)
		}
	}
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func errOf(payload string) error { _, err := Decode(payload); return err }

// Any single change of a link is noticed, except for what 16 bits of check let pass.
func TestChangedAndCutLinksAreNoticed(t *testing.T) {
	for _, p := range programs(t)[:10] {
		payload, err := Encode(State{Program: p})
		require.NoError(t, err)
		passed := 0
		for i := range payload {
			c := alphabet[(strings.IndexByte(alphabet, payload[i])+1+i%62)%64]
			changed := payload[:i] + string(c) + payload[i+1:]
			if s, err := Decode(changed); err == nil && s.Program != p {
				passed++
			}
			require.Error(t, errOf(payload[:i]), "cut to %d", i)
		}
		assert.LessOrEqual(t, passed, 1)
	}
}

func TestPayloadOfALink(t *testing.T) {
	for link, want := range map[string]string{
		"http://a/b?c#xyz": "xyz", "#xyz": "xyz", "xyz": "xyz", " xyz\n": "xyz", "http://a/#xyz).": "xyz", "#v1=AA": "v1=AA", "http://a/#": "",
	} {
		assert.Equal(t, want, Payload(link), link)
	}
	link, err := Link("http://a/b#old", State{Program: "a"})
	require.NoError(t, err)
	assert.Regexp(t, `^http://a/b#[A-Za-z0-9_-]+$`, link)
}

func deflated(t testing.TB, s string) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, 9)
	require.NoError(t, err)
	io.WriteString(w, s)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// TestLinkSizes prints how long links are beside what others would give, and holds the goal.
func TestLinkSizes(t *testing.T) {
	var raw, zip, plain, theirs, ours int
	all := programs(t)
	for _, p := range all {
		raw += base64.RawURLEncoding.EncodedLen(len(p))
		var b bytes.Buffer
		w, _ := gzip.NewWriterLevel(&b, 9)
		io.WriteString(w, p)
		w.Close()
		zip += base64.RawURLEncoding.EncodedLen(b.Len())
		plain += base64.RawURLEncoding.EncodedLen(len(deflated(t, p)))
		b.Reset()
		d, _ := flate.NewWriterDict(&b, 9, dictionary2)
		io.WriteString(d, p)
		d.Close()
		theirs += base64.RawURLEncoding.EncodedLen(b.Len() + 3)
		payload, err := Encode(State{Program: p})
		require.NoError(t, err)
		ours += len(payload)
	}
	n := len(all)
	t.Logf("%d programs, characters each: plain %d, gzip %d, deflate %d, deflate with dictionary %d, links %d", n, raw/n, zip/n, plain/n, theirs/n, ours/n)
	assert.Less(t, ours, theirs)
	assert.Less(t, 2*ours, plain)
}

func FuzzDecode(f *testing.F) {
	for _, g := range goldens(f) {
		f.Add(g.Payload)
	}
	f.Fuzz(func(t *testing.T, payload string) {
		s, err := Decode(payload)
		if err != nil {
			if s != (State{}) {
				t.Fatal("an error and a state")
			}
			return
		}
		again, err := Encode(s)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if back, err := Decode(again); err != nil || back != s {
			t.Fatalf("%v, %v", back, err)
		}
	})
}
