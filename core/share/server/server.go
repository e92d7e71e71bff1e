// Package server answers for short links: it keeps the payloads of links under ids that follow from their content, and opens the page at /s/ID. It is
// one http.Handler over a Store of two methods, the same on every platform; programs that it is sent are never run and never logged.
//
//	POST     /api/links       a payload as text → 201 and JSON {"id", "url"}
//	GET|HEAD /api/links/{id}  the payload
//	GET|HEAD /s/{id}          the page, which opens that link
//	GET|HEAD /api/oembed      how a link is shown inside another page
//	GET|HEAD /api/health      whether the store answers
package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// MaxPayload is the size of the largest payload that is kept.
const MaxPayload = 64 << 10

// Store keeps payloads. Nothing lists, overwrites or deletes them.
type Store interface {
	// Get returns what is kept under an id, or ErrUnknown.
	Get(ctx context.Context, id string) (payload string, err error)
	// Put keeps a payload. Ids follow from payloads, so what is kept under an id already may be taken to be the same.
	Put(ctx context.Context, id, payload string) error
}

// ErrUnknown says that a Store keeps nothing under an id.
var ErrUnknown = errors.New("nothing is kept under this id")

// Options is what a platform brings along. Only Log is always needed.
type Options struct {
	// Store keeps the links. Without one the server says that it makes no short links.
	Store Store
	// Allow reports whether the sender of a request may share once more now. Nil allows everything.
	Allow func(*http.Request) bool
	// Page answers with the page, with more in its head, for an address one folder below the page's own.
	Page func(w http.ResponseWriter, r *http.Request, status int, head string)
	// Base is the page's public address, ending in a slash. It is taken from each request where it is empty.
	Base string
	// Log takes a line for each request.
	Log *slog.Logger
}

type server struct{ Options }

// route is what one address answers to.
type route struct {
	methods string // as in the header Allow
	answer  func(w http.ResponseWriter, r *http.Request, id string)
}

// New returns the handler of everything below /api/ and /s/.
func New(o Options) http.Handler { return &server{o} }

// find returns the route of a path, the id in it, and the name under which it is logged.
func (s *server) find(path string) (to route, id, name string) {
	const read = "GET, HEAD, OPTIONS"
	if id, found := strings.CutPrefix(path, "/api/links/"); found && id != "" {
		return route{read, s.open}, id, "/api/links/{id}"
	}
	if id, found := strings.CutPrefix(path, "/s/"); found && s.Page != nil {
		return route{read, s.page}, id, "/s/{id}"
	}
	switch path {
	case "/api/links":
		return route{"POST, OPTIONS", s.keep}, "", path
	case "/api/oembed":
		return route{read, s.oembed}, "", path
	case "/api/health":
		return route{read, s.health}, "", path
	}
	return route{}, "", "none"
}

func (s *server) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	start := time.Now()
	to, id, name := s.find(r.URL.Path)
	w := &answer{ResponseWriter: out}
	defer func() {
		if fault := recover(); fault != nil && fault != http.ErrAbortHandler {
			s.failed(w, r, fault)
		}
		s.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", r.Method), slog.String("route", name),
			slog.Int("status", w.status), slog.Int("bytes", w.bytes), slog.Duration("took", time.Since(start)))
	}()
	forAnyone(w.Header())
	switch {
	case to.answer == nil:
		problem(w, r, http.StatusNotFound, "There is nothing at this address. Links are at /api/links.")
	case r.Method == http.MethodOptions:
		w.Header().Set("Allow", to.methods)
		w.Header().Set("Access-Control-Allow-Methods", to.methods)
		w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
		w.Header().Set("Access-Control-Max-Age", "86400")
		w.WriteHeader(http.StatusNoContent)
	case !allows(to.methods, r.Method):
		w.Header().Set("Allow", to.methods)
		problem(w, r, http.StatusMethodNotAllowed, "This address answers to "+to.methods+" only.")
	default:
		to.answer(w, r, id)
	}
}

func allows(methods, method string) bool {
	for m := range strings.SplitSeq(methods, ", ") {
		if m == method {
			return true
		}
	}
	return false
}

// forAnyone sets the headers of every answer: anyone's page may ask, and no browser takes an answer for more than data.
func forAnyone(h http.Header) {
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", "Location, Retry-After")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
}

// answer is a ResponseWriter that remembers what was answered. The content that is written for HEAD is left out by every platform.
type answer struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(b []byte) (int, error) {
	if a.status == 0 {
		a.WriteHeader(http.StatusOK)
	}
	n, err := a.ResponseWriter.Write(b)
	a.bytes += n
	return n, err
}
