//go:build js && wasm

// Command edge is the server of short links as a Cloudflare Worker: the same handler as in serve.go, over Workers KV. Static files never reach it; see
// run_worker_first in wrangler.jsonc.
package main

import (
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall/js"

	"github.com/syumai/workers"

	"layerglass/core/share/server"
)

func main() {
	handler := server.New(server.Options{
		Store: namespace{},
		Allow: allow,
		Page:  page,
		Log:   slog.New(slog.NewJSONHandler(os.Stderr, nil)),
	})
	workers.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// The platform says in a header who asks, and leaves the field empty that the handler goes by.
		r.RemoteAddr = net.JoinHostPort(r.Header.Get("CF-Connecting-IP"), "0")
		whole := &response{header: w.Header(), status: http.StatusOK}
		handler.ServeHTTP(whole, r)
		w.WriteHeader(whole.status)
		// The answer is small text and goes over in one piece; the library's streams are made for large ones.
		w.(interface{ WriteRawJSBody(js.Value) }).WriteRawJSBody(js.ValueOf(whole.body.String()))
	}))
}

// response gathers an answer, which is text.
type response struct {
	header http.Header
	status int
	body   strings.Builder
}

func (r *response) Header() http.Header         { return r.header }
func (r *response) WriteHeader(status int)      { r.status = status }
func (r *response) Write(b []byte) (int, error) { return r.body.Write(b) }
