import itertools as it
import operator

print(list(it.islice(it.count(), 3)), list(it.islice(it.count(5, -2), 4)), list(it.islice(it.count(0.5, 0.25), 3)), it.count(), it.count(1, 2), it.count(5))
print(list(it.islice(it.cycle("ab"), 5)), list(it.cycle([])), list(it.repeat(7, 3)), it.repeat(1), it.repeat(1, 5), list(it.repeat(1, -1)), list(map(pow, range(4), it.repeat(2))))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([1, 2, 3], operator.mul)), list(it.accumulate([], initial=5)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate([3, 1, 2], max)), list(it.accumulate("abc")))
print(list(it.chain([1], "ab", (2,))), list(it.chain()), list(it.chain.from_iterable(["ab", [1]])), list(it.compress("abcd", [1, 0, True, None])), list(it.compress("ab", [1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.filterfalse(None, [0, 1, ""])), list(it.starmap(pow, [(2, 3), (3, 2)])))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], lambda x: x % 2)], list(it.groupby([])))
print(list(it.islice("abcdef", 2)), list(it.islice("abcdef", 2, 4)), list(it.islice("abcdef", 1, None, 2)), list(it.islice("abc", None)), list(it.islice("abc", 0)), list(it.islice(iter("abcdef"), 5, 2)))
print(list(it.pairwise("abcd")), list(it.pairwise("a")), list(it.zip_longest("ab", "c")), list(it.zip_longest("a", [1, 2], fillvalue="-")), list(it.zip_longest()))
print(list(it.product("ab", [1, 2])), list(it.product("ab", repeat=2)), list(it.product()), list(it.product("a", [])), list(it.product([1], repeat=0)))
print(list(it.permutations("abc")), list(it.permutations("abc", 2)), list(it.permutations("a", 2)), list(it.permutations([], 0)), len(list(it.permutations(range(5)))))
print(list(it.combinations("abcd", 2)), list(it.combinations("ab", 3)), list(it.combinations("ab", 0)), list(it.combinations_with_replacement("ab", 2)), list(it.combinations_with_replacement("", 1)), list(it.combinations(range(5), 3)))
a, b = it.tee([1, 2, 3])
print(next(a), list(b), list(a), it.tee([1], 3)[2].__next__(), it.tee([], 0))
c = it.count()
print(next(c), next(c), c)
g = it.groupby("aab")
k, group = next(g)
k2, group2 = next(g)
print(k, k2, list(group), list(group2))
s = it.islice(iter(range(10)), 3)
print(next(s), list(s))
x = iter([1, 2, 3])
print(list(it.takewhile(lambda v: v < 2, x)), list(x))
print(sum(it.islice((n * n for n in it.count(1)), 10)), ["".join(p) for p in it.product("01", repeat=2)], dict(zip("ab", it.count())))
for f in [lambda: it.islice([1], -1), lambda: it.islice([1], 1, 2, 0), lambda: it.count("a"), lambda: it.repeat(), lambda: it.product([1], repeat=-1), lambda: it.permutations("ab", -1), lambda: it.combinations("ab", -1), lambda: it.tee([1], -1), lambda: it.chain(5).__next__(), lambda: next(it.starmap(pow, [5])), lambda: it.zip_longest(5), lambda: it.cycle(5), lambda: it.islice([1], "a"), lambda: it.accumulate(5), lambda: it.combinations("ab"), lambda: it.permutations("ab", "x")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(type(it.count()).__name__, type(it.chain()), it.chain.from_iterable.__name__, iter(it.count()) is not None, it.islice)
