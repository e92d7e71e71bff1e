//go:build !js

package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/share/server"
	"layerglass/core/share/server/disk"
	"layerglass/core/share/server/servertest"
)

const short = `<!doctype html><script type="module" src="../loader.js?v="></script>` + HeadMark

// TestAPI runs the suite that every server has to pass against what serve.go serves.
func TestAPI(t *testing.T) {
	files := site()
	files[ShortFile] = &fstest.MapFile{Data: []byte(short)}
	store, err := disk.Open(t.TempDir())
	require.NoError(t, err)
	defer store.Close()
	s := httptest.NewServer(Site(files, server.New(server.Options{
		Store: store, Page: ShortPage(files), Allow: server.NewLimiter(1, true).Allow, Log: slog.New(slog.DiscardHandler),
	})))
	defer s.Close()
	servertest.Run(t, servertest.Server{Base: s.URL + "/", Pages: true})
}

func TestShortPageThatIsNotBuilt(t *testing.T) {
	w := httptest.NewRecorder()
	ShortPage(fstest.MapFS{})(w, httptest.NewRequest(http.MethodGet, "/s/x", nil), 200, "")
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	assert.Contains(t, w.Body.String(), "make build")
}

func TestWhoMayFrame(t *testing.T) {
	files := fstest.MapFS{"index.html": {Data: []byte("a")}, "embed.html": {Data: []byte("b")}, "embed.js": {Data: []byte("c")}}
	get := func(path string) http.Header {
		w := httptest.NewRecorder()
		Handler(files).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		require.Equal(t, 200, w.Code)
		return w.Header()
	}
	page, embed, script := get("/"), get("/embed.html"), get("/embed.js")
	assert.Equal(t, "DENY", page.Get("X-Frame-Options"))
	assert.Contains(t, page.Get("Content-Security-Policy"), "frame-ancestors 'none'")
	assert.Empty(t, page.Get("Access-Control-Allow-Origin"))
	assert.Empty(t, embed.Get("X-Frame-Options"))
	assert.Contains(t, embed.Get("Content-Security-Policy"), "frame-ancestors *")
	assert.NotContains(t, embed.Get("Content-Security-Policy"), "unsafe-inline")
	assert.Equal(t, "*", script.Get("Access-Control-Allow-Origin"))
	assert.Equal(t, "cross-origin", script.Get("Cross-Origin-Resource-Policy"))
	for _, h := range []http.Header{page, embed, script} {
		assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
		assert.Equal(t, "no-referrer", h.Get("Referrer-Policy"))
		assert.NotEmpty(t, h.Get("Permissions-Policy"))
	}
}

func TestHeadersFile(t *testing.T) {
	text := HeadersFile()
	assert.Contains(t, text, "\n/embed.html\n  Content-Security-Policy: "+EmbedPolicy()+"\n")
	assert.True(t, strings.HasPrefix(text, "/\n  Content-Security-Policy: "+Policy()+"\n"))
	assert.Contains(t, text, "/*.js\n")
}
