package datetime

import "layerglass/core/python/object"

// The bytes of a packed date (year in two, month, day) and of a packed time (hour, minute, second, microsecond in three).
// The highest bit of a datetime's month or of a time's hour is its fold.
const (
	packedDate  = 4
	packedHours = 6
	foldBit     = 0x80
)

func (d day) packed() []byte { return []byte{byte(d.y >> 8), byte(d.y), byte(d.m), byte(d.d)} }

func (h hours) packed() []byte {
	return []byte{byte(h.h), byte(h.min), byte(h.s), byte(h.us >> 16), byte(h.us >> 8), byte(h.us)}
}

func dayFrom(b []byte) day {
	return day{int(b[0])<<8 | int(b[1]), int(b[2] &^ foldBit), int(b[3])}
}

func hoursFrom(b []byte, tz object.Object) hours {
	return hours{h: int(b[0] &^ foldBit), min: int(b[1]), s: int(b[2]), us: int(b[3])<<16 | int(b[4])<<8 | int(b[5]), tz: tz}
}

// reduction is what __reduce__ returns: the class and the arguments that make the same value.
func reduction(c *object.Class, state []byte, tz object.Object) object.Object {
	args := []object.Object{object.NewBytes(string(state))}
	if tz != nil && tz != object.None {
		args = append(args, tz)
	}
	return object.NewTuple(c, object.NewTuple(args...))
}

// unpacked returns the packed state that a constructor was given instead of numbers: bytes of the right length whose byte
// number at is a month or an hour, and perhaps a zone.
func unpacked(a object.Args, length, at int) (state []byte, tz object.Object, ok bool) {
	if len(a.Kw) > 0 || len(a.Pos) == 0 || len(a.Pos) > 2 {
		return nil, nil, false
	}
	b, isBytes := object.Of(a.Pos[0]).(*object.Bytes)
	if !isBytes || len(b.String()) != length {
		return nil, nil, false
	}
	state = []byte(b.String())
	limit, least := byte(12), byte(1)
	if length == packedHours {
		limit, least = 23, 0
	}
	if n := state[at] &^ foldBit; n < least || n > limit {
		return nil, nil, false
	}
	tz = object.None
	if len(a.Pos) == 2 {
		if length == packedDate {
			return nil, nil, false
		}
		if _, err := isZone(a.Pos[1]); err != nil {
			return nil, nil, false
		}
		tz = a.Pos[1]
	}
	return state, tz, true
}
