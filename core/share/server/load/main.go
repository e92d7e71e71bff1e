//go:build !js

// Command load measures a server of short links under many clients at once.
//
//	load -native PROGRAM      starts layerglass, reads and writes with 1,000 clients, kills it while they write, and looks for what was lost
//	load -worker FOLDER       starts the Worker of wasm/edge on the real runtime and reads with 8 clients
package main

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

func main() {
	native := flag.String("native", "", "`PROGRAM` that serves")
	worker := flag.String("worker", "", "`FOLDER` of the Worker")
	clients := flag.Int("clients", 0, "clients at once; 1000 natively, 8 for the Worker")
	length := flag.Duration("for", 5*time.Second, "how long each part runs")
	flag.Parse()
	var err error
	switch {
	case *native != "":
		err = measureNative(*native, cmp.Or(*clients, 1000), *length)
	case *worker != "":
		err = measureWorker(*worker, cmp.Or(*clients, 8), *length)
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// server is a server that was started.
type server struct {
	base    string
	command *exec.Cmd
}

func start(folder, program string, args func(port string) []string) (*server, error) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	port := strconv.Itoa(free.Addr().(*net.TCPAddr).Port)
	free.Close()
	s := &server{base: "http://127.0.0.1:" + port + "/", command: exec.Command(program, args(port)...)}
	s.command.Dir = folder
	s.command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := s.command.Start(); err != nil {
		return nil, err
	}
	client := &http.Client{Timeout: 5 * time.Second} // a proxy that waits for its worker may hold a request
	for range 600 {
		if r, err := client.Get(s.base + "api/health"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return s, nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.kill()
	return nil, fmt.Errorf("%s does not answer", program)
}

// kill ends the server and what it started, at once.
func (s *server) kill() {
	syscall.Kill(-s.command.Process.Pid, syscall.SIGKILL)
	s.command.Wait()
}

func measureNative(program string, clients int, length time.Duration) error {
	data, err := os.MkdirTemp("", "layerglass-load")
	if err != nil {
		return err
	}
	defer os.RemoveAll(data)
	serve := func() (*server, error) {
		return start(".", program, func(port string) []string { return []string{"-addr", "127.0.0.1:" + port, "-data", data} })
	}
	s, err := serve()
	if err != nil {
		return err
	}
	defer func() { s.kill() }()
	l := &load{base: s.base, clients: clients}
	for _, part := range []struct {
		name   string
		writes int // of 100 requests
	}{{"native, only reads", 0}, {"native, one write in ten", 10}, {"native, only writes", 100}} {
		if err := l.run(part.name, part.writes, length); err != nil {
			return err
		}
	}
	// The server dies while everybody writes. What it had answered for must be there afterwards.
	time.AfterFunc(length/2, s.kill)
	l.dies = true
	if err := l.run("", 100, length); err != nil {
		return err
	}
	if s, err = serve(); err != nil {
		return err
	}
	lost := 0
	for id, payload := range l.kept {
		if text, err := get(s.base + "api/links/" + id); err != nil || text != payload {
			lost++
		}
	}
	fmt.Printf("native, killed while %d clients wrote: %d of %d links lost\n", clients, lost, len(l.kept))
	if lost > 0 {
		return fmt.Errorf("links were lost")
	}
	return nil
}

func measureWorker(folder string, clients int, length time.Duration) error {
	data, err := os.MkdirTemp("", "layerglass-load")
	if err != nil {
		return err
	}
	defer os.RemoveAll(data)
	s, err := start(folder, "node", func(port string) []string { return []string{"dev.mjs", port, data} })
	if err != nil {
		return err
	}
	defer s.kill()
	// The rate of one client leaves a few writes only.
	return (&load{base: s.base, clients: clients}).run("worker, only reads", 0, length)
}

// load is what clients do.
type load struct {
	base    string
	clients int
	dies    bool // the server is going to end: errors are expected
	mu      sync.Mutex
	kept    map[string]string // payloads that the server has answered for, by id
	ids     []string
}

// run lets all clients ask for a time, and prints how many requests were answered, and how late.
func (l *load) run(name string, writes int, length time.Duration) error {
	transport := &http.Transport{MaxIdleConnsPerHost: l.clients}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: 30 * time.Second}
	for i := 0; len(l.ids) < 20; i++ {
		if err := l.write(client, rand.New(rand.NewSource(int64(i)))); err != nil {
			return err
		}
	}
	var group sync.WaitGroup
	var mu sync.Mutex
	var times []time.Duration
	var failure error
	failed := 0
	begin := time.Now()
	for n := range l.clients {
		group.Go(func() {
			random := rand.New(rand.NewSource(time.Now().UnixNano() + int64(n)))
			var own []time.Duration
			for time.Since(begin) < length {
				from := time.Now()
				var err error
				if random.Intn(100) < writes {
					err = l.write(client, random)
				} else {
					err = l.read(client, random)
				}
				own = append(own, time.Since(from))
				if err != nil {
					mu.Lock()
					failed, failure = failed+1, err
					mu.Unlock()
					if l.dies {
						break
					}
				}
			}
			mu.Lock()
			times = append(times, own...)
			mu.Unlock()
		})
	}
	group.Wait()
	if l.dies {
		return nil
	}
	took := time.Since(begin)
	slices.Sort(times)
	fmt.Printf("%s, %d clients: %.0f requests per second, p50 %s, p99 %s, %d errors\n", name, l.clients, float64(len(times))/took.Seconds(),
		times[len(times)/2].Round(100*time.Microsecond), times[len(times)*99/100].Round(100*time.Microsecond), failed)
	if failed > 0 {
		return fmt.Errorf("requests failed, the last with: %w", failure)
	}
	return nil
}

// write shares a program that nobody shared.
func (l *load) write(client *http.Client, random *rand.Rand) error {
	text := make([]byte, 60)
	for i := range text {
		text[i] = byte('a' + random.Intn(26))
	}
	payload := plain("import keras\nlayer = keras.layers.Dense(64, name='" + string(text) + "')\n")
	r, err := client.Post(l.base+"api/links", "text/plain", strings.NewReader(payload))
	if err != nil {
		return err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	var link struct{ ID string }
	if err := json.Unmarshal(body, &link); err != nil || r.StatusCode != http.StatusCreated {
		return fmt.Errorf("status %d: %s", r.StatusCode, body)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.kept == nil {
		l.kept = map[string]string{}
	}
	l.kept[link.ID] = payload
	l.ids = append(l.ids, link.ID)
	return nil
}

// plain is a payload of version 1, which costs little to make: the clients share the machine with the server.
func plain(program string) string {
	return "v1=" + base64.RawURLEncoding.EncodeToString(append([]byte{0}, program...))
}

func (l *load) read(client *http.Client, random *rand.Rand) error {
	l.mu.Lock()
	id := l.ids[random.Intn(len(l.ids))]
	want := l.kept[id]
	l.mu.Unlock()
	r, err := client.Get(l.base + "api/links/" + id)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err == nil && (r.StatusCode != http.StatusOK || !bytes.Equal(body, []byte(want))) {
		err = fmt.Errorf("status %d: %.100s", r.StatusCode, body)
	}
	return err
}

func get(address string) (string, error) {
	r, err := http.Get(address)
	if err != nil {
		return "", err
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	return string(text), err
}
