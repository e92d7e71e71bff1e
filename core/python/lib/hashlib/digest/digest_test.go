package digest_test

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/python/lib/hashlib/digest"
)

// TestAgainstGo compares with Go's own digests for every length up to some blocks, written in two parts.
func TestAgainstGo(t *testing.T) {
	data := make([]byte, 700)
	for i := range data {
		data[i] = byte(i*i + i/7)
	}
	for _, c := range []struct {
		name string
		ours func() digest.Hash
		gos  func() hash.Hash
	}{
		{"md5", digest.MD5, md5.New}, {"sha1", digest.SHA1, sha1.New}, {"sha224", digest.SHA224, sha256.New224}, {"sha256", digest.SHA256, sha256.New},
		{"sha384", digest.SHA384, sha512.New384}, {"sha512", digest.SHA512, sha512.New},
		{"sha3_224", func() digest.Hash { return digest.SHA3(28) }, func() hash.Hash { return sha3.New224() }},
		{"sha3_256", func() digest.Hash { return digest.SHA3(32) }, func() hash.Hash { return sha3.New256() }},
		{"sha3_384", func() digest.Hash { return digest.SHA3(48) }, func() hash.Hash { return sha3.New384() }},
		{"sha3_512", func() digest.Hash { return digest.SHA3(64) }, func() hash.Hash { return sha3.New512() }},
	} {
		for n := 0; n <= len(data); n++ {
			ours, gos := c.ours(), c.gos()
			ours.Write(data[:n/3])
			ours.Write(data[n/3 : n])
			gos.Write(data[:n])
			require.Equal(t, hex.EncodeToString(gos.Sum(nil)), hex.EncodeToString(ours.Sum()), "%s of %d bytes", c.name, n)
		}
		require.Equal(t, c.gos().BlockSize(), c.ours().BlockSize())
		require.Equal(t, c.gos().Size(), c.ours().Size())
	}
}
