import secrets

print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex()), len(secrets.token_hex(4)), len(secrets.token_urlsafe()), len(secrets.token_urlsafe(16)), secrets.token_hex(8) != secrets.token_hex(8), type(secrets.token_bytes(1)))
print(all(0 <= secrets.randbelow(10) < 10 for _ in range(50)), secrets.randbits(8) < 256, secrets.randbelow(1), secrets.randbits(0), secrets.choice("aaa"), secrets.choice([5]), secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), secrets.token_bytes(0))
for f in [lambda: secrets.randbelow(0), lambda: secrets.choice([]), lambda: secrets.randbits(-1), lambda: secrets.token_bytes(-1), lambda: secrets.compare_digest("a", b"a"), lambda: secrets.token_hex("a")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
