package web

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strings"
)

//go:embed src/begin.js
var beginSource string

// BeginScript is the script that stands in the page itself: src/begin.js without comments and indentation.
var BeginScript = func() string {
	var out strings.Builder
	for line := range strings.Lines(beginSource) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "//") {
			out.WriteString(line)
		}
	}
	return out.String()
}()

// beginHash is what a policy says of a script in the page, so that this one may run and no other.
func beginHash() string {
	sum := sha256.Sum256([]byte(BeginScript))
	return " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// pagePolicy is the page's Content-Security-Policy: its own files and nothing else. Scripts may compile WebAssembly but not
// text, and HTML enters only through the policy named layerglass, in begin.js.
var pagePolicy = []string{
	"default-src 'none'",
	scripts,
	"style-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"img-src 'self' data:",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types layerglass",
}

const scripts = "script-src 'self' 'wasm-unsafe-eval'"

// MetaPolicy returns the policy for a meta element, so that it holds on any file server. A browser takes frame-ancestors only
// from a header.
func MetaPolicy() string {
	return strings.Replace(strings.Join(pagePolicy, "; "), scripts, scripts+beginHash(), 1)
}

// Policy returns the policy for the header. Nobody may frame the page.
func Policy() string { return MetaPolicy() + "; frame-ancestors 'none'" }

// EmbedMetaPolicy returns the policy of what is made to be framed. Its worker is made from a blob, since a sandbox without an
// origin of its own allows no other.
func EmbedMetaPolicy() string {
	return strings.Replace(strings.Join(pagePolicy, "; "), "worker-src 'self'", "worker-src 'self' blob:", 1)
}

// EmbedPolicy returns the same for the header. Anybody may frame it.
func EmbedPolicy() string { return EmbedMetaPolicy() + "; frame-ancestors *" }

// embeds are the pages that are made to be framed.
var embeds = map[string]bool{"embed.html": true}

// headers returns the headers of an answer with a file, or with none ("").
func headers(name string) [][2]string {
	all := [][2]string{
		{"Content-Security-Policy", Policy()},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
	}
	switch {
	case embeds[name]:
		return [][2]string{{"Content-Security-Policy", EmbedPolicy()}, all[1], all[3], all[4], {"Cross-Origin-Resource-Policy", "cross-origin"}}
	case name != "" && !strings.HasSuffix(name, ".html"):
		// An embedded page in a sandbox has no origin of its own, and other pages load embed.js: files are for anyone.
		all[6][1] = "cross-origin"
		all = append(all, [2]string{"Access-Control-Allow-Origin", "*"})
	}
	return all
}

// HeadersFile returns what file servers that know a _headers file need to send the same headers.
func HeadersFile() string {
	var out strings.Builder
	rule := func(path, name string) {
		out.WriteString(path + "\n")
		for _, h := range headers(name) {
			out.WriteString("  " + h[0] + ": " + h[1] + "\n")
		}
	}
	// Every rule that matches adds its headers, so there is one rule for each address and none for all.
	rule("/", "index.html")
	rule("/index.html", "index.html")
	rule("/short", ShortFile)
	for name := range embeds {
		rule("/"+name, name)
		rule("/"+strings.TrimSuffix(name, ".html"), name)
	}
	for _, pattern := range []string{"/*.js", "/*.css", "/*.svg", "/*.png", "/*.webmanifest", "/*.wasm", "/*.wasmz", "/*.gz", "/*.json", "/examples/*"} {
		rule(pattern, "file")
	}
	return out.String()
}
