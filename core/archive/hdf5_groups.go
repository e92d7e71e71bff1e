package archive

import (
	"errors"
	"strconv"
)

// child is one entry of a group.
type child struct {
	name   string
	header uint64
}

// weights lists the arrays of a file, group by group.
func (h *hdf5) weights(f *File) error {
	return h.walk(f, h.root, "", map[uint64]bool{}, 0)
}

func (h *hdf5) walk(f *File, address uint64, path string, above map[uint64]bool, depth int) error {
	if depth > maxGroups || above[address] {
		return errLarge
	}
	list, err := h.header(address)
	if err != nil {
		return err
	}
	if w, ok := array(list); ok {
		w.Path = path
		f.Weights = append(f.Weights, w)
		return nil
	}
	children, err := h.children(list)
	if err != nil {
		return err
	}
	above[address] = true
	defer delete(above, address)
	for _, c := range children {
		below := c.name
		if path != "" {
			below = path + "/" + c.name
		}
		if err := h.walk(f, c.header, below, above, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// array reads shape and dtype, if the object is an array.
func array(list []message) (w Weight, ok bool) {
	space, kind := false, false
	for _, m := range list {
		switch m.kind {
		case dataspace:
			w.Shape, space = dimensions(m.data)
		case datatype:
			w.Dtype, kind = dtypeName(m.data)
		}
	}
	return w, space && kind
}

func dimensions(d []byte) ([]int, bool) {
	if len(d) < 4 || d[0] != 1 && d[0] != 2 {
		return nil, false
	}
	rank, head := int(d[1]), 8
	if d[0] == 2 {
		head = 4
	}
	if len(d) < head+8*rank {
		return nil, false
	}
	shape := make([]int, rank)
	for i := range shape {
		shape[i] = int(le.Uint64(d[head+8*i:]))
	}
	return shape, true
}

func dtypeName(d []byte) (string, bool) {
	if len(d) < 8 {
		return "", false
	}
	bits := strconv.Itoa(int(min(le.Uint32(d[4:]), 1<<20)) * 8)
	switch d[0] & 0x0f {
	case 0:
		if d[1]&8 == 0 {
			return "uint" + bits, true
		}
		return "int" + bits, true
	case 1:
		return "float" + bits, true
	case 3, 9:
		return "string", true
	case 8:
		return "bool", true
	}
	return "other", true
}

// children lists a group's entries: from a symbol table, or from links in the header.
func (h *hdf5) children(list []message) ([]child, error) {
	var out []child
	for _, m := range list {
		switch m.kind {
		case symbolTable:
			if len(m.data) < 16 {
				return nil, errCut
			}
			names, err := h.localHeap(le.Uint64(m.data[8:]))
			if err != nil {
				return nil, err
			}
			if err := h.tree(le.Uint64(m.data), names, &out, 0); err != nil {
				return nil, err
			}
		case link:
			if c, ok := hardLink(m.data); ok {
				out = append(out, c)
			}
		case linkInfo:
			if dense(m.data) {
				return out, errors.New("A group keeps its entries in a form that is not read here (many links, newest HDF5).")
			}
		}
	}
	return out, nil
}

// dense reports whether a group's links stand in a heap of their own.
func dense(d []byte) bool {
	if len(d) < 2 {
		return false
	}
	at := 2
	if d[1]&1 != 0 {
		at += 8
	}
	return len(d) >= at+8 && le.Uint64(d[at:]) != 1<<64-1
}

// hardLink reads a link message; ok is false for other kinds of links.
func hardLink(d []byte) (c child, ok bool) {
	if len(d) < 3 {
		return c, false
	}
	flags, at := d[1], 2
	if flags&8 != 0 {
		if d[2] != 0 {
			return c, false
		}
		at++
	}
	if flags&4 != 0 {
		at += 8
	}
	if flags&0x10 != 0 {
		at++
	}
	width := 1 << (flags & 3)
	if len(d) < at+width {
		return c, false
	}
	n := uint64(0)
	for i := width - 1; i >= 0; i-- {
		n = n<<8 | uint64(d[at+i])
	}
	at += width
	if n > uint64(len(d)-at) || uint64(len(d)-at)-n < 8 {
		return c, false
	}
	return child{string(d[at : at+int(n)]), le.Uint64(d[at+int(n):])}, true
}

// localHeap returns the names of a group.
func (h *hdf5) localHeap(address uint64) ([]byte, error) {
	b, err := h.at(address, 32)
	if err != nil {
		return nil, err
	}
	if string(b[:4]) != "HEAP" {
		return nil, errCut
	}
	return h.at(le.Uint64(b[24:]), int(min(le.Uint64(b[8:]), 1<<31)))
}

// tree reads a B-tree of symbol table nodes.
func (h *hdf5) tree(address uint64, names []byte, out *[]child, depth int) error {
	if depth > 32 {
		return errLarge
	}
	b, err := h.at(address, 24)
	if err != nil {
		return err
	}
	if string(b[:4]) == "SNOD" {
		return h.symbols(address, int(le.Uint16(b[6:])), names, out)
	}
	if string(b[:4]) != "TREE" || b[4] != 0 {
		return errCut
	}
	n := int(le.Uint16(b[6:]))
	d, err := h.at(address+24, 8+16*n)
	if err != nil {
		return err
	}
	for i := range n {
		if err := h.tree(le.Uint64(d[8+16*i:]), names, out, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (h *hdf5) symbols(address uint64, n int, names []byte, out *[]child) error {
	const size = 40
	d, err := h.at(address+8, n*size)
	if err != nil {
		return err
	}
	for i := range n {
		e := d[i*size:]
		at := le.Uint64(e)
		if at >= uint64(len(names)) {
			return errCut
		}
		end := at
		for end < uint64(len(names)) && names[end] != 0 {
			end++
		}
		*out = append(*out, child{string(names[at:end]), le.Uint64(e[8:])})
	}
	return nil
}
