//go:build js && wasm

// Command edge is the server of short links as a Cloudflare Worker: the same handler as in serve.go, over Workers KV. Static files never reach it; see
// run_worker_first in wrangler.jsonc.
package main

import (
	"log/slog"
	"net"
	"net/http"
	"os"

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
		handler.ServeHTTP(w, r)
	}))
}
