//go:build js && wasm && fake

package main

import "layerglass/web/fake"

func newSession() session { return &fake.Session{} }
