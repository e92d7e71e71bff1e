package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var built = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func site() fstest.MapFS {
	file := func(s string, age time.Duration) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(s), ModTime: built.Add(-age)}
	}
	return fstest.MapFS{
		"index.html":      file("<!doctype html>", 0),
		"app.wasm":        file("\x00asm", 0),
		"app.wasm.br":     file("brotli", 0),
		"app.wasm.gz":     file("gzip", 0),
		"style.css":       file("new", 0),
		"style.css.br":    file("old", time.Hour),
		"app.webmanifest": file("{}", 0),
		"examples/one.py": file("print(1)\n", 0),
		"secret.key":      file("no", 0),
	}
}

func get(t *testing.T, address string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Handler(site()).ServeHTTP(w, r)
	return w
}

func TestFilesAndTypes(t *testing.T) {
	for _, c := range []struct {
		address, mediaType, body string
		status                   int
	}{
		{"/", "text/html; charset=utf-8", "<!doctype html>", 200},
		{"/index.html?x", "text/html; charset=utf-8", "<!doctype html>", 200},
		{"/app.wasm", "application/wasm", "\x00asm", 200},
		{"/app.webmanifest?v=1", "application/manifest+json", "{}", 200},
		{"/examples/one.py", "text/plain; charset=utf-8", "print(1)\n", 200},
		{"/examples", "text/plain; charset=utf-8", "There is nothing at this address.\n", 404},
		{"/secret.key", "text/plain; charset=utf-8", "There is nothing at this address.\n", 404},
		{"/app.wasm.br", "text/plain; charset=utf-8", "There is nothing at this address.\n", 404},
		{"/../../etc/passwd", "text/plain; charset=utf-8", "There is nothing at this address.\n", 404},
	} {
		w := get(t, c.address)
		assert.Equal(t, c.status, w.Code, c.address)
		assert.Equal(t, c.mediaType, w.Header().Get("Content-Type"), c.address)
		assert.Equal(t, c.body, w.Body.String(), c.address)
		assert.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"), c.address)
		assert.Contains(t, w.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'", c.address)
		assert.NotContains(t, w.Header().Get("Content-Security-Policy"), "unsafe-inline", c.address)
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ address, accept, encoding, body string }{
		{"/app.wasm", "gzip, deflate, br", "br", "brotli"},
		{"/app.wasm", "gzip", "gzip", "gzip"},
		{"/app.wasm", "gzip, br;q=0", "gzip", "gzip"},
		{"/app.wasm", "br; q=0.5", "br", "brotli"},
		{"/app.wasm", "", "", "\x00asm"},
		{"/app.wasm", "brotli", "", "\x00asm"},
		{"/style.css", "br", "", "new"}, // the compressed form is older than the file
	} {
		w := get(t, c.address, "Accept-Encoding", c.accept)
		assert.Equal(t, c.encoding, w.Header().Get("Content-Encoding"), c.accept)
		assert.Equal(t, c.body, w.Body.String(), c.accept)
		assert.Equal(t, "Accept-Encoding", w.Header().Get("Vary"))
	}
}

func TestUnchangedFilesAreNotSentAgain(t *testing.T) {
	first := get(t, "/app.wasm")
	require.NotEmpty(t, first.Header().Get("ETag"))
	assert.Equal(t, "no-cache", first.Header().Get("Cache-Control"))
	again := get(t, "/app.wasm", "If-None-Match", first.Header().Get("ETag"))
	assert.Equal(t, http.StatusNotModified, again.Code)
	assert.Empty(t, again.Body.String())
	assert.NotEqual(t, first.Header().Get("ETag"), get(t, "/app.wasm", "Accept-Encoding", "br").Header().Get("ETag"))
}

func TestOtherMethodsAreRefused(t *testing.T) {
	w := httptest.NewRecorder()
	Handler(site()).ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	assert.Equal(t, http.StatusMethodNotAllowed, w.Code)
	assert.Equal(t, "GET, HEAD", w.Header().Get("Allow"))
}

func TestWithoutABuildThePageSaysSo(t *testing.T) {
	w := httptest.NewRecorder()
	Handler(fstest.MapFS{}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	assert.Contains(t, w.Body.String(), "make build")
}
