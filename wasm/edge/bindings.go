//go:build js && wasm

package main

import (
	"context"
	"errors"
	"net/http"
	"syscall/js"

	"github.com/syumai/workers/cloudflare"
	"github.com/syumai/workers/cloudflare/kv"

	"layerglass/core/share/server"
	"layerglass/web"
)

// What the platform hands over, by the names in wrangler.jsonc.
const (
	bindingLinks  = "LINKS"   // the KV namespace of payloads
	bindingRate   = "SHARING" // how often one client may share
	bindingAssets = "ASSETS"  // the page's files
)

// namespace is a server.Store in Workers KV.
type namespace struct{}

func (namespace) open() (*kv.Namespace, error) { return kv.NewNamespace(bindingLinks) }

// Get implements server.Store.
func (n namespace) Get(_ context.Context, id string) (string, error) {
	links, err := n.open()
	if err != nil {
		return "", err
	}
	payload, err := links.GetString(id, nil)
	if err != nil {
		return "", err
	}
	if payload == "<null>" { // what the library makes of a missing key; no payload has such characters
		return "", server.ErrUnknown
	}
	return payload, nil
}

// Put implements server.Store. It does not look first whether the id is there: KV would remember the miss for a minute, and what is there is the same.
func (n namespace) Put(_ context.Context, id, payload string) error {
	links, err := n.open()
	if err != nil {
		return err
	}
	return links.PutString(id, payload, nil)
}

// allow counts a request that shares.
func allow(r *http.Request) bool {
	limiter := cloudflare.GetBinding(bindingRate)
	if limiter.IsUndefined() {
		return true
	}
	outcome, err := await(limiter.Call("limit", map[string]any{"key": server.ClientOf(r).String()}))
	return err != nil || outcome.Get("success").Bool()
}

// page answers with the page at /s/ID.
func page(w http.ResponseWriter, r *http.Request, status int, head string) {
	text, err := asset("/short")
	if err != nil {
		panic(err)
	}
	web.WriteShort(w, text, status, head)
}

// asset returns the text of one of the page's files.
func asset(path string) (string, error) {
	response, err := await(cloudflare.GetBinding(bindingAssets).Call("fetch", "https://assets.local"+path))
	if err != nil {
		return "", err
	}
	if !response.Get("ok").Bool() {
		return "", errors.New("the page is not among the assets")
	}
	text, err := await(response.Call("text"))
	if err != nil {
		return "", err
	}
	return text.String(), nil
}

// await waits for a promise.
func await(promise js.Value) (js.Value, error) {
	done, failed := make(chan js.Value, 1), make(chan error, 1)
	yes := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- args[0]
		return nil
	})
	defer yes.Release()
	no := js.FuncOf(func(_ js.Value, args []js.Value) any {
		failed <- errors.New(args[0].Call("toString").String())
		return nil
	})
	defer no.Release()
	promise.Call("then", yes, no)
	select {
	case v := <-done:
		return v, nil
	case err := <-failed:
		return js.Undefined(), err
	}
}
