//go:build js && wasm && !fake

package main

import "layerglass/core"

func newSession() session { return core.NewSession(core.Options{}) }
