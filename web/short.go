package web

import (
	"io/fs"
	"net/http"
	"strconv"
	"strings"
)

// ShortFile is the page in the form that is served at /s/ID: with the addresses of its parts one folder up, and a mark for more in its head.
const ShortFile = "short.html"

// HeadMark stands in ShortFile where a server puts more into the head.
const HeadMark = "<!--head-->"

// ShortPage returns what answers with the page at /s/ID, as server.Options has it.
func ShortPage(files fs.FS) func(w http.ResponseWriter, r *http.Request, status int, head string) {
	return func(w http.ResponseWriter, r *http.Request, status int, head string) {
		text, err := fs.ReadFile(files, ShortFile)
		if err != nil {
			secure(w.Header(), "")
			http.Error(w, "The page has not been built yet. Run `make build` in the project's folder, then reload.", http.StatusServiceUnavailable)
			return
		}
		WriteShort(w, string(text), status, head)
	}
}

// WriteShort answers with the text of ShortFile.
func WriteShort(w http.ResponseWriter, text string, status int, head string) {
	text = strings.Replace(text, HeadMark, head, 1)
	secure(w.Header(), ShortFile)
	w.Header().Del("Access-Control-Allow-Origin") // the page itself is for nobody's scripts
	w.Header().Set("Content-Type", types[".html"])
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	w.Write([]byte(text))
}

// Site serves the built page, and what links answers for below /api/ and /s/.
func Site(files fs.FS, links http.Handler) http.Handler {
	page := Handler(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/api" || strings.HasPrefix(r.URL.Path, "/api/") || strings.HasPrefix(r.URL.Path, "/s/") {
			links.ServeHTTP(w, r)
			return
		}
		page.ServeHTTP(w, r)
	})
}
