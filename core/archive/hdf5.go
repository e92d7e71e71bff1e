package archive

import (
	"errors"
	"strconv"
	"strings"
)

// hdf5 reads the skeleton of an HDF5 file: groups, attributes, and the shapes of arrays. Of the format it knows what HDF5 writes by
// default and what it writes when it is asked for its newest form, superblocks 0 to 3.
type hdf5 struct {
	data []byte
	base uint64
	root uint64 // the root group's object header
	left int    // how many objects and blocks may still be read
}

const signature = "\x89HDF\r\n\x1a\n"

// maxBlocks bounds the work on a file, maxGroups how deep groups may stand in one another.
const (
	maxBlocks = 500_000
	maxGroups = 64
)

var (
	errCut   = errors.New("The HDF5 file is cut off or damaged.")
	errLarge = errors.New("The HDF5 file holds more objects than are read here, or refers to itself.")
)

func isHDF5(data []byte) bool { return superblock(data) >= 0 }

// superblock finds the signature: at the start, or behind a block of the user's at a power of two.
func superblock(data []byte) int {
	for at := 0; at+8 <= len(data) && at <= 1<<20; at = max(512, at*2) {
		if string(data[at:at+8]) == signature {
			return at
		}
	}
	return -1
}

func openH5(data []byte) (*hdf5, error) {
	at := superblock(data)
	if at < 0 {
		return nil, errors.New("This is no HDF5 file.")
	}
	h := &hdf5{data: data, left: maxBlocks}
	s, err := h.block(uint64(at), 48)
	if err != nil {
		return nil, err
	}
	offsets, lengths, root := s[13], s[14], 0
	switch version := s[8]; version {
	case 0, 1:
		h.base, root = uint64(at), at+24+32+8
		if version == 1 {
			root += 4
		}
	case 2, 3:
		offsets, lengths = s[9], s[10]
		h.base, root = uint64(at), at+12+24
	default:
		return nil, errors.New("The HDF5 file has a superblock of version " + strconv.Itoa(int(version)) + ", which is not read here.")
	}
	if offsets != 8 || lengths != 8 {
		return nil, errors.New("The HDF5 file has addresses of " + strconv.Itoa(int(offsets)) + " bytes; files with 8 are read here.")
	}
	b, err := h.block(uint64(root), 8)
	if err != nil {
		return nil, err
	}
	h.root = le.Uint64(b)
	return h, nil
}

// block returns n bytes at a place of the file.
func (h *hdf5) block(at uint64, n int) ([]byte, error) {
	if n < 0 || at > uint64(len(h.data)) || uint64(n) > uint64(len(h.data))-at {
		return nil, errCut
	}
	return h.data[at : at+uint64(n)], nil
}

// at is block for an address, which counts from the superblock.
func (h *hdf5) at(address uint64, n int) ([]byte, error) {
	if h.left--; h.left < 0 {
		return nil, errLarge
	}
	if address > uint64(len(h.data)) {
		return nil, errCut
	}
	return h.block(address+h.base, n)
}

// message is one part of an object header.
type message struct {
	kind uint16
	data []byte
}

// Kinds of messages.
const (
	dataspace    = 0x01
	linkInfo     = 0x02
	datatype     = 0x03
	link         = 0x06
	attribute    = 0x0c
	continuation = 0x10
	symbolTable  = 0x11
)

// header reads an object header with its continuations.
func (h *hdf5) header(address uint64) ([]message, error) {
	b, err := h.at(address, 16)
	if err != nil {
		return nil, err
	}
	var out []message
	if string(b[:4]) == "OHDR" {
		return h.header2(address, b[5])
	}
	if b[0] != 1 {
		return nil, errCut
	}
	chunks := [][2]uint64{{address + 16, uint64(le.Uint32(b[8:]))}}
	for i := 0; i < len(chunks); i++ {
		d, err := h.at(chunks[i][0], int(min(chunks[i][1], 1<<31)))
		if err != nil {
			return nil, err
		}
		for len(d) >= 8 {
			kind, n := le.Uint16(d), int(le.Uint16(d[2:]))
			if n > len(d)-8 {
				return nil, errCut
			}
			body := d[8 : 8+n]
			if kind == continuation && n >= 16 {
				chunks = append(chunks, [2]uint64{le.Uint64(body), le.Uint64(body[8:])})
			}
			out = append(out, message{kind, body})
			d = d[8+n:]
		}
	}
	return out, nil
}

// header2 reads an object header of the newer form.
func (h *hdf5) header2(address uint64, flags byte) ([]message, error) {
	at := address + 6
	if flags&0x20 != 0 {
		at += 16
	}
	if flags&0x10 != 0 {
		at += 4
	}
	width := 1 << (flags & 3)
	b, err := h.at(at, width)
	if err != nil {
		return nil, err
	}
	size := uint64(0)
	for i := width - 1; i >= 0; i-- {
		size = size<<8 | uint64(b[i])
	}
	var out []message
	chunks := [][2]uint64{{at + uint64(width), size}}
	for i := 0; i < len(chunks); i++ {
		d, err := h.at(chunks[i][0], int(min(chunks[i][1], 1<<31)))
		if err != nil {
			return nil, err
		}
		if i > 0 { // "OCHK" in front, a checksum behind
			if len(d) < 8 {
				return nil, errCut
			}
			d = d[4 : len(d)-4]
		}
		for head := 4 + int(flags&4)/2; len(d) >= head; {
			kind, n := uint16(d[0]), int(le.Uint16(d[1:]))
			if n > len(d)-head {
				break // a gap at the end
			}
			body := d[head : head+n]
			if kind == continuation && n >= 16 {
				chunks = append(chunks, [2]uint64{le.Uint64(body), le.Uint64(body[8:])})
			}
			out = append(out, message{kind, body})
			d = d[head+n:]
		}
	}
	return out, nil
}

// attributes reads the attributes of an object that are strings.
func (h *hdf5) attributes(address uint64) (map[string]string, error) {
	list, err := h.header(address)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, m := range list {
		if m.kind != attribute {
			continue
		}
		if name, value, ok := h.attribute(m.data); ok {
			out[name] = value
		}
	}
	return out, nil
}

// attribute reads one attribute; ok is false for what is no string.
func (h *hdf5) attribute(d []byte) (name, value string, ok bool) {
	if len(d) < 9 || d[0] < 1 || d[0] > 3 {
		return "", "", false
	}
	sizes := [3]int{int(le.Uint16(d[2:])), int(le.Uint16(d[4:])), int(le.Uint16(d[6:]))}
	body, pad := d[8:], 1
	if d[0] == 3 {
		body = d[9:]
	}
	if d[0] == 1 {
		pad = 8
	}
	var parts [3][]byte
	for i, n := range sizes {
		whole := (n + pad - 1) / pad * pad
		if whole > len(body) {
			return "", "", false
		}
		parts[i], body = body[:n], body[whole:]
	}
	name = strings.TrimRight(string(parts[0]), "\x00")
	if len(parts[1]) < 8 {
		return "", "", false
	}
	switch size := int(le.Uint32(parts[1][4:])); parts[1][0] & 0x0f {
	case 3: // a string of fixed length
		if size > len(body) {
			return "", "", false
		}
		return name, strings.TrimRight(string(body[:size]), "\x00"), true
	case 9: // of variable length: it stands in a heap
		if parts[1][1]&0x0f != 1 || len(body) < 16 {
			return "", "", false
		}
		value, err := h.heapString(le.Uint64(body[4:]), le.Uint32(body[12:]), int(le.Uint32(body)))
		return name, value, err == nil
	}
	return "", "", false
}

// heapString reads an object of a global heap.
func (h *hdf5) heapString(address uint64, index uint32, n int) (string, error) {
	b, err := h.at(address, 16)
	if err != nil || string(b[:4]) != "GCOL" {
		return "", errCut
	}
	size := le.Uint64(b[8:])
	d, err := h.at(address, int(min(size, 1<<31)))
	if err != nil {
		return "", err
	}
	for d = d[16:]; len(d) >= 16; {
		length := le.Uint64(d[8:])
		if le.Uint16(d) == 0 || length > uint64(len(d)-16) {
			break
		}
		if uint32(le.Uint16(d)) == index {
			return strings.TrimRight(string(d[16:16+min(length, uint64(max(n, 0)))]), "\x00"), nil
		}
		whole := (length + 7) / 8 * 8
		if whole > uint64(len(d)-16) {
			break
		}
		d = d[16+whole:]
	}
	return "", errCut
}
