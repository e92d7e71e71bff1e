//go:build fake

package main

import "layerglass/web/fake"

func newSession() *fake.Session { return &fake.Session{} }
