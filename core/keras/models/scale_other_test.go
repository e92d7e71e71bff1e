//go:build !unix

package models_test

import "time"

var started = time.Now()

// processorTime is the time since the start, where the system does not tell what the process has used.
func processorTime() time.Duration { return time.Since(started) }
