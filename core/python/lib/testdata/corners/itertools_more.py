import itertools as it
print(list(it.accumulate([1, 2, 3, 4], lambda a, b: a * b, initial=10)), list(it.batched("abcde", 2)) if hasattr(it, "batched") else "none")
print([(k, list(g)) for k, g in it.groupby("aabbbca")], list(it.pairwise("abcd")))
print(list(it.chain.from_iterable([[1], (2, 3), "x"])), list(it.compress("abcdef", [1, 0, 1, 0, 1])))
print(list(it.islice(it.count(2.5, 0.5), 1, 8, 3)), list(it.takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 5, 1])))
print(list(it.zip_longest("ab", [1, 2, 3], fillvalue="-")), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.filterfalse(None, [0, 1, "", "a"])))
a, b = it.tee(iter(range(4))); next(a); print(list(a), list(b))
print(list(it.product("ab", repeat=2)), list(it.combinations_with_replacement("abc", 2)), list(it.permutations([1, 2, 3], 2)))
print(list(it.islice(it.cycle("xy"), 5)), list(it.repeat(7, 3)), it.repeat(1, 2), it.count(3), it.count(1, 2))
g = it.groupby([1, 1, 2]); k1, g1 = next(g); next(g); print(list(g1))
for bad in (lambda: list(it.islice([1], -1)), lambda: it.combinations("a", -1), lambda: list(it.pairwise(3))):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
