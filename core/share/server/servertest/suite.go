// Package servertest holds the tests of the API that every server of short links has to pass, whatever it runs on.
package servertest

import (
	"encoding/json"
	"io"
	"math/rand"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/share"
	"layerglass/core/share/id"
)

// Server is a server under test.
type Server struct {
	Base string // its address, ending in a slash
	// Pages says that it serves the page at /s/ID too.
	Pages bool
}

// Run runs the whole suite.
func Run(t *testing.T, s Server) {
	for _, c := range []struct {
		name string
		test func(*testing.T, Server)
	}{
		{"a link there and back", thereAndBack},
		{"sharing twice gives the same link", twice},
		{"the form of payloads", forms},
		{"what is refused", refused},
		{"unknown ids", unknown},
		{"methods", methods},
		{"other origins", origins},
		{"caches", caches},
		{"health", health},
		{"embedding", oembed},
		{"many at once", many},
		{"pages", pages},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, s) })
	}
}

// Payload returns a payload with a program of n characters that no other call returned.
func Payload(t testing.TB, n int) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = byte('a' + rand.Intn(26))
	}
	payload, err := share.Encode(share.State{Program: "x = '" + string(text) + "'\n"})
	require.NoError(t, err)
	return payload
}

type reply struct {
	status int
	header http.Header
	body   string
}

func (s Server) ask(t testing.TB, method, path, body string, header ...string) reply {
	t.Helper()
	var content io.Reader
	if body != "" {
		content = strings.NewReader(body)
	}
	address := path
	if !strings.HasPrefix(path, "http") {
		address = s.Base + strings.TrimPrefix(path, "/")
	}
	q, err := http.NewRequest(method, address, content)
	require.NoError(t, err)
	if method == http.MethodPost {
		q.Header.Set("Content-Type", "text/plain")
	}
	for i := 0; i < len(header); i += 2 {
		q.Header.Set(header[i], header[i+1])
	}
	r, err := client.Do(q)
	require.NoError(t, err)
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return reply{r.StatusCode, r.Header, string(text)}
}

var client = &http.Client{
	Timeout:       2 * time.Minute, // the runtime under test may have little of a busy machine
	Transport:     &http.Transport{MaxIdleConnsPerHost: 64},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// Link is what a server answers to a shared payload.
type Link struct{ ID, URL string }

func (s Server) share(t testing.TB, payload string) Link {
	t.Helper()
	r := s.ask(t, "POST", "/api/links", payload)
	require.Equal(t, http.StatusCreated, r.status, r.body)
	var link Link
	require.NoError(t, json.Unmarshal([]byte(r.body), &link))
	assert.Equal(t, "application/json", r.header.Get("Content-Type"))
	assert.Equal(t, link.URL, r.header.Get("Location"))
	return link
}

func thereAndBack(t *testing.T, s Server) {
	payload := Payload(t, 100)
	link := s.share(t, payload)
	assert.True(t, id.Valid(link.ID), link.ID)
	assert.GreaterOrEqual(t, len(link.ID), 13)
	assert.Equal(t, s.Base+"s/"+link.ID, link.URL)
	r := s.ask(t, "GET", "/api/links/"+link.ID, "")
	assert.Equal(t, http.StatusOK, r.status)
	assert.Equal(t, payload, r.body)
	assert.Equal(t, "text/plain; charset=utf-8", r.header.Get("Content-Type"))
	assert.Equal(t, "nosniff", r.header.Get("X-Content-Type-Options"))
	assert.Contains(t, r.header.Get("Content-Security-Policy"), "default-src 'none'")
	head := s.ask(t, "HEAD", "/api/links/"+link.ID, "")
	assert.Equal(t, http.StatusOK, head.status)
	assert.Empty(t, head.body)
	assert.Equal(t, r.header.Get("ETag"), head.header.Get("ETag"))
}

func twice(t *testing.T, s Server) {
	payload := Payload(t, 50)
	first, second, other := s.share(t, payload), s.share(t, payload), s.share(t, Payload(t, 50))
	assert.Equal(t, first, second)
	assert.NotEqual(t, first.ID[:8], other.ID[:8])
	assert.Equal(t, payload, s.ask(t, "GET", "/api/links/"+first.ID, "").body)
}

// forms are the ways in which a payload may be sent: with the # or a line's end, as any type of content, in an older version.
func forms(t *testing.T, s Server) {
	payload := Payload(t, 60)
	want := s.share(t, payload)
	assert.Equal(t, want, s.share(t, "#"+payload+"\n"))
	r := s.ask(t, "POST", "/api/links", payload, "Content-Type", "application/x-www-form-urlencoded")
	assert.Equal(t, http.StatusCreated, r.status, r.body)
	old := "v1=AHByaW50KDEp"
	assert.Equal(t, old, s.ask(t, "GET", "/api/links/"+s.share(t, old).ID, "").body)
	assert.Equal(t, http.StatusCreated, s.ask(t, "POST", "/api/links?x=y", payload).status)
}

func refused(t *testing.T, s Server) {
	bomb := "v1=Ae3BAQ0AAADCoPdPbQ8HFAAAAAAAAAA" // cut short
	for name, c := range map[string]struct {
		body   string
		status int
	}{
		"nothing": {"", 400}, "junk": {"%%%", 400}, "a program": {"print(1)", 400}, "JSON": {`{"payload": "x"}`, 400}, "cut short": {bomb, 400},
		"a newer version": {"Bwxxxx", 400}, "bytes": {"\x00\xff", 400},
		"just too large":                     {strings.Repeat("A", 64<<10+1), 413},
		"very large":                         {strings.Repeat("A", 3<<20), 413},
		"as large as may be, yet no payload": {strings.Repeat("A", 64<<10), 400},
	} {
		r := s.ask(t, "POST", "/api/links", c.body)
		assertProblem(t, r, c.status, name)
	}
	large := Payload(t, 70_000)
	for n := 70_000; len(large) > 64<<10; n -= 200 {
		large = Payload(t, n)
	}
	assert.Equal(t, large, s.ask(t, "GET", "/api/links/"+s.share(t, large).ID, "").body, "as large as may be")
}

func assertProblem(t *testing.T, r reply, status int, about string) {
	t.Helper()
	assert.Equal(t, status, r.status, about)
	assert.Equal(t, "application/problem+json", r.header.Get("Content-Type"), about)
	assert.Equal(t, "no-store", r.header.Get("Cache-Control"), about)
	assert.Equal(t, "*", r.header.Get("Access-Control-Allow-Origin"), about)
	var p struct {
		Title, Detail string
		Status        int
	}
	if assert.NoError(t, json.Unmarshal([]byte(r.body), &p), about) {
		assert.Equal(t, status, p.Status, about)
		assert.Equal(t, http.StatusText(status), p.Title, about)
		assert.Regexp(t, `^[A-Z].*\.$`, p.Detail, about)
	}
}

func unknown(t *testing.T, s Server) {
	for _, path := range []string{
		"/api/links/" + id.Of(strconv.Itoa(rand.Int())), "/api/links/x", "/api/links/UPPERCASEUPPERCASEUP", "/api/links/..%2f..%2fetc", "/api/links/a/b", "/api", "/api/", "/api/other",
		"/api/links/",
	} {
		assertProblem(t, s.ask(t, "GET", path, ""), 404, path)
	}
	head := s.ask(t, "HEAD", "/api/links/"+id.Of("nobody shared this"), "")
	assert.Equal(t, 404, head.status)
	assert.Empty(t, head.body)
}

// methods: nothing lists, overwrites or deletes.
func methods(t *testing.T, s Server) {
	link := s.share(t, Payload(t, 40))
	for _, c := range []struct{ method, path, allow string }{
		{"GET", "/api/links", "POST, OPTIONS"}, {"PUT", "/api/links", "POST, OPTIONS"}, {"DELETE", "/api/links", "POST, OPTIONS"},
		{"PUT", "/api/links/" + link.ID, "GET, HEAD, OPTIONS"}, {"DELETE", "/api/links/" + link.ID, "GET, HEAD, OPTIONS"},
		{"POST", "/api/links/" + link.ID, "GET, HEAD, OPTIONS"}, {"PATCH", "/api/links/" + link.ID, "GET, HEAD, OPTIONS"},
		{"POST", "/api/health", "GET, HEAD, OPTIONS"},
	} {
		r := s.ask(t, c.method, c.path, "")
		assertProblem(t, r, 405, c.method+" "+c.path)
		assert.Equal(t, c.allow, r.header.Get("Allow"))
	}
	assert.Equal(t, 200, s.ask(t, "GET", "/api/links/"+link.ID, "").status)
}

func origins(t *testing.T, s Server) {
	for _, path := range []string{"/api/links", "/api/links/" + id.Of("x")} {
		r := s.ask(t, "OPTIONS", path, "", "Origin", "https://docs.example", "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
		assert.Equal(t, 204, r.status)
		assert.Equal(t, "*", r.header.Get("Access-Control-Allow-Origin"))
		assert.NotEmpty(t, r.header.Get("Access-Control-Allow-Methods"))
		assert.Equal(t, "Content-Type", r.header.Get("Access-Control-Allow-Headers"))
		assert.Empty(t, r.header.Get("Access-Control-Allow-Credentials"))
	}
	r := s.ask(t, "POST", "/api/links", Payload(t, 30), "Origin", "https://docs.example")
	assert.Equal(t, 201, r.status)
	assert.Equal(t, "*", r.header.Get("Access-Control-Allow-Origin"))
}

func caches(t *testing.T, s Server) {
	path := "/api/links/" + s.share(t, Payload(t, 30)).ID
	r := s.ask(t, "GET", path, "")
	assert.Equal(t, "public, max-age=31536000, immutable", r.header.Get("Cache-Control"))
	require.NotEmpty(t, r.header.Get("ETag"))
	again := s.ask(t, "GET", path, "", "If-None-Match", r.header.Get("ETag"))
	assert.Equal(t, 304, again.status)
	assert.Empty(t, again.body)
	assert.Equal(t, 200, s.ask(t, "GET", path, "", "If-None-Match", `"other"`).status)
	assert.Equal(t, "no-store", s.ask(t, "POST", "/api/links", Payload(t, 30)).header.Get("Cache-Control"))
}

func health(t *testing.T, s Server) {
	r := s.ask(t, "GET", "/api/health", "")
	assert.Equal(t, 200, r.status)
	assert.JSONEq(t, `{"status": "ok", "links": true}`, r.body)
	assert.Equal(t, "no-store", r.header.Get("Cache-Control"))
}

func oembed(t *testing.T, s Server) {
	link := s.share(t, Payload(t, 30))
	r := s.ask(t, "GET", "/api/oembed?maxwidth=300&url="+link.URL, "")
	require.Equal(t, 200, r.status, r.body)
	var o struct {
		Version, Type, HTML string
		Width, Height       int
	}
	require.NoError(t, json.Unmarshal([]byte(r.body), &o))
	assert.Equal(t, "1.0", o.Version)
	assert.Equal(t, "rich", o.Type)
	assert.Equal(t, 300, o.Width)
	assert.Contains(t, o.HTML, `src="`+s.Base+"embed.html#s/"+link.ID+`"`)
	assert.Contains(t, o.HTML, `sandbox="allow-scripts`)
	for _, address := range []string{"", s.Base, s.Base + "s/x", "https://other.example/s/" + link.ID, s.Base + "s/" + id.Of("never shared")} {
		assertProblem(t, s.ask(t, "GET", "/api/oembed?url="+address, ""), 404, address)
	}
	assertProblem(t, s.ask(t, "GET", "/api/oembed?format=xml&url="+link.URL, ""), 501, "xml")
}

func many(t *testing.T, s Server) {
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			payload := Payload(t, 200)
			r := s.ask(t, "POST", "/api/links", payload)
			var link Link
			if assert.Equal(t, 201, r.status, r.body) && assert.NoError(t, json.Unmarshal([]byte(r.body), &link)) {
				assert.Equal(t, payload, s.ask(t, "GET", "/api/links/"+link.ID, "").body)
			}
		})
	}
	all.Wait()
}

func pages(t *testing.T, s Server) {
	if !s.Pages {
		return
	}
	link := s.share(t, Payload(t, 30))
	r := s.ask(t, "GET", link.URL, "")
	assert.Equal(t, 200, r.status)
	assert.Equal(t, "text/html; charset=utf-8", r.header.Get("Content-Type"))
	assert.Regexp(t, `<script type="module" src="\.\./loader\.js\?v=\w*">`, r.body)
	assert.Contains(t, r.body, `type="application/json+oembed"`)
	assert.Contains(t, r.body, link.ID)
	policy := r.header.Get("Content-Security-Policy")
	for _, part := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"} {
		assert.Contains(t, policy, part)
	}
	assert.NotContains(t, policy, "unsafe-inline")
	assert.NotContains(t, policy, "'unsafe-eval'")
	for header, value := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"} {
		assert.Equal(t, value, r.header.Get(header))
	}
	assert.Contains(t, r.header.Get("Permissions-Policy"), "camera=()")
	gone := s.ask(t, "GET", "/s/"+id.Of("never shared either"), "")
	assert.Equal(t, 404, gone.status)
	assert.Contains(t, gone.body, "loader.js")
	assert.NotContains(t, gone.body, "oembed")
	assert.Equal(t, 404, s.ask(t, "GET", `/s/%22%3E%3Cscript%3E`, "").status)
	home := s.ask(t, "GET", "/", "")
	assert.Equal(t, 200, home.status)
	assert.Contains(t, home.header.Get("Content-Security-Policy"), "frame-ancestors 'none'")
}
