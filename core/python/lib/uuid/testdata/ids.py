import uuid

u = uuid.UUID("{12345678-1234-5678-9234-567812345678}")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.version, u.variant, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.clock_seq, u.node, u.time)
print(uuid.UUID(hex="12345678123456789234567812345678") == u, uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=u.int) == u, uuid.UUID("urn:uuid:" + str(u)) == u, hash(u) == hash(uuid.UUID(u.hex)), int(u) == u.int)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "é"), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500, uuid.uuid3(uuid.NAMESPACE_X500, ""))
r = uuid.uuid4()
print(r.version, r.variant, len(str(r)), r != uuid.uuid4(), isinstance(r, uuid.UUID), uuid.uuid1().version, uuid.uuid1() < uuid.uuid1(), uuid.uuid1(node=5, clock_seq=7).node, uuid.RFC_4122)
print(u < uuid.UUID(int=2**127), sorted([uuid.UUID(int=3), uuid.UUID(int=1)]), u == 5, u != "x", uuid.UUID(int=0), uuid.UUID(u.hex, version=4), {u: 1}[u], uuid.UUID(int=5).version)
for f in [lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID("a", int=1), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=2**128), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(fields=(1, 2)), lambda: uuid.UUID(fields=(2**32, 0, 0, 0, 0, 0)), lambda: u < 5, lambda: setattr(u, "x", 5), lambda: uuid.UUID(5), lambda: uuid.UUID(u.hex, version=9), lambda: uuid.UUID("g" * 32), lambda: uuid.uuid5("x", "y")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
