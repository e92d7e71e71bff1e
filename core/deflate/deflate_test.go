package deflate

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math/rand"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The standard library is the referee: it must read what is written here, and what it writes must be read here.

func samples(t testing.TB) map[string][]byte {
	source, err := os.ReadFile("deflate.go")
	require.NoError(t, err)
	r := rand.New(rand.NewSource(1))
	noise := make([]byte, 200_000)
	r.Read(noise)
	few := make([]byte, 150_000)
	for i := range few {
		few[i] = "abcd"[r.Intn(4)]
	}
	skewed := make([]byte, 0, 1<<17) // Fibonacci-like frequencies make the longest codes
	for s, n := byte(0), 1; len(skewed) < 1<<16; s, n = s+1, n*8/5+1 {
		skewed = append(skewed, bytes.Repeat([]byte{s}, n)...)
	}
	r.Shuffle(len(skewed), func(i, j int) { skewed[i], skewed[j] = skewed[j], skewed[i] })
	return map[string][]byte{
		"nothing": {}, "a byte": {'a'}, "two": []byte("ab"), "a run": bytes.Repeat([]byte{'x'}, 100_000), "pairs": bytes.Repeat([]byte("ab"), 40_000),
		"source": source, "noise": noise, "few symbols": few, "skewed": skewed, "a block exactly": few[:blockSize], "all bytes": noise[:300],
		"source thrice": bytes.Repeat(source, 3), "far apart": append(append(bytes.Clone(source), noise[:windowSize-len(source)]...), source...),
	}
}

func TestTheStandardLibraryReadsWhatIsWritten(t *testing.T) {
	dictionary := []byte("func (w *writer) package deflate return 0123456789")
	for name, content := range samples(t) {
		for _, d := range [][]byte{nil, dictionary, bytes.Repeat(dictionary, 1000)} {
			if len(d) > 0 && len(content) > blockSize {
				continue
			}
			packed := Deflate(content, d, nil)
			read, err := io.ReadAll(flate.NewReaderDict(bytes.NewReader(packed), d))
			require.NoError(t, err, name)
			require.True(t, bytes.Equal(content, read), name)
			own, taken, err := Inflate(packed, d, len(content))
			require.NoError(t, err, name)
			require.True(t, bytes.Equal(content, own), name)
			assert.Equal(t, len(packed), taken, name)
			assert.Equal(t, packed, Deflate(content, d, nil), name)

			var theirs bytes.Buffer
			w, _ := flate.NewWriterDict(&theirs, flate.BestCompression, d)
			w.Write(content)
			w.Close()
			// What is long is cut into blocks here, each with a code of its own: that may cost some bytes where a run would need one.
			assert.LessOrEqual(t, len(packed), theirs.Len()+10*(len(content)/blockSize), "%s, dictionary of %d", name, len(d))
		}
	}
}

func TestWhatTheStandardLibraryWritesIsRead(t *testing.T) {
	dictionary := []byte("func (w *writer) package deflate return 0123456789")
	for name, content := range samples(t) {
		for level := flate.HuffmanOnly; level <= flate.BestCompression; level++ {
			for _, d := range [][]byte{nil, dictionary} {
				var packed bytes.Buffer
				w, err := flate.NewWriterDict(&packed, level, d)
				require.NoError(t, err)
				w.Write(content[:len(content)/2])
				w.Flush()
				w.Write(content[len(content)/2:])
				require.NoError(t, w.Close())
				size := packed.Len()
				packed.WriteString("what follows")
				read, taken, err := Inflate(packed.Bytes(), d, len(content))
				require.NoError(t, err, name)
				require.True(t, bytes.Equal(content, read), name)
				assert.Equal(t, size, taken, name)
				if len(content) > 0 {
					_, _, err = Inflate(packed.Bytes(), d, len(content)-1)
					assert.ErrorIs(t, err, ErrTooLarge, name)
				}
			}
		}
	}
}

func TestDamageIsFound(t *testing.T) {
	source := samples(t)["source"]
	packed := Deflate(source, nil, nil)
	for n := range packed {
		_, _, err := Inflate(packed[:n], nil, 1<<20)
		require.ErrorIs(t, err, ErrTruncated, "cut after %d bytes", n)
	}
	for name, c := range map[string]struct {
		bytes string
		want  error
	}{
		"nothing":                          {"", ErrTruncated},
		"the fourth kind of block":         {"\x07", ErrCorrupt},
		"a stored length without its twin": {"\x01\x05\x00\x00\x00hello", ErrCorrupt},
		"a stored block cut short":         {"\x01\x05\x00\xfa\xffhel", ErrTruncated},
		"a match before the beginning":     {"\x4b\x04\x21\x00", ErrCorrupt},
		"too many literal codes":           {"\xfd\xff\xff\xff", ErrCorrupt},
	} {
		_, _, err := Inflate([]byte(c.bytes), nil, 100)
		assert.ErrorIs(t, err, c.want, name)
	}
}

func TestBombsStopAtTheLimit(t *testing.T) {
	packed := Deflate(make([]byte, 40_000_000), nil, nil)
	assert.Less(t, len(packed), 50_000)
	_, _, err := Inflate(packed, nil, 1<<20)
	assert.True(t, errors.Is(err, ErrTooLarge))
	allocated := testing.AllocsPerRun(1, func() { Inflate(packed, nil, 1000) })
	assert.Less(t, allocated, 100.0)
}

func FuzzInflate(f *testing.F) {
	for _, content := range samples(f) {
		if len(content) < 100_000 {
			f.Add(Deflate(content, nil, nil), "")
			f.Add(Deflate(content, []byte("package"), nil), "package")
		}
	}
	const limit = 1 << 16
	f.Fuzz(func(t *testing.T, packed []byte, dictionary string) {
		own, _, err := Inflate(packed, []byte(dictionary), limit)
		theirs, theirErr := io.ReadAll(io.LimitReader(flate.NewReaderDict(bytes.NewReader(packed), []byte(dictionary)), limit+1))
		switch {
		case len(theirs) > limit:
			if err == nil {
				t.Fatal("read more than the limit")
			}
		case (err == nil) != (theirErr == nil):
			t.Fatalf("here %v, there %v", err, theirErr)
		case err == nil && !bytes.Equal(own, theirs):
			t.Fatal("read something else")
		}
	})
}

func FuzzDeflate(f *testing.F) {
	f.Add("", "")
	f.Add(strings.Repeat("ab", 300), "ba")
	f.Fuzz(func(t *testing.T, content, dictionary string) {
		read, err := io.ReadAll(flate.NewReaderDict(bytes.NewReader(Deflate([]byte(content), []byte(dictionary), nil)), []byte(dictionary)))
		if err != nil || string(read) != content {
			t.Fatalf("read %q, %v", read, err)
		}
	})
}

func BenchmarkDeflate(b *testing.B) {
	content := samples(b)["source"]
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		Deflate(content, nil, nil)
	}
}

func BenchmarkInflate(b *testing.B) {
	content := samples(b)["source thrice"]
	packed := Deflate(content, nil, nil)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		Inflate(packed, nil, len(content))
	}
}
