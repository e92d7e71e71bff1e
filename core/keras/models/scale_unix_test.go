//go:build unix

package models_test

import (
	"syscall"
	"time"
)

// processorTime is what the process has used of the processor: other work on the machine does not count.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
