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

// patience is how long one request, and the start of the runtime, may take on a busy machine. Nothing waits for ever.
const patience = 3 * time.Minute

// start serves the built Worker on the real runtime until the test ends, and returns its address and what it says. Another program may take the port
// before the runtime does; then it ends, and is started again at another one.
func start(t *testing.T) (base string, said *output) {
	for range 3 {
		if base, said = startOnce(t); base != "" {
			return base, said
		}
	}
	require.Fail(t, "the runtime ended at its start", "%s", said)
	return "", nil
}

// startOnce is one attempt; the base is "" where the runtime ended at once.
func startOnce(t *testing.T) (base string, said *output) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	port := free.Addr().(*net.TCPAddr).Port
	free.Close()
	said = &output{}
	c := exec.Command("node", "dev.mjs", strconv.Itoa(port), t.TempDir())
	c.Stdout, c.Stderr = said, said
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.WaitDelay = 10 * time.Second // a descendant that lives on would keep the output open
	require.NoError(t, c.Start())
	ended := make(chan struct{})
	go func() {
		c.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		syscall.Kill(-c.Process.Pid, syscall.SIGTERM)
		timer := time.AfterFunc(5*time.Second, func() { syscall.Kill(-c.Process.Pid, syscall.SIGKILL) })
		defer timer.Stop()
		<-ended
		if t.Failed() {
			os.Stderr.WriteString(said.String())
		}
	})
	base = fmt.Sprintf("http://127.0.0.1:%d/", port)
	client := &http.Client{Timeout: 5 * time.Second} // a proxy that waits for its worker may hold a request
	for deadline := time.Now().Add(patience); ; {
		if r, err := client.Get(base + "api/health"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return base, said
			}
		}
		require.True(t, time.Now().Before(deadline), "the runtime did not start: %s", said)
		select {
		case <-ended:
			return "", said
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// TestWorker runs the suite that every server has to pass against the Worker.
func TestWorker(t *testing.T) {
	http.DefaultClient.Timeout = patience
	base, said := start(t)
	servertest.Run(t, servertest.Server{Base: base, Pages: true})

	t.Run("static files do not reach Go", func(t *testing.T) {
		requests := func() int { return strings.Count(said.String(), `"msg":"request"`) }
		before := -1
		for before != requests() { // the runtime tells of earlier requests a little later
			before = requests()
			time.Sleep(time.Second)
		}
		for _, path := range []string{"", "app.wasmz", "style.css", "examples/first.py"} {
			r, err := http.Get(base + path)
			require.NoError(t, err)
			io.Copy(io.Discard, r.Body)
			r.Body.Close()
			assert.Equal(t, 200, r.StatusCode, path)
			assert.Equal(t, "nosniff", r.Header.Get("X-Content-Type-Options"), path)
		}
		assert.Equal(t, before, requests())
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
