//go:build !fake

package main

import "layerglass/core"

func newSession() *core.Session { return core.NewSession(core.Options{}) }
