package archive

import (
	"encoding/binary"
	"errors"
	"strings"

	"layerglass/core/deflate"
)

// zipFile is a zip archive: the entries that its directory lists.
type zipFile struct {
	data    []byte
	entries []zipEntry
}

type zipEntry struct {
	name         string
	method       uint16
	encrypted    bool
	packed, size uint64
	header       uint64
}

var le = binary.LittleEndian

// maxEntries bounds the directory.
const maxEntries = 100_000

// openZip reads the directory, which stands at the end of the file.
func openZip(data []byte) (*zipFile, error) {
	const size = 22
	at := -1
	for i := len(data) - size; i >= 0 && i >= len(data)-size-65535; i-- {
		if le.Uint32(data[i:]) == 0x06054b50 {
			at = i
			break
		}
	}
	if at < 0 {
		return nil, errors.New("This zip archive has no directory: the file is cut off or damaged.")
	}
	n, start := uint64(le.Uint16(data[at+10:])), uint64(le.Uint32(data[at+16:]))
	if start == 0xffffffff || n == 0xffff {
		var err error
		if n, start, err = zip64(data, at); err != nil {
			return nil, err
		}
	}
	z := &zipFile{data: data}
	for i := uint64(0); i < n && i < maxEntries; i++ {
		next, err := z.entry(start)
		if err != nil {
			return nil, err
		}
		start = next
	}
	return z, nil
}

var errDirectory = errors.New("The directory of this zip archive is damaged.")

// zip64 reads the directory's place in a large archive.
func zip64(data []byte, end int) (n, start uint64, err error) {
	if end < 20 || le.Uint32(data[end-20:]) != 0x07064b50 {
		return 0, 0, errDirectory
	}
	at := le.Uint64(data[end-12:])
	if at > uint64(len(data)) || uint64(len(data))-at < 56 || le.Uint32(data[at:]) != 0x06064b50 {
		return 0, 0, errDirectory
	}
	return le.Uint64(data[at+32:]), le.Uint64(data[at+48:]), nil
}

// entry reads one entry of the directory and returns where the next one stands.
func (z *zipFile) entry(at uint64) (next uint64, err error) {
	const size = 46
	if at > uint64(len(z.data)) || uint64(len(z.data))-at < size || le.Uint32(z.data[at:]) != 0x02014b50 {
		return 0, errDirectory
	}
	d := z.data[at:]
	name, extra, comment := int(le.Uint16(d[28:])), int(le.Uint16(d[30:])), int(le.Uint16(d[32:]))
	if len(d) < size+name+extra+comment {
		return 0, errDirectory
	}
	e := zipEntry{name: string(d[size : size+name]), method: le.Uint16(d[10:]), encrypted: le.Uint16(d[8:])&1 != 0,
		packed: uint64(le.Uint32(d[20:])), size: uint64(le.Uint32(d[24:])), header: uint64(le.Uint32(d[42:]))}
	e.large(d[size+name : size+name+extra])
	z.entries = append(z.entries, e)
	return at + uint64(size+name+extra+comment), nil
}

// large reads the sizes that do not fit the entry's own fields.
func (e *zipEntry) large(extra []byte) {
	for len(extra) >= 4 {
		id, n := le.Uint16(extra), int(le.Uint16(extra[2:]))
		if n > len(extra)-4 {
			return
		}
		if field := extra[4 : 4+n]; id == 1 {
			for _, v := range []*uint64{&e.size, &e.packed, &e.header} {
				if *v == 0xffffffff && len(field) >= 8 {
					*v = le.Uint64(field)
					field = field[8:]
				}
			}
		}
		extra = extra[4+n:]
	}
}

// read unpacks an entry of at most limit bytes.
func (z *zipFile) read(name string, limit int) ([]byte, error) {
	for i := range z.entries {
		e := &z.entries[i]
		if e.name != name {
			continue
		}
		return z.unpack(e, limit)
	}
	var names []string
	for i := 0; i < len(z.entries) && i < 5; i++ {
		names = append(names, z.entries[i].name)
	}
	return nil, errors.New("The archive has no " + name + ". It holds " + or(strings.Join(names, ", "), "nothing") + ".")
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (z *zipFile) unpack(e *zipEntry, limit int) ([]byte, error) {
	const size = 30
	d := z.data
	if e.header > uint64(len(d)) || uint64(len(d))-e.header < size || le.Uint32(d[e.header:]) != 0x04034b50 {
		return nil, errors.New(e.name + " cannot be found in the archive: it is damaged.")
	}
	start := e.header + size + uint64(le.Uint16(d[e.header+26:])) + uint64(le.Uint16(d[e.header+28:]))
	switch {
	case e.encrypted:
		return nil, errors.New(e.name + " is encrypted.")
	case start > uint64(len(d)) || e.packed > uint64(len(d))-start:
		return nil, errors.New(e.name + " is cut off: the archive ends before it does.")
	case e.size > uint64(limit):
		return nil, errors.New(e.name + " would be larger than is read once it is unpacked.")
	}
	content := d[start : start+e.packed]
	switch e.method {
	case 0:
		return content, nil
	case 8:
		out, _, err := deflate.Inflate(content, nil, int(e.size))
		if err != nil {
			return nil, errors.New(e.name + " cannot be unpacked: " + err.Error() + ".")
		}
		return out, nil
	}
	return nil, errors.New(e.name + " is packed in a way that is not read here.")
}
