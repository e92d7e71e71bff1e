//go:build !js

package disk

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/share/server"
)

var ctx = context.Background()

func TestStore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	s, err := Open(dir)
	require.NoError(t, err)
	_, err = s.Get(ctx, "a")
	assert.ErrorIs(t, err, server.ErrUnknown)
	require.NoError(t, s.Put(ctx, "a", "one"))
	require.NoError(t, s.Put(ctx, "a", "one"))
	assert.Error(t, s.Put(ctx, "a", "two"))
	_, err = Open(dir)
	assert.ErrorIs(t, err, ErrInUse)
	require.NoError(t, s.Close())

	s, err = Open(dir)
	require.NoError(t, err)
	defer s.Close()
	payload, err := s.Get(ctx, "a")
	require.NoError(t, err)
	assert.Equal(t, "one", payload)
	info, err := os.Stat(filepath.Join(dir, "links.db"))
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
}

func TestWhatIsNoStore(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "links.db"), []byte(strings.Repeat("no database\n", 1000)), 0o600))
	_, err := Open(dir)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "links.db")
	_, err = Open(filepath.Join(dir, "links.db"))
	assert.Error(t, err)
}

// TestNothingIsLostWhenKilled kills a process that stores all the time, several times over, and looks for everything that it was told is stored.
func TestNothingIsLostWhenKilled(t *testing.T) {
	if dir := os.Getenv("LAYERGLASS_TEST_WRITER"); dir != "" {
		writer(dir)
		return
	}
	dir := t.TempDir()
	stored := 0
	for round := range 5 {
		c := exec.Command(os.Args[0], "-test.run=^TestNothingIsLostWhenKilled$")
		c.Env = append(os.Environ(), "LAYERGLASS_TEST_WRITER="+dir, "LAYERGLASS_TEST_ROUND="+strconv.Itoa(round))
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		lines := bufio.NewScanner(out)
		require.True(t, lines.Scan()) // it writes
		ids := []string{lines.Text()}
		time.AfterFunc(time.Duration(30+40*round)*time.Millisecond, func() { c.Process.Kill() })
		for lines.Scan() {
			ids = append(ids, lines.Text())
		}
		assert.Equal(t, "signal: killed", c.Wait().Error())

		s, err := Open(dir)
		require.NoError(t, err)
		for _, id := range ids {
			if id = strings.TrimSpace(id); strings.HasSuffix(id, ".") { // a line may be cut by the kill
				payload, err := s.Get(ctx, id)
				require.NoError(t, err, id)
				assert.Equal(t, "payload of "+id, payload)
				stored++
			}
		}
		require.NoError(t, s.Close())
	}
	t.Logf("%d links, none lost", stored)
	assert.Greater(t, stored, 20)
}

func writer(dir string) {
	s, err := Open(dir)
	if err != nil {
		panic(err)
	}
	var group sync.WaitGroup
	var mu sync.Mutex
	for worker := range 20 {
		group.Go(func() {
			for i := 0; ; i++ {
				id := os.Getenv("LAYERGLASS_TEST_ROUND") + "-" + strconv.Itoa(worker) + "-" + strconv.Itoa(i) + "."
				if err := s.Put(ctx, id, "payload of "+id); err != nil {
					panic(err)
				}
				mu.Lock()
				os.Stdout.WriteString(id + "\n")
				mu.Unlock()
			}
		})
	}
	group.Wait()
}

func TestDir(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "/data")
	dir, err := Dir()
	require.NoError(t, err)
	assert.Equal(t, filepath.FromSlash("/data/layerglass"), dir)
	t.Setenv("XDG_DATA_HOME", "relative")
	t.Setenv("HOME", "/home/me")
	dir, err = Dir()
	require.NoError(t, err)
	assert.Contains(t, dir, "layerglass")
	assert.True(t, filepath.IsAbs(dir))
}
