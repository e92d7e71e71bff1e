// Package web serves the built page: static files with the headers that keep it safe and quick.
package web

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
)

// types are the media types of what the page consists of, written down because a system's own table may lack or alter them.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".wasm":        "application/wasm",
	".wasmz":       "application/octet-stream",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".webmanifest": "application/manifest+json",
	".py":          "text/plain; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
}

// encodings are the precompressed forms that may stand beside a file, the best first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

type handler struct {
	files fs.FS
	mu    sync.Mutex
	tags  map[string]tag
}

// tag is an ETag with the state of the file that it was made from.
type tag struct {
	size  int64
	mtime time.Time
	value string
}

// Handler serves the built page from files. Where there is none it says how to build it.
func Handler(files fs.FS) http.Handler {
	return &handler{files: files, tags: map[string]tag{}}
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header(), "")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Only GET and HEAD are answered here.", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	info, err := fs.Stat(h.files, name)
	switch mediaType := types[path.Ext(name)]; {
	case err == nil && !info.IsDir() && mediaType != "":
		for _, header := range headers("") {
			w.Header().Del(header[0])
		}
		secure(w.Header(), name)
		w.Header().Set("Content-Type", mediaType)
		h.file(w, r, name)
	case name == "index.html" && errors.Is(err, fs.ErrNotExist):
		http.Error(w, "The page has not been built yet. Run `make build` in the project's folder, then reload.", http.StatusServiceUnavailable)
	default:
		http.Error(w, "There is nothing at this address.", http.StatusNotFound)
	}
}

// secure sets the headers that an answer with a file carries.
func secure(h http.Header, name string) {
	for _, header := range headers(name) {
		h.Set(header[0], header[1])
	}
}

// file answers with a file, in the best encoding that the client takes and that is at hand. Names carry no version, so a
// browser asks each time whether its copy is still the newest.
func (h *handler) file(w http.ResponseWriter, r *http.Request, name string) {
	header := w.Header()
	header.Set("Cache-Control", "no-cache")
	header.Add("Vary", "Accept-Encoding")
	served := name
	for _, e := range encodings {
		if accepts(r.Header.Get("Accept-Encoding"), e.name) && h.fresh(name, name+e.suffix) {
			served = name + e.suffix
			header.Set("Content-Encoding", e.name)
			break
		}
	}
	f, err := h.files.Open(served)
	if err != nil {
		http.Error(w, "This file cannot be read.", http.StatusInternalServerError)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	content, seekable := f.(io.ReadSeeker)
	if err != nil || !seekable {
		http.Error(w, "This file cannot be read.", http.StatusInternalServerError)
		return
	}
	if value := h.tag(served, info, content); value != "" {
		header.Set("ETag", value)
	}
	http.ServeContent(w, r, "", time.Time{}, content)
}

// fresh reports whether a compressed form is at hand and not older than its file.
func (h *handler) fresh(name, compressed string) bool {
	c, err := fs.Stat(h.files, compressed)
	if err != nil {
		return false
	}
	o, err := fs.Stat(h.files, name)
	return err == nil && !c.ModTime().Before(o.ModTime())
}

// tag returns a file's ETag, worked out from its content once for each state of the file.
func (h *handler) tag(name string, info fs.FileInfo, content io.ReadSeeker) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	if t, ok := h.tags[name]; ok && t.size == info.Size() && t.mtime.Equal(info.ModTime()) {
		return t.value
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, content); err != nil {
		return ""
	}
	if _, err := content.Seek(0, io.SeekStart); err != nil {
		return ""
	}
	value := `"` + base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:15]) + `"`
	h.tags[name] = tag{info.Size(), info.ModTime(), value}
	return value
}

// accepts reports whether an Accept-Encoding header admits an encoding.
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			q, found := strings.CutPrefix(strings.ReplaceAll(parameters, " ", ""), "q=")
			weight, err := strconv.ParseFloat(q, 64)
			return !found || err == nil && weight > 0
		}
	}
	return false
}
