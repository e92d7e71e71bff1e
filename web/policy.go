package web

import "strings"

// pagePolicy is the page's Content-Security-Policy: its own files and nothing else. Scripts may compile WebAssembly but not
// text, and HTML enters only through the policy named layerglass, in loader.js.
var pagePolicy = []string{
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"img-src 'self' data:",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types layerglass",
}

// MetaPolicy returns the policy for a meta element, so that it holds on any file server. A browser takes frame-ancestors only
// from a header.
func MetaPolicy() string { return strings.Join(pagePolicy, "; ") }

// Policy returns the policy for the header.
func Policy() string { return MetaPolicy() + "; frame-ancestors 'none'" }
