package datetime

import (
	"layerglass/core/python/object"
)

// zoneInfoClass is tzinfo: the base of zones that programs write.
var zoneInfoClass = object.NewType("tzinfo", "datetime", nil)

// zone is a timezone with a fixed distance from UTC.
type zone struct {
	offset *delta
	name   string
	named  bool
}

var zoneClass = object.NewType("timezone", "datetime", zoneInfoClass).Final()

var utc = &zone{offset: &delta{}}

// Class returns the type datetime.timezone.
func (*zone) Class() *object.Class { return zoneClass }

// Repr shows how the zone is made.
func (z *zone) Repr(*object.Thread) (string, error) {
	if z == utc {
		return "datetime.timezone.utc", nil
	}
	s := "datetime.timezone(" + z.offset.shown("datetime.timedelta")
	if z.named {
		s += ", " + object.QuoteStr(z.name)
	}
	return s + ")", nil
}

// Str is the name.
func (z *zone) Str(*object.Thread) (string, error) {
	if z.named {
		return z.name, nil
	}
	if z.offset.days == 0 && z.offset.micros == 0 {
		return "UTC", nil
	}
	return "UTC" + offsetText(z.offset, ":"), nil
}

// Compare is equality of the distance.
func (z *zone) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	y, ok := o.(*zone)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	return object.Bool((z.offset.big().Cmp(y.offset.big()) == 0) == (op == object.Eq)), nil
}

// Hash is that of the distance.
func (z *zone) Hash(t *object.Thread) (uint64, error) { return z.offset.Hash(t) }

// offsetText writes a distance as +hh:mm, with seconds if it has some.
func offsetText(d *delta, colon string) string {
	n, sign := d.micro(), "+"
	if n < 0 {
		n, sign = -n, "-"
	}
	s := n / perSec
	out := sign + pad(int(s/3600), 2) + colon + pad(int(s/60%60), 2)
	if s%60 != 0 || n%perSec != 0 {
		out += colon + pad(int(s%60), 2)
	}
	if us := n % perSec; us != 0 {
		out += "." + pad(int(us), 6)
	}
	return out
}

var zoneSignature = object.ParseSignature("(offset, name=?)")

func newZone(d *delta) (*zone, error) {
	n := d.big()
	if n.CmpAbs(deltaClassDay) >= 0 {
		return nil, object.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", d.shown("datetime.timedelta"))
	}
	return &zone{offset: d}, nil
}

var deltaClassDay = (&delta{days: 1}).big()

func init() {
	zoneInfoClass.Methods(
		object.Func("utcoffset", "(self, dt, /)", "", mustImplement("utcoffset")),
		object.Func("dst", "(self, dt, /)", "", mustImplement("dst")),
		object.Func("tzname", "(self, dt, /)", "", mustImplement("tzname")),
		object.Func("fromutc", "(self, dt, /)", "", fromUTC),
		object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
	)
	zoneInfoClass.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		return object.NewInstance(cls), nil
	}
	zoneClass.Protocols(utc)
	zoneClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		v, err := zoneSignature.Bind(t, "timezone", nil, a, nil)
		if err != nil {
			return nil, err
		}
		d, ok := object.Of(v[0]).(*delta)
		if !ok {
			return nil, object.TypeError("timezone() argument 1 must be datetime.timedelta, not %s", object.ArgumentTypeName(v[0]))
		}
		if v[1] == nil && d.days == 0 && d.micros == 0 {
			return utc, nil
		}
		z, err := newZone(d)
		if err != nil || v[1] == nil {
			return z, err
		}
		if z.name, z.named = object.AsString(v[1]); !z.named {
			return nil, object.TypeError("timezone() argument 2 must be str, not %s", object.ArgumentTypeName(v[1]))
		}
		return z, nil
	}
	check := func(name string, o object.Object) error {
		if _, ok := object.Of(o).(*moment); !ok && o != object.None {
			return object.TypeError("%s(dt) argument must be a datetime instance or None, not %s", name, object.ArgumentTypeName(o))
		}
		return nil
	}
	zoneClass.Methods(
		object.Func("utcoffset", "(self, dt, /)", "Returns the distance from UTC.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*zone).offset, check("utcoffset", a[1])
		}),
		object.Func("dst", "(self, dt, /)", "Returns None.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, check("dst", a[1])
		}),
		object.Func("tzname", "(self, dt, /)", "Returns the name.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, _ := a[0].(*zone).Str(t)
			return text(s), check("tzname", a[1])
		}),
		object.Func("fromutc", "(self, dt, /)", "Returns a moment of UTC in this zone.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			m, ok := object.Of(a[1]).(*moment)
			if !ok {
				return nil, object.TypeError("fromutc() argument must be a datetime instance, not %s", object.ArgumentTypeName(a[1]))
			}
			if m.tz != a[0] {
				return nil, object.ValueError("fromutc: dt.tzinfo is not self")
			}
			return m.add(a[0].(*zone).offset)
		}),
		object.Func("__reduce__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			z := a[0].(*zone)
			args := []object.Object{z.offset}
			if z.named {
				args = append(args, text(z.name))
			}
			return object.NewTuple(zoneClass, object.NewTuple(args...)), nil
		}),
	)
	zoneClass.Set("utc", utc)
	zoneClass.Set("min", &zone{offset: &delta{days: -1, micros: 60 * perSec}})
	zoneClass.Set("max", &zone{offset: &delta{micros: perDay - 60*perSec}})
}

func mustImplement(name string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "a tzinfo subclass must implement %s()", name)
	}
}

// isZone refuses what is neither None nor a tzinfo.
func isZone(o object.Object) (object.Object, error) {
	if o == nil || o == object.None {
		return object.None, nil
	}
	if !o.Class().IsSubclass(zoneInfoClass) {
		return nil, object.TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", o.Class().MessageName())
	}
	return o, nil
}

// ask calls utcoffset or dst of a zone; nil stands for None.
func ask(t *object.Thread, tz object.Object, name string, dt object.Object) (*delta, error) {
	if tz == object.None {
		return nil, nil
	}
	if z, ok := tz.(*zone); ok {
		if name == "dst" {
			return nil, nil
		}
		return z.offset, nil
	}
	v, err := object.CallMethod(t, tz, name, dt)
	if v == object.None || err != nil {
		return nil, err
	}
	d, ok := object.Of(v).(*delta)
	if !ok {
		return nil, object.TypeError("tzinfo.%s() must return None or timedelta, not '%s'", name, v.Class().MessageName())
	}
	if d.big().CmpAbs(deltaClassDay) >= 0 {
		return nil, object.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
	}
	return d, nil
}

// nameOf calls tzname of a zone.
func nameOf(t *object.Thread, tz, dt object.Object) (object.Object, error) {
	if tz == object.None {
		return object.None, nil
	}
	v, err := object.CallMethod(t, tz, "tzname", dt)
	if err != nil {
		return nil, err
	}
	if _, ok := object.AsString(v); !ok && v != object.None {
		return nil, object.TypeError("tzinfo.tzname() must return None or a string, not '%s'", v.Class().MessageName())
	}
	return v, nil
}

// fromUTC is the conversion that a zone of a program inherits: by what it says of daylight saving time.
func fromUTC(t *object.Thread, a []object.Object) (object.Object, error) {
	m, ok := object.Of(a[1]).(*moment)
	if !ok {
		return nil, object.TypeError("fromutc: argument must be a datetime instance, not %s", object.ArgumentTypeName(a[1]))
	}
	if m.tz != a[0] {
		return nil, object.ValueError("fromutc: dt.tzinfo is not self")
	}
	off, err := ask(t, m.tz, "utcoffset", m)
	if err != nil {
		return nil, err
	}
	if off == nil {
		return nil, object.ValueError("fromutc: non-None utcoffset() result required")
	}
	dst, err := ask(t, m.tz, "dst", m)
	if err != nil {
		return nil, err
	}
	if dst == nil {
		return nil, object.ValueError("fromutc: non-None dst() result required")
	}
	std, err := newDelta(off.days-dst.days, off.micros-dst.micros)
	if err != nil {
		return nil, err
	}
	local, err := m.add(std)
	if err != nil {
		return nil, err
	}
	if dst, err = ask(t, m.tz, "dst", local); err != nil {
		return nil, err
	}
	if dst == nil {
		return nil, object.ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	return local.add(dst)
}
