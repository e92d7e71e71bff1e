package server

import (
	"cmp"
	"html"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"layerglass/core/share/id"
)

// The size of an embedded playground where the page that asks sets no limit.
const (
	embedWidth  = 760
	embedHeight = 480
)

// base returns the page's public address, ending in a slash.
func (s *server) base(r *http.Request) string {
	if s.Base != "" {
		return s.Base
	}
	scheme := cmp.Or(r.URL.Scheme, "http")
	if r.TLS != nil || local(r) && r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + r.Host + "/"
}

// discovery is what the head of a link's page says to programs that want to embed it.
func (s *server) discovery(r *http.Request, name string) string {
	base := s.base(r)
	address := base + "api/oembed?format=json&url=" + url.QueryEscape(base+"s/"+name)
	return `<link rel="alternate" type="application/json+oembed" title="Layerglass playground" href="` + html.EscapeString(address) + `">`
}

// oembed says how to show a link of this server inside another page (oembed.com).
func (s *server) oembed(w http.ResponseWriter, r *http.Request, _ string) {
	query := r.URL.Query()
	if format := query.Get("format"); format != "" && format != "json" {
		problem(w, r, http.StatusNotImplemented, "Only format=json is answered.")
		return
	}
	base := s.base(r)
	name, found := strings.CutPrefix(query.Get("url"), base+"s/")
	if !found || !id.Valid(name) {
		problem(w, r, http.StatusNotFound, "The parameter url has to be a short link of this server, such as "+base+"s/… .")
		return
	}
	if _, ok := s.load(w, r, name); !ok {
		return
	}
	width, height := limit(query.Get("maxwidth"), embedWidth), limit(query.Get("maxheight"), embedHeight)
	w.Header().Set("Cache-Control", "public, max-age=86400")
	write(w, http.StatusOK, map[string]any{
		"version": "1.0", "type": "rich", "title": "Layerglass playground", "provider_name": "Layerglass", "provider_url": base,
		"width": width, "height": height,
		"html": `<iframe src="` + html.EscapeString(base+"embed.html#s/"+name) + `" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) +
			`" style="border:0;max-width:100%" loading="lazy" sandbox="allow-scripts allow-popups" title="Layerglass playground"></iframe>`,
	})
}

// limit returns a size that is not above what a parameter asks for.
func limit(parameter string, size int) int {
	if most, err := strconv.Atoi(parameter); err == nil && most > 0 {
		return min(size, most)
	}
	return size
}
