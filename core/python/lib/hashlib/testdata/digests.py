import hashlib
import hmac

texts = [b"", b"a", b"abc", b"x" * 55, b"x" * 56, b"x" * 63, b"x" * 64, b"x" * 65, b"y" * 111, b"y" * 112, b"y" * 127, b"y" * 128, b"y" * 129, b"z" * 256, bytes(range(256)) * 3]
for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]:
    for t in texts:
        print(name, len(t), getattr(hashlib, name)(t).hexdigest())
    h = hashlib.new(name)
    h.update(b"hello ")
    c = h.copy()
    h.update(b"world")
    print(h.name, h.digest_size, h.block_size, h.hexdigest(), c.hexdigest(), h.digest() == hashlib.new(name, b"hello world").digest())
for name in ["shake_128", "shake_256"]:
    h = getattr(hashlib, name)(b"abc")
    print(h.hexdigest(20), h.digest(3), h.hexdigest(300)[-10:], h.digest_size, h.block_size)
print(hashlib.blake2b(b"abc", digest_size=16).hexdigest(), hashlib.blake2s(b"abc", key=b"secret").hexdigest(), hashlib.blake2b(key=b"k" * 64, digest_size=20).hexdigest())
print("sha256" in hashlib.algorithms_guaranteed, "md5" in hashlib.algorithms_available, hashlib.new("SHA256", b"x").hexdigest()[:8], hashlib.md5(bytearray(b"q")).hexdigest(), hashlib.sha256(b"x", usedforsecurity=False).hexdigest()[:6])
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2, 50).hex())
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.new(b"k" * 200, b"m", hashlib.md5).hexdigest(), hmac.digest(b"key", b"msg", "sha512").hex()[:20], hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
h = hmac.new(b"key", digestmod="sha1")
h.update(b"part")
print(h.name, h.digest_size, h.block_size, h.copy().hexdigest() == h.hexdigest())
for f in [lambda: hashlib.md5("text"), lambda: hashlib.new("nope"), lambda: hashlib.sha1(5), lambda: hashlib.shake_128(b"").digest(), lambda: hashlib.sha1().digest(5), lambda: hashlib.blake2b(digest_size=65), lambda: hmac.new(b"k"), lambda: hmac.new("k", b"", "md5"), lambda: hashlib.pbkdf2_hmac("md5", b"", b"", 0), lambda: hmac.compare_digest("a", b"a"), lambda: hashlib.md5().update("x")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
