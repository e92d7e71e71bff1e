package server

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
)

// problem answers with an error as RFC 9457 has it. The detail is a sentence for the person in front of the page.
func problem(w http.ResponseWriter, r *http.Request, status int, detail string) {
	text, err := json.Marshal(struct {
		Type   string `json:"type"`
		Title  string `json:"title"`
		Status int    `json:"status"`
		Detail string `json:"detail"`
	}{"about:blank", http.StatusText(status), status, detail})
	if err != nil {
		panic(err)
	}
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Content-Length", strconv.Itoa(len(text)))
	h.Set("Cache-Control", "no-store")
	h.Del("ETag")
	w.WriteHeader(status)
	w.Write(text)
}

// failed answers for a handler that panicked. The value of the panic may hold text of a program, so only its type is logged.
func (s *server) failed(w *answer, r *http.Request, fault any) {
	s.Log.LogAttrs(r.Context(), slog.LevelError, "panic", slog.String("type", fmt.Sprintf("%T", fault)), slog.String("stack", string(debug.Stack())))
	if w.status == 0 {
		problem(w, r, http.StatusInternalServerError, "The server failed at this request; that is a fault of Layerglass. Send the long link, which needs no server.")
	}
}
