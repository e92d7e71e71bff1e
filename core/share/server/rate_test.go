package server

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func request(from string) *http.Request {
	r := httptest.NewRequest("POST", "/", nil)
	r.RemoteAddr = from
	return r
}

func TestLimiterFillsUpAgain(t *testing.T) {
	l := NewLimiter(2, true)
	now := time.Unix(0, 0)
	l.now = func() time.Time { return now }
	r := request("192.0.2.1:1")
	assert.Equal(t, []bool{true, true, false}, []bool{l.Allow(r), l.Allow(r), l.Allow(r)})
	now = now.Add(30 * time.Second)
	assert.Equal(t, []bool{true, false}, []bool{l.Allow(r), l.Allow(r)})
	now = now.Add(time.Hour)
	assert.Equal(t, []bool{true, true, false}, []bool{l.Allow(r), l.Allow(r), l.Allow(r)})
	for range 10 {
		assert.True(t, l.Allow(request("127.0.0.1:9")))
		assert.True(t, l.Allow(request("[::1]:9")))
	}
}

func TestLimiterForgets(t *testing.T) {
	l := NewLimiter(1, false)
	for i := range maxClients + 10 {
		l.Allow(request("10." + strconv.Itoa(i>>16) + "." + strconv.Itoa(i>>8&255) + "." + strconv.Itoa(i&255) + ":1"))
	}
	assert.LessOrEqual(t, len(l.clients), maxClients)
	assert.True(t, l.Allow(request("not an address")))
}
