package server

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"layerglass/core/share"
	"layerglass/core/share/id"
)

// forever is how long a link may be kept in caches: its content can never change.
const forever = "public, max-age=31536000, immutable"

// keep stores a payload.
func (s *server) keep(w http.ResponseWriter, r *http.Request, _ string) {
	if s.Store == nil {
		problem(w, r, http.StatusServiceUnavailable, "This server keeps no short links. A long link holds the program itself and needs no server.")
		return
	}
	if s.Allow != nil && !s.Allow(r) {
		w.Header().Set("Retry-After", "60")
		problem(w, r, http.StatusTooManyRequests, "Too many links were shared from here just now. Wait a minute, or send the long link, which needs no server.")
		return
	}
	if r.ContentLength > MaxPayload {
		tooLarge(w, r)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxPayload))
	if tooMany := (*http.MaxBytesError)(nil); errors.As(err, &tooMany) {
		tooLarge(w, r)
		return
	}
	if err != nil {
		problem(w, r, http.StatusBadRequest, "The request ended before all of the link had arrived. Send it again.")
		return
	}
	payload := strings.TrimPrefix(strings.TrimSpace(string(body)), "#")
	if _, err := share.Decode(payload); err != nil {
		problem(w, r, http.StatusBadRequest, err.Error()+" Send what stands after the # of a link of this page.")
		return
	}
	name := id.Of(payload)
	if err := s.Store.Put(r.Context(), name, payload); err != nil {
		s.Log.LogAttrs(r.Context(), slog.LevelError, "store failed", slog.String("operation", "put"), slog.String("error", err.Error()))
		problem(w, r, http.StatusServiceUnavailable, "The link could not be stored. Try again in a minute, or send the long link, which needs no server.")
		return
	}
	address := s.base(r) + "s/" + name
	w.Header().Set("Location", address)
	write(w, http.StatusCreated, struct {
		ID  string `json:"id"`
		URL string `json:"url"`
	}{name, address})
}

func tooLarge(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Connection", "close") // the rest of the body is not read
	problem(w, r, http.StatusRequestEntityTooLarge, "The link is larger than 64 KiB, the most that is stored. The long link holds the program itself and has no such limit.")
}

// open answers with a payload.
func (s *server) open(w http.ResponseWriter, r *http.Request, name string) {
	payload, ok := s.load(w, r, name)
	if !ok {
		return
	}
	tag := `"` + name + `"`
	w.Header().Set("Cache-Control", forever)
	w.Header().Set("ETag", tag)
	if matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(payload)))
	io.WriteString(w, payload)
}

func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		if part = strings.TrimSpace(part); part == "*" || strings.TrimPrefix(part, "W/") == tag {
			return true
		}
	}
	return false
}

// load returns the payload of an id, or answers why there is none.
func (s *server) load(w http.ResponseWriter, r *http.Request, name string) (payload string, ok bool) {
	status, payload := s.look(r, name)
	switch status {
	case http.StatusOK:
		return payload, true
	case http.StatusNotFound:
		problem(w, r, status, "No link has this id. Check that it was copied as a whole; a link made a moment ago may take a minute to be known everywhere.")
	default:
		problem(w, r, status, "The link could not be looked up. Try again in a minute.")
	}
	return "", false
}

// look returns the payload of an id, and the status that tells how that went.
func (s *server) look(r *http.Request, name string) (status int, payload string) {
	if s.Store == nil || !id.Valid(name) {
		return http.StatusNotFound, ""
	}
	payload, err := s.Store.Get(r.Context(), name)
	if err == nil && id.Of(payload) != name {
		err = errors.New("what is stored does not belong to its id")
	}
	if err == nil {
		return http.StatusOK, payload
	}
	if errors.Is(err, ErrUnknown) {
		return http.StatusNotFound, ""
	}
	s.Log.LogAttrs(r.Context(), slog.LevelError, "store failed", slog.String("operation", "get"), slog.String("error", err.Error()))
	return http.StatusServiceUnavailable, ""
}

// page answers with the page. It looks the link up only for the status, which programs that check links go by; the page itself asks for the payload,
// and says what is wrong where there is none.
func (s *server) page(w http.ResponseWriter, r *http.Request, name string) {
	status, _ := s.look(r, name)
	head := ""
	if status == http.StatusOK {
		head = s.discovery(r, name)
	}
	s.Page(w, r, status, head)
}

// health asks the store for something that it cannot have.
func (s *server) health(w http.ResponseWriter, r *http.Request, _ string) {
	report := struct {
		Status string `json:"status"`
		Links  bool   `json:"links"`
	}{"ok", s.Store != nil}
	if s.Store != nil {
		if _, err := s.Store.Get(r.Context(), id.Of("")); err != nil && !errors.Is(err, ErrUnknown) {
			s.Log.LogAttrs(r.Context(), slog.LevelError, "store failed", slog.String("operation", "health"), slog.String("error", err.Error()))
			problem(w, r, http.StatusServiceUnavailable, "The store of links does not answer.")
			return
		}
	}
	write(w, http.StatusOK, report)
}

// write answers with JSON.
func write(w http.ResponseWriter, status int, v any) {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	w.Write(text)
}
