for h in ["strict","ignore","replace","backslashreplace","xmlcharrefreplace","surrogateescape","surrogatepass"]:
    for what in [lambda: "aé\ud800\u20ac".encode("utf-8", h), lambda: "aé€".encode("ascii", h), lambda: "é€".encode("latin-1", h), lambda: b"a\xff\xed\xa0\x80\xe2\x82".decode("utf-8", h), lambda: b"a\xff".decode("ascii", h)]:
        try: print(h, ascii(what()))
        except Exception as e: print(h, type(e).__name__, e)
