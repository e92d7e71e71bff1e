package hash

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The expected bins are those that Keras's documentation of the layers Hashing and HashedCrossing shows.
func TestBinsOfTheDocumentation(t *testing.T) {
	var plain, keyed []int
	for _, s := range []string{"A", "B", "C", "D", "E"} {
		plain = append(plain, int(Fingerprint([]byte(s))%3))
		keyed = append(keyed, int(Sip([2]uint64{133, 137}, []byte(s))%3))
	}
	var crossed []int
	for i, n := range []uint64{101, 101, 101, 102, 102} {
		crossed = append(crossed, int(Together(Together(CrossKey, Fingerprint([]byte{"ABABA"[i]})), n)%5))
	}
	require.Equal(t, []int{1, 4, 1, 1, 3}, crossed)
	require.Equal(t, []int{1, 0, 1, 1, 2}, plain)
	require.Equal(t, []int{1, 2, 1, 0, 2}, keyed)
}

// The expected values are those of SipHash's own description: the key 00 01 … 0f and the message 00 01 … 0e.
func TestSipOfItsDescription(t *testing.T) {
	message := make([]byte, 15)
	for i := range message {
		message[i] = byte(i)
	}
	require.Equal(t, uint64(0xa129ca6149be45e5), Sip([2]uint64{0x0706050403020100, 0x0f0e0d0c0b0a0908}, message))
}
