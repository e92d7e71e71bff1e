package server

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// Limiter allows each client so many requests a minute, and as many at once.
type Limiter struct {
	perMinute float64
	exempt    bool // requests that come from this machine itself are not counted
	now       func() time.Time
	mu        sync.Mutex
	clients   map[netip.Prefix]bucket
}

// bucket is what a client has left, at a time.
type bucket struct {
	left float64
	at   time.Time
}

// maxClients is how many clients are remembered.
const maxClients = 1 << 16

// NewLimiter returns a limiter. exempt leaves out requests that begin on this machine: tests, benchmarks, a person at home.
func NewLimiter(perMinute int, exempt bool) *Limiter {
	return &Limiter{perMinute: float64(perMinute), exempt: exempt, now: time.Now, clients: map[netip.Prefix]bucket{}}
}

// Allow counts a request and reports whether it is within its client's limit.
func (l *Limiter) Allow(r *http.Request) bool {
	client := ClientOf(r)
	if l.exempt && client.Addr().IsLoopback() {
		return true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	b, known := l.clients[client]
	if known {
		b.left = min(l.perMinute, b.left+now.Sub(b.at).Minutes()*l.perMinute)
	} else {
		l.makeRoom(now)
		b.left = l.perMinute
	}
	b.at = now
	allowed := b.left >= 1
	if allowed {
		b.left--
	}
	l.clients[client] = b
	return allowed
}

// makeRoom forgets clients that have been quiet for a minute, and all of them where that is not enough: under such load a limit per client has no
// meaning.
func (l *Limiter) makeRoom(now time.Time) {
	if len(l.clients) < maxClients {
		return
	}
	for client, b := range l.clients {
		if now.Sub(b.at) > time.Minute {
			delete(l.clients, client)
		}
	}
	if len(l.clients) >= maxClients {
		clear(l.clients)
	}
}

// ClientOf returns the address that a request came from; of IPv6 the network, since one client has all of it. A proxy on this machine is believed
// about whom it speaks for.
func ClientOf(r *http.Request) netip.Prefix {
	address := remote(r)
	if address.IsLoopback() {
		list := r.Header.Values("X-Forwarded-For")
		if len(list) > 0 {
			last := list[len(list)-1]
			if forwarded, err := netip.ParseAddr(strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])); err == nil {
				address = forwarded.Unmap()
			}
		}
	}
	bits := 32
	if address.Is6() {
		bits = 64
		if address.IsLoopback() {
			bits = 128
		}
	}
	prefix, _ := address.Prefix(bits)
	return prefix
}

func remote(r *http.Request) netip.Addr {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	address, _ := netip.ParseAddr(host)
	return address.Unmap()
}

// local reports whether a request came from this machine, from a proxy for example.
func local(r *http.Request) bool { return remote(r).IsLoopback() }
