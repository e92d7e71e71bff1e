"""Tests as classes, and what runs them and tells how it went."""
import collections as _collections
import difflib as _difflib
import pprint as _pprint
import re as _re
import sys as _sys
import time as _time
import traceback as _traceback

__all__ = ["TestCase", "TestSuite", "TestLoader", "TestResult", "TextTestRunner", "TextTestResult", "SkipTest", "main", "skip", "skipIf",
           "skipUnless", "expectedFailure", "defaultTestLoader", "FunctionTestCase"]


class SkipTest(Exception):
    """Raised by a test that is not to be run."""

    __module__ = "unittest.case"


def skip(reason):
    """Return a decorator that keeps a test or a class of tests from being run."""

    def mark(item):
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item

    if callable(reason):
        item, reason = reason, ""
        return mark(item)
    return mark


def skipIf(condition, reason):
    """Is skip where the condition holds."""
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    """Is skip where the condition does not hold."""
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    """Mark a test that is known to fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class _Raises:
    """The context of assertRaises and its kin."""

    def __init__(self, case, expected, pattern=None, kind="raised"):
        self.case, self.expected, self.pattern, self.kind, self.msg = case, expected, pattern, kind, None
        self.called = None

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop("msg", None)
            return self
        self.called = getattr(args[0], "__name__", str(args[0]))
        with self:
            args[0](*args[1:], **kwargs)

    def __enter__(self):
        return self

    def problem(self, text):
        self.case.fail(self.case._formatMessage(self.msg, text))

    def __exit__(self, kind, error, tb):
        if kind is None:
            names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            name = self.expected.__name__ if not isinstance(self.expected, tuple) else str(self.expected)
            self.problem("%s not %s%s" % (name, self.kind, " by " + self.called if self.called else ""))
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not _re.search(self.pattern, str(error)):
            self.problem('"%s" does not match "%s"' % (getattr(self.pattern, "pattern", self.pattern), error))
        return True


class _SubTest:
    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None or not issubclass(kind, Exception):
            return False
        told = ["[%s]" % self.msg] * (self.msg is not None)
        if self.params:
            told.append("(%s)" % ", ".join("%s=%r" % pair for pair in self.params.items()))
        self.case._outcome.sub(self.case, " ".join(told) or "(<subtest>)", error)
        return True


def _shown(o):
    try:
        return repr(o)
    except Exception:
        return object.__repr__(o)


def _without_middle(text, head, tail):
    left_out = len(text) - head - tail
    return "%s[%d chars]%s" % (text[:head], left_out, text[len(text) - tail:]) if left_out > 12 else text


def _pair(a, b):
    """Show two values, and leave out of long ones what both begin with, and then what is between."""
    a, b = _shown(a), _shown(b)
    longest = max(len(a), len(b))
    if longest <= 80:
        return a, b
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    room = 63 - (longest - same)
    head = _without_middle(a[:same], 5, room if room > 5 else 5)
    if room > 5:
        return head + a[same:], head + b[same:]
    return head + _without_middle(a[same:], 41, 5), head + _without_middle(b[same:], 41, 5)


def _item(items, place):
    """Return an item and None, or the reason why there is none."""
    try:
        return items[place], True
    except (TypeError, IndexError, NotImplementedError):
        return None, False


class TestCase:
    """Methods whose names begin with test are run one after the other, each with an object of its own."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _diffThreshold = 65536

    def __init__(self, methodName="runTest"):
        self._testMethodName, self._cleanups, self._outcome = methodName, [], None
        self._comparisons = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
                             frozenset: "assertSetEqual", str: "assertMultiLineEqual"}
        getattr(self, methodName, None)

    def setUp(self):
        """Prepare each test."""

    def tearDown(self):
        """Clean up behind each test."""

    setUpClass = classmethod(lambda cls: None)
    tearDownClass = classmethod(lambda cls: None)

    def addCleanup(self, function, /, *args, **kwargs):
        """Have a function called when the test is over."""
        self._cleanups.append((function, args, kwargs))

    def id(self):
        """Return the whole name of the test."""
        return "%s.%s.%s" % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def shortDescription(self):
        """Return the first line of the test's documentation."""
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def countTestCases(self):
        """Return 1."""
        return 1

    def __str__(self):
        return "%s (%s)" % (self._testMethodName, self.id())

    def __repr__(self):
        return "<%s.%s testMethod=%s>" % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def run(self, result=None):
        """Run the test, and tell a result how it went."""
        result = TestResult() if result is None else result
        method = getattr(self, self._testMethodName)
        result.startTest(self)
        try:
            marked = next((m for m in (type(self), method) if getattr(m, "__unittest_skip__", False)), None)
            if marked is not None:
                result.addSkip(self, marked.__unittest_skip_why__)
            else:
                self._go(method, result)
        finally:
            result.stopTest(self)
        return result

    __call__ = run

    def _go(self, method, result):
        self._outcome = _Outcome(result, getattr(method, "__unittest_expecting_failure__", False))
        if self._outcome.step(self, self.setUp):
            self._outcome.step(self, method)
            self._outcome.step(self, self.tearDown)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._outcome.step(self, lambda: function(*args, **kwargs))
        self._outcome.tell(self)

    def skipTest(self, reason):
        """End the test without running the rest."""
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        """Return a context whose failure does not end the test."""
        return _SubTest(self, msg, params)

    def fail(self, msg=None):
        """End the test as failed."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if msg is None:
            return standard
        return "%s : %s" % (standard, msg) if self.longMessage else msg

    def _claim(self, good, msg, text, *values):
        if not good:
            self.fail(self._formatMessage(msg, text % tuple(map(_shown, values))))

    def assertTrue(self, expr, msg=None):
        """Fail unless it is true."""
        self._claim(expr, msg, "%s is not true", expr)

    def assertFalse(self, expr, msg=None):
        """Fail if it is true."""
        self._claim(not expr, msg, "%s is not false", expr)

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual compare two objects of a type with a function."""
        self._comparisons[typeobj] = function

    def assertEqual(self, first, second, msg=None):
        """Fail unless both are equal."""
        compare = self._comparisons.get(type(first)) if type(first) is type(second) else None
        if compare is None:
            self._baseAssertEqual(first, second, msg)
        else:
            (getattr(self, compare) if isinstance(compare, str) else compare)(first, second, msg=msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self.fail(self._formatMessage(msg, "%s != %s" % _pair(first, second)))

    def _fail_with(self, msg, text, more):
        """Fail with a text and a comparison, unless that is too long."""
        if self.maxDiff is not None and len(more) > self.maxDiff:
            more = "\nDiff is %d characters long. Set self.maxDiff to None to see it." % len(more)
        self.fail(self._formatMessage(msg, text + more))

    def _line_by_line(self, first, second):
        lines = [_pprint.pformat(o).splitlines() for o in (first, second)]
        return "\n" + "\n".join(_difflib.ndiff(*lines))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Fail unless both have the same items in the same order."""
        kind, both = "sequence", (("First", seq1), ("Second", seq2))
        if seq_type is not None:
            kind = seq_type.__name__
            for which, items in both:
                if not isinstance(items, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (which, kind, _shown(items)))
        text = None
        for which, items in both:
            try:
                len(items)
            except (TypeError, NotImplementedError):
                text = text or "%s %s has no length.    Non-sequence?" % (which, kind)
        if text is None:
            if seq1 == seq2:
                return
            text = self._sequences(seq1, seq2, kind, seq_type)
            if text is None:
                return
        self._fail_with(msg, text, self._line_by_line(seq1, seq2))

    def _sequences(self, seq1, seq2, kind, seq_type):
        """Tell where two sequences differ; None where only their types do."""
        text, len1, len2 = "%ss differ: %s != %s\n" % (kind.capitalize(), *_pair(seq1, seq2)), len(seq1), len(seq2)
        for i in range(min(len1, len2)):
            (item1, there), (item2, too) = _item(seq1, i), _item(seq2, i)
            if not (there and too):
                text += "\nUnable to index element %d of %s %s\n" % (i, "second" if there else "first", kind)
                break
            if item1 != item2:
                text += "\nFirst differing element %d:\n%s\n%s\n" % (i, *_pair(item1, item2))
                break
        else:
            if len1 == len2 and seq_type is None and type(seq1) is not type(seq2):
                return None
        if len1 != len2:
            which, more = ("First", seq1) if len1 > len2 else ("Second", seq2)
            text += "\n%s %s contains %d additional elements.\n" % (which, kind, abs(len1 - len2))
            extra, there = _item(more, min(len1, len2))
            if there:
                text += "First extra element %d:\n%s\n" % (min(len1, len2), _shown(extra))
            else:
                text += "Unable to index element %d of %s %s\n" % (min(len1, len2), which.lower(), kind)
        return text

    def assertListEqual(self, list1, list2, msg=None):
        """Fail unless both are lists and equal."""
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Fail unless both are tuples and equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Fail unless both sets have the same items."""
        told = []
        for which, other, one, two in (("first", "second", set1, set2), ("second", "first", set2, set1)):
            try:
                lost = one.difference(two)
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("%s argument does not support set difference: %s" % (which, e))
            if lost:
                told += ["Items in the %s set but not the %s:" % (which, other), *map(repr, lost)]
        if told:
            self.fail(self._formatMessage(msg, "\n".join(told)))

    def assertDictEqual(self, d1, d2, msg=None):
        """Fail unless both are dicts and equal."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._fail_with(msg, "%s != %s" % _pair(d1, d2), self._line_by_line(d1, d2))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Fail unless both are texts and equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines = [first.splitlines(True), second.splitlines(True)]
        if len(lines[0]) == 1 and first.strip("\r\n") == first:
            lines = [[first + "\n"], [second + "\n"]]
        self._fail_with(msg, "%s != %s" % _pair(first, second), "\n" + "".join(_difflib.ndiff(*lines)))

    def assertNotEqual(self, first, second, msg=None):
        """Fail if both are equal."""
        self._claim(first != second, msg, "%s == %s", first, second)

    def _near(self, first, second, places, delta):
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, "within %s delta (%s difference)" % (_shown(delta), _shown(difference))
        places = 7 if places is None else places
        return round(difference, places) == 0, "within %r places (%s difference)" % (places, _shown(difference))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail unless both are nearly equal."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        if first != second:
            near, how = self._near(first, second, places, delta)
            self._claim(near, msg, "%s != %s " + how.replace("%", "%%"), first, second)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if both are nearly equal."""
        how = "within %r places" % (7 if places is None else places)
        if delta is not None:
            how = self._near(first, second, None, delta)[1]
        self._claim(first != second and not self._near(first, second, places, delta)[0], msg, "%s == %s " + how, first, second)

    def assertIs(self, expr1, expr2, msg=None):
        """Fail unless both are one object."""
        self._claim(expr1 is expr2, msg, "%s is not %s", expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        """Fail if both are one object."""
        self._claim(expr1 is not expr2, msg, "unexpectedly identical: %s", expr1)

    def assertIsNone(self, obj, msg=None):
        """Fail unless it is None."""
        self._claim(obj is None, msg, "%s is not None", obj)

    def assertIsNotNone(self, obj, msg=None):
        """Fail if it is None."""
        self._claim(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        """Fail unless the container has it."""
        self._claim(member in container, msg, "%s not found in %s", member, container)

    def assertNotIn(self, member, container, msg=None):
        """Fail if the container has it."""
        self._claim(member not in container, msg, "%s unexpectedly found in %s", member, container)

    def assertIsInstance(self, obj, cls, msg=None):
        """Fail unless it is an instance."""
        self._claim(isinstance(obj, cls), msg, "%s is not an instance of %s", obj, cls)

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Fail if it is an instance."""
        self._claim(not isinstance(obj, cls), msg, "%s is an instance of %s", obj, cls)

    def assertGreater(self, a, b, msg=None):
        """Fail unless a > b."""
        self._claim(a > b, msg, "%s not greater than %s", a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        """Fail unless a >= b."""
        self._claim(a >= b, msg, "%s not greater than or equal to %s", a, b)

    def assertLess(self, a, b, msg=None):
        """Fail unless a < b."""
        self._claim(a < b, msg, "%s not less than %s", a, b)

    def assertLessEqual(self, a, b, msg=None):
        """Fail unless a <= b."""
        self._claim(a <= b, msg, "%s not less than or equal to %s", a, b)

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail unless the pattern occurs."""
        pattern = _re.compile(expected_regex)
        self._claim(pattern.search(text), msg, "Regex didn't match: %s not found in %s", pattern.pattern, text)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fail if the pattern occurs."""
        m = _re.search(unexpected_regex, text)
        self._claim(not m, msg, "Regex matched: %s matches %s in %s", m and m.group(), getattr(unexpected_regex, "pattern", unexpected_regex), text)

    def assertCountEqual(self, first, second, msg=None):
        """Fail unless both have the same items as often, in any order."""
        first, second = list(first), list(second)
        try:
            counts = [_collections.Counter(items) for items in (first, second)]
            told = [(n, counts[1][item], item) for item, n in counts[0].items() if counts[1][item] != n]
            told += [(0, n, item) for item, n in counts[1].items() if item not in counts[0]]
        except TypeError:
            told = []
            for place, item in enumerate(first + second):
                if item not in (first + second)[:place]:
                    n, m = first.count(item), second.count(item)
                    if n != m:
                        told.append((n, m, item))
        if told:
            self._fail_with(msg, "Element counts were not equal:\n", "\n".join("First has %d, Second has %d:  %r" % each for each in told))

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail unless the call, or the block of a with statement, raises."""
        return _Raises(self, expected_exception).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Fail unless it raises with a message in which the pattern occurs."""
        return _Raises(self, expected_exception, expected_regex).handle(args, kwargs)


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self.runTest = testFunc
        self.setUp, self.tearDown = setUp or self.setUp, tearDown or self.tearDown


class _Outcome:
    """What the steps of one test came to."""

    def __init__(self, result, expected):
        self.result, self.expected, self.fine, self.failure = result, expected, True, None

    def step(self, case, do):
        try:
            do()
            return True
        except SkipTest as e:
            self.fine = False
            self.result.addSkip(case, str(e))
        except Exception as e:
            self.fine = False
            if self.expected:
                self.failure = e
            else:
                self.result._add(case, e)
        return False

    def sub(self, case, told, error):
        self.fine = False
        if self.expected:
            self.failure = error
        else:
            self.result._add(case, error, told)

    def tell(self, case):
        if self.expected and self.failure is not None:
            self.result.addExpectedFailure(case, self.failure)
        elif self.expected and self.fine:
            self.result.addUnexpectedSuccess(case)
        elif self.fine:
            self.result.addSuccess(case)


def _trace(error):
    """Return the traceback without what is here."""
    frames = [f for f in _traceback.extract_tb(error.__traceback__) if f.filename != __file__]
    return "".join(["Traceback (most recent call last):\n"] * bool(frames) + _traceback.format_list(frames) + _traceback.format_exception_only(error))


__file__ = "unittest.py"


class TestResult:
    """How tests went."""

    def __init__(self, stream=None, descriptions=True, verbosity=0):
        self.failures, self.errors, self.skipped, self.expectedFailures, self.unexpectedSuccesses = [], [], [], [], []
        self.testsRun, self.shouldStop, self.failfast = 0, False, False
        self._stream, self._verbosity = stream, verbosity
        self._loose = False

    def _put(self, long, short):
        if self._stream is not None and self._verbosity:
            self._stream.write(long + "\n" if self._verbosity > 1 else short)

    def startTest(self, test):
        """Begin a test."""
        self.testsRun += 1
        self._loose = False
        if self._stream is not None and self._verbosity > 1:
            self._stream.write(self.getDescription(test) + " ... ")

    def stopTest(self, test):
        """End a test."""

    def getDescription(self, test):
        """Return how a test is told."""
        more = test.shortDescription()
        return "%s\n%s" % (test, more) if more else str(test)

    def _add(self, case, error, told=None):
        failed = isinstance(error, case.failureException)
        name = self.getDescription(case)
        if told is not None:
            name = str(case) + " " + told
            if self._verbosity > 1:
                self._stream.write(("" if self._loose else "\n") + "  " + name + " ... ")
                self._loose = True
        (self.failures if failed else self.errors).append((case if told is None else name, _trace(error)))
        self._put("FAIL" if failed else "ERROR", "F" if failed else "E")
        self.shouldStop = self.shouldStop or self.failfast

    def addSuccess(self, test):
        """Note a test that went well."""
        self._put("ok", ".")

    def addSkip(self, test, reason):
        """Note a test that was not run."""
        self.skipped.append((test, reason))
        self._put("skipped %r" % reason, "s")

    def addExpectedFailure(self, test, err):
        """Note a test that failed as was known."""
        self.expectedFailures.append((test, _trace(err)))
        self._put("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        """Note a test that should have failed."""
        self.unexpectedSuccesses.append(test)
        self._put("unexpected success", "u")

    def wasSuccessful(self):
        """Tell whether all went well."""
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """Run no more tests."""
        self.shouldStop = True

    def _details(self):
        for kind, list in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in list:
                name = test if isinstance(test, str) else self.getDescription(test)
                self._stream.write("=" * 70 + "\n%s: %s\n" % (kind, name) + "-" * 70 + "\n%s\n" % text)
        if self.unexpectedSuccesses:
            told = ["UNEXPECTED SUCCESS: %s\n" % self.getDescription(test) for test in self.unexpectedSuccesses]
            self._stream.write("=" * 70 + "\n" + "".join(told))


TextTestResult = TestResult


class TestSuite:
    """Tests together."""

    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        """Add a test or a suite."""
        self._tests.append(test)

    def addTests(self, tests):
        """Add several."""
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        """Return how many tests there are."""
        return sum(t.countTestCases() for t in self)

    def run(self, result):
        """Run all."""
        kind, fine = None, True
        for test in self:
            if result.shouldStop:
                break
            if isinstance(test, TestCase) and type(test) is not kind:
                if kind is not None:
                    kind.tearDownClass()
                kind = type(test)
                kind.setUpClass()
            test.run(result)
        if kind is not None:
            kind.tearDownClass()
        return result

    __call__ = run


class TestLoader:
    """Finds tests."""

    testMethodPrefix = "test"

    def getTestCaseNames(self, testCaseClass):
        """Return the names of the test methods in order."""
        return sorted(n for n in dir(testCaseClass) if n.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, n)))

    def loadTestsFromTestCase(self, testCaseClass):
        """Return the tests of a class."""
        return TestSuite(map(testCaseClass, self.getTestCaseNames(testCaseClass)))

    def loadTestsFromModule(self, module):
        """Return the tests of all classes of a module."""
        kinds = [getattr(module, name) for name in dir(module)]
        return TestSuite(self.loadTestsFromTestCase(k) for k in kinds if isinstance(k, type) and issubclass(k, TestCase) and k is not TestCase)

    def loadTestsFromName(self, name, module=None):
        """Return the tests that a name stands for, a class or a class and a method."""
        head, *rest = name.split(".")
        kind = getattr(module, head)
        return TestSuite([kind(rest[0])]) if rest else self.loadTestsFromTestCase(kind)


defaultTestLoader = TestLoader()


class TextTestRunner:
    """Runs tests, and prints how they went."""

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None):
        self.stream, self.verbosity, self.failfast = stream or _sys.stderr, verbosity, failfast

    def run(self, test):
        """Run a test or a suite."""
        result = TestResult(self.stream, True, self.verbosity)
        result.failfast = self.failfast
        begin = _time.perf_counter()
        test(result)
        took = _time.perf_counter() - begin
        if self.verbosity:
            self.stream.write("\n")
        result._details()
        n = result.testsRun
        self.stream.write("-" * 70 + "\nRan %d test%s in %.3fs\n\n" % (n, "" if n == 1 else "s", took))
        counts = [("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
                  ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses)]
        told = ", ".join("%s=%d" % (what, len(list)) for what, list in counts if list)
        self.stream.write(("OK" if result.wasSuccessful() else "FAILED") + (" (%s)" % told if told else "") + "\n")
        return result


class TestProgram:
    """Runs the tests of the program that calls it."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1,
                 failfast=None, **more):
        if isinstance(module, str):
            module = _sys.modules[module]
        words = (_sys.argv if argv is None else argv)[1:]
        if "-v" in words or "--verbose" in words:
            verbosity = 2
        names = [w for w in words if not w.startswith("-")] or ([defaultTest] if isinstance(defaultTest, str) else defaultTest or [])
        self.test = TestSuite(testLoader.loadTestsFromName(n, module) for n in names) if names else testLoader.loadTestsFromModule(module)
        runner = testRunner or TextTestRunner(verbosity=verbosity, failfast=bool(failfast))
        self.result = (runner() if isinstance(runner, type) else runner).run(self.test)
        if exit:
            _sys.exit(not self.result.wasSuccessful())


main = TestProgram
