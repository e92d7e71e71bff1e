// Package share turns what a person sees into a link and back. A link holds everything itself: the program, an edited configuration and the view, in
// the address's fragment, which a browser never sends to a server.
//
// The part after the # is called the payload. Its first version, written by early pages, is
//
//	v1= base64url(format byte, program)
//
// with the program as it stands (format 0) or in raw deflate (format 1). Since version 2 it is
//
//	base64url(version byte, two bytes of check, raw deflate of the body with the version's preset dictionary)
//
// where the body is a sequence of fields, each a tag, a length and text, then a zero byte and the program up to the end. Fields with tags that a
// reader does not know are passed over, so that a newer page's links open in an older one. The check covers the body: deflate has none of its own, and
// a link that lost a character in a chat must not open as another program.
//
// Every version opens for ever: testdata/links holds links of each, and the dictionary of a version never changes.
package share
