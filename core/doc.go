// Package core is the one door to Layerglass: it runs a program, shows the Keras objects it made with their
// configurations, and recreates them.
//
// A Session runs one program after another; every run is a fresh interpreter, so that nothing of one program reaches the
// next. The page's worker, the command line and the tests use the same Session and see the same protocol.Result.
package core
