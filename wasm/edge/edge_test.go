//go:build edge

package edge

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/share/server/servertest"
)

// output gathers what the runtime says.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// start serves the built Worker on the real runtime until the test ends, and returns its address and what it says.
func start(t *testing.T) (base string, said *output) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	port := free.Addr().(*net.TCPAddr).Port
	free.Close()
	said = &output{}
	c := exec.Command("node", "dev.mjs", strconv.Itoa(port), t.TempDir())
	c.Stdout, c.Stderr = said, said
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, c.Start())
	t.Cleanup(func() {
		syscall.Kill(-c.Process.Pid, syscall.SIGTERM)
		timer := time.AfterFunc(5*time.Second, func() { syscall.Kill(-c.Process.Pid, syscall.SIGKILL) })
		defer timer.Stop()
		c.Wait()
		if t.Failed() {
			os.Stderr.WriteString(said.String())
		}
	})
	base = fmt.Sprintf("http://127.0.0.1:%d/", port)
	deadline := time.Now().Add(time.Minute)
	for {
		if r, err := http.Get(base + "api/health"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return base, said
			}
		}
		require.True(t, time.Now().Before(deadline), "the runtime did not start: %s", said)
		time.Sleep(200 * time.Millisecond)
	}
}

// TestWorker runs the suite that every server has to pass against the Worker.
func TestWorker(t *testing.T) {
	http.DefaultClient.Timeout = 2 * time.Minute
	base, said := start(t)
	servertest.Run(t, servertest.Server{Base: base, Pages: true})

	t.Run("static files do not reach Go", func(t *testing.T) {
		before := strings.Count(said.String(), `"msg":"request"`)
		for _, path := range []string{"", "app.wasmz", "style.css", "examples/first.py"} {
			r, err := http.Get(base + path)
			require.NoError(t, err)
			io.Copy(io.Discard, r.Body)
			r.Body.Close()
			assert.Equal(t, 200, r.StatusCode, path)
			assert.Equal(t, "nosniff", r.Header.Get("X-Content-Type-Options"), path)
		}
		assert.Equal(t, before, strings.Count(said.String(), `"msg":"request"`))
		assert.NotZero(t, before)
	})

	t.Run("the rate of one client", func(t *testing.T) {
		payload := servertest.Payload(t, 20)
		for range 200 {
			r, err := http.Post(base+"api/links", "text/plain", strings.NewReader(payload))
			require.NoError(t, err)
			r.Body.Close()
			if r.StatusCode == http.StatusTooManyRequests {
				assert.Equal(t, "60", r.Header.Get("Retry-After"))
				assert.Equal(t, "application/problem+json", r.Header.Get("Content-Type"))
				return
			}
			require.Equal(t, http.StatusCreated, r.StatusCode)
		}
		t.Error("200 links in a row were taken from one client")
	})
}
