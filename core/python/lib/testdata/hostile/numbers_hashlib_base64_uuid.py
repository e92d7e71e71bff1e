# numbers hashlib base64 uuid
import numbers, hashlib, base64, uuid, binascii, hmac, secrets
from fractions import Fraction
from decimal import Decimal
print(isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real), isinstance(1j, numbers.Complex), isinstance(Fraction(1), numbers.Rational), isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real), isinstance(True, numbers.Integral), issubclass(int, numbers.Rational), numbers.Number)
try: numbers.Integral()
except TypeError as e: print(str(e)[:60])
for n in ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s', 'sha3_512', 'sha3_224', 'sha3_384']:
    h = hashlib.new(n, b'abc'); print(n, h.hexdigest()[:40], h.digest_size, h.block_size, h.name)
h = hashlib.sha256(); h.update(b'a'); h.update(b'bc'); c = h.copy(); c.update(b'd'); print(h.hexdigest() == hashlib.sha256(b'abc').hexdigest(), c.hexdigest()[:8], h.digest()[:4], hashlib.shake_128(b'a').hexdigest(5), hashlib.blake2b(b'a', digest_size=4, key=b'k').hexdigest(), hashlib.pbkdf2_hmac('sha256', b'p', b's', 2).hex()[:16], 'md5' in hashlib.algorithms_guaranteed, hmac.new(b'k', b'm', 'sha256').hexdigest()[:10], hmac.compare_digest('a', 'a'))
for f in [lambda: hashlib.new('nope'), lambda: hashlib.md5('str'), lambda: hashlib.sha256(5), lambda: h.update('x'), lambda: base64.b64decode('abc'), lambda: base64.b64decode('****'), lambda: base64.b64decode('ab=c', validate=True), lambda: base64.b64encode('x'), lambda: base64.b32decode('A'), lambda: base64.b16decode('zz'), lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b'x'), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: binascii.a2b_base64('a'), lambda: uuid.uuid3(1, 'x'), lambda: hashlib.sha256().foo]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(base64.b64encode(b'hello\xff'), base64.b64decode('aGVsbG8='), base64.urlsafe_b64encode(b'\xfb\xff'), base64.urlsafe_b64decode('-_8='), base64.b32encode(b'hi'), base64.b32decode('NBUQ===='), base64.b16encode(b'hi'), base64.b85encode(b'hello'), base64.b85decode(b'Xk~0{Zv'), base64.a85encode(b'hello'), base64.encodebytes(b'x' * 60), base64.decodebytes(b'eHg=\n'), base64.b64encode(b'>>>', altchars=b'-_'), base64.b32hexencode(b'hi'), base64.standard_b64encode(b'a'), base64.a85decode(b'BOu!rDZ'))
u = uuid.UUID('12345678123456781234567812345678'); print(u, repr(u), u.hex, u.int, u.bytes[:2], u.version, u.variant, u.fields[:2], u.urn, u.time_low, u == uuid.UUID(u.hex), u < uuid.UUID(int=2**127), hash(u) == hash(u.int), uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'x'), uuid.UUID(int=5), len(str(uuid.uuid4())), uuid.uuid4().version, uuid.NAMESPACE_DNS, uuid.UUID(bytes=b'0123456789abcdef'), uuid.uuid1().version, int(u) == u.int, uuid.UUID(fields=(1, 2, 3, 4, 5, 6)))
print(binascii.hexlify(b'ab'), binascii.crc32(b'hello'), binascii.b2a_base64(b'a'), binascii.hexlify(b'abcd', '-', 2), len(secrets.token_hex(4)), len(secrets.token_bytes(3)), secrets.randbelow(1), secrets.choice([5]), len(secrets.token_urlsafe(6)) > 5)
