import csv
import io

text = 'name,units,"note"\nDense,64,"has ""quotes"", and, commas"\nConv2D,32,"two\nlines"\n\n,,\n"a"b,c"d,"e"\n'
for row in csv.reader(io.StringIO(text)):
    print(row)
print(list(csv.reader(["a;b c;'d;e'"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], dialect="excel-tab")), list(csv.reader(["a, b,  c"], skipinitialspace=True)), list(csv.reader(["a\\,b,c"], escapechar="\\")), list(csv.reader(['1,"a",2.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)), list(csv.reader([])), list(csv.reader(["", "a", ""])), list(csv.reader(['"open', 'close"'])), list(csv.reader(['a\r\n', 'b\r'])), list(csv.reader(['"a'])))
r = csv.reader(["a,b", '"c', 'd",e'])
print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, r.dialect.quoting)


def written(rows, **kw):
    out = io.StringIO()
    w = csv.writer(out, **kw)
    for row in rows:
        w.writerow(row)
    return out.getvalue()


rows = [["a", 1, 2.5, None, True], ["x,y", 'q"q', "l\nm", "", " s"], [""], [], ["é", b"b", [1, 2]]]
print(repr(written(rows)), repr(written(rows, quoting=csv.QUOTE_ALL)), repr(written(rows, quoting=csv.QUOTE_NONNUMERIC)), repr(written(rows, delimiter="\t", lineterminator="\n")), repr(written(rows, dialect="unix")))
print(repr(written([["a,b", 'c"d']], quoting=csv.QUOTE_NONE, escapechar="\\")), repr(written([["a'b", "c"]], quotechar="'", doublequote=False, escapechar="\\")), repr(written([(1, 2), "ab", range(3)])))
out = io.StringIO()
w = csv.writer(out)
print(w.writerow([1, 2]), w.writerows([[3], [4, 5]]), repr(out.getvalue()))
for row in csv.DictReader(io.StringIO("a,b\n1,2\n3\n\n4,5,6\n"), restval="-"):
    print(row)
d = csv.DictReader(["1,2", "3,4"], fieldnames=["x", "y"])
print(d.fieldnames, list(d), d.line_num, csv.DictReader([]).fieldnames)
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=["name", "n"], restval="?")
print(w.writeheader())
w.writerow({"n": 1, "name": "a"})
w.writerows([{"name": "b"}, {"name": "c,d", "n": 3}])
print(repr(out.getvalue()), w.fieldnames)
out = io.StringIO()
w = csv.DictWriter(out, ["a"], extrasaction="ignore", lineterminator="\n")
w.writerow({"a": 1, "b": 2})
print(repr(out.getvalue()))
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), list(csv.reader(["a|b"], "pipes")), repr(written([[1, 2]], dialect="pipes")), csv.get_dialect("pipes").delimiter)
csv.unregister_dialect("pipes")


class Semi(csv.excel):
    delimiter = ";"


print(list(csv.reader(["a;b"], dialect=Semi)), list(csv.reader(["a;b"], Semi())), csv.excel.delimiter, csv.excel_tab.delimiter, csv.unix_dialect.lineterminator, csv.QUOTE_MINIMAL, csv.QUOTE_NONE)
for f in [lambda: csv.reader(["a"], delimiter="ab"), lambda: csv.reader(["a"], "nope"), lambda: csv.reader(5), lambda: list(csv.reader([5])), lambda: csv.writer(5), lambda: written([["a,b"]], quoting=csv.QUOTE_NONE), lambda: written([5]), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: csv.reader([], quoting=9), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: csv.unregister_dialect("zz"), lambda: list(csv.reader(["a\rb"])), lambda: list(csv.reader(["a,x"], quoting=csv.QUOTE_NONNUMERIC)), lambda: csv.reader([], delimiter=5), lambda: csv.reader([], quotechar=""), lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="x"), lambda: list(csv.reader(['"a'], strict=True)), lambda: written([[""]], quoting=csv.QUOTE_NONE)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
