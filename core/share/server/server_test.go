package server_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/share/id"
	"layerglass/core/share/server"
	"layerglass/core/share/server/servertest"
)

// memory is a Store that can be told to fail.
type memory struct {
	sync.Map
	fault error
}

func (m *memory) Get(_ context.Context, id string) (string, error) {
	if m.fault != nil {
		return "", m.fault
	}
	payload, found := m.Load(id)
	if !found {
		return "", server.ErrUnknown
	}
	return payload.(string), nil
}

func (m *memory) Put(_ context.Context, id, payload string) error {
	m.LoadOrStore(id, payload)
	return m.fault
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

func TestSuite(t *testing.T) {
	s := httptest.NewServer(server.New(server.Options{Store: &memory{}, Log: quiet()}))
	defer s.Close()
	servertest.Run(t, servertest.Server{Base: s.URL + "/"})
}

func post(h http.Handler, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("POST", "http://here.example/api/links", strings.NewReader(body)))
	return w
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "http://here.example"+path, nil))
	return w
}

func TestWithoutAStoreItSaysSo(t *testing.T) {
	h := server.New(server.Options{Log: quiet()})
	w := post(h, servertest.Payload(t, 10))
	assert.Equal(t, 503, w.Code)
	assert.Contains(t, w.Body.String(), "keeps no short links")
	assert.JSONEq(t, `{"status": "ok", "links": false}`, get(h, "/api/health").Body.String())
	assert.Equal(t, 404, get(h, "/api/links/"+id.Of("x")).Code)
	assert.Equal(t, 404, get(h, "/s/"+id.Of("x")).Code)
}

func TestFaultsOfTheStore(t *testing.T) {
	var log bytes.Buffer
	h := server.New(server.Options{Store: &memory{fault: errors.New("disk full")}, Log: slog.New(slog.NewTextHandler(&log, nil))})
	for _, w := range []*httptest.ResponseRecorder{post(h, servertest.Payload(t, 10)), get(h, "/api/links/"+id.Of("x")), get(h, "/api/health")} {
		assert.Equal(t, 503, w.Code)
		assert.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
		assert.NotContains(t, w.Body.String(), "disk full")
	}
	assert.Equal(t, 3, strings.Count(log.String(), "disk full"))
}

func TestWhatIsStoredUnderAnotherIDIsNotGiven(t *testing.T) {
	m := &memory{}
	m.Store(id.Of("a"), "b")
	assert.Equal(t, 503, get(server.New(server.Options{Store: m, Log: quiet()}), "/api/links/"+id.Of("a")).Code)
}

func TestLogsHoldNoProgram(t *testing.T) {
	var log bytes.Buffer
	h := server.New(server.Options{Store: &memory{}, Log: slog.New(slog.NewTextHandler(&log, nil))})
	payload := servertest.Payload(t, 50)
	require.Equal(t, 201, post(h, payload).Code)
	get(h, "/api/links/"+id.Of(payload))
	post(h, "secret_of_mine()")
	get(h, "/api/secret_of_mine")
	text := log.String()
	assert.Equal(t, 4, strings.Count(text, "msg=request"))
	assert.Contains(t, text, "route=/api/links/{id} status=200")
	for _, secret := range []string{payload, "secret_of_mine", id.Of(payload)} {
		assert.NotContains(t, text, secret)
	}
}

func TestPanicsAreAnswered(t *testing.T) {
	var log bytes.Buffer
	o := server.Options{Store: &memory{}, Log: slog.New(slog.NewTextHandler(&log, nil))}
	o.Page = func(http.ResponseWriter, *http.Request, int, string) { panic("text of a program") }
	w := get(server.New(o), "/s/x")
	assert.Equal(t, 500, w.Code)
	assert.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
	assert.Contains(t, log.String(), "msg=panic type=string")
	assert.NotContains(t, log.String(), "text of a program")
}

func TestRateOfOneClient(t *testing.T) {
	h := server.New(server.Options{Store: &memory{}, Allow: server.NewLimiter(3, false).Allow, Log: quiet()})
	send := func(from, forwarded string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("POST", "/api/links", strings.NewReader(servertest.Payload(t, 10)))
		r.RemoteAddr = from
		if forwarded != "" {
			r.Header.Set("X-Forwarded-For", forwarded)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	for range 3 {
		assert.Equal(t, 201, send("192.0.2.1:1000", "").Code)
	}
	w := send("192.0.2.1:2000", "")
	assert.Equal(t, 429, w.Code)
	assert.Equal(t, "60", w.Header().Get("Retry-After"))
	assert.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
	assert.Equal(t, 429, send("192.0.2.1:2000", "198.51.100.7").Code, "a client cannot give itself another address")
	assert.Equal(t, 201, send("192.0.2.2:1000", "").Code)
	for _, last := range []int{201, 201, 201, 429} {
		assert.Equal(t, last, send("[2001:db8::1]:1", "").Code)
	}
	assert.Equal(t, 429, send("[2001:db8::2]:1", "").Code, "the same network")
	for _, last := range []int{201, 201, 201, 429} {
		assert.Equal(t, last, send("127.0.0.1:1", "1.1.1.1, 203.0.113.9").Code)
	}
	assert.Equal(t, 201, send("127.0.0.1:1", "203.0.113.9, 203.0.113.10").Code)
	assert.Equal(t, 200, get(h, "/api/health").Code)
}

func TestTheAddressOfALinkBehindAProxy(t *testing.T) {
	h := server.New(server.Options{Store: &memory{}, Log: quiet()})
	payload := servertest.Payload(t, 10)
	r := httptest.NewRequest("POST", "http://play.example/api/links", strings.NewReader(payload))
	r.RemoteAddr = "127.0.0.1:5"
	r.Header.Set("X-Forwarded-Proto", "https")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	assert.Equal(t, "https://play.example/s/"+id.Of(payload), w.Header().Get("Location"))
	fixed := server.New(server.Options{Store: &memory{}, Base: "https://a.example/play/", Log: quiet()})
	assert.Equal(t, "https://a.example/play/s/"+id.Of(payload), post(fixed, payload).Header().Get("Location"))
}
