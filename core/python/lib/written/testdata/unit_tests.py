import io
import re
import sys
import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        if not self.items:
            raise IndexError("empty stack")
        return self.items.pop()


class StackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class begins")

    @classmethod
    def tearDownClass(cls):
        print("class ends")

    def setUp(self):
        self.stack = Stack()

    def tearDown(self):
        self.stack = None

    def test_push(self):
        """Pushed items come out again."""
        self.stack.push(1)
        self.assertEqual(self.stack.pop(), 1)

    def test_empty(self):
        with self.assertRaises(IndexError) as context:
            self.stack.pop()
        self.assertEqual(str(context.exception), "empty stack")
        with self.assertRaisesRegex(IndexError, "^empty"):
            self.stack.pop()

    def test_wrong(self):
        self.assertEqual(self.stack.items, 3, "no items yet")

    def test_breaks(self):
        self.addCleanup(print, "cleaned up")
        self.stack.pull()

    @unittest.skip("later")
    def test_later(self):
        self.fail()

    @unittest.skipIf(sys.version_info < (3,), "old")
    def test_now(self):
        self.skipTest("after all not")

    @unittest.expectedFailure
    def test_known(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_mended(self):
        self.assertTrue(True)

    def test_parts(self):
        for i in range(4):
            with self.subTest("part", i=i):
                self.assertEqual(i % 2, 0)


class Claims(unittest.TestCase):
    def runTest(self):
        pass


for verbosity in (0, 1, 2):
    out = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(StackTest)
    print(suite.countTestCases())
    result = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(suite)
    text = re.sub(r"in \d+\.\d+s", "in TIMEs", out.getvalue())
    print(re.sub(r"\n +[~^]+\n", "\n", text))
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())

c = Claims()
for f in (lambda: c.assertEqual(1, 2), lambda: c.assertEqual("a", 2, "told"), lambda: c.assertNotEqual(1, 1), lambda: c.assertTrue([]), lambda: c.assertFalse("x"),
          lambda: c.assertIs([], []), lambda: c.assertIsNot(c, c), lambda: c.assertIsNone(0), lambda: c.assertIsNotNone(None), lambda: c.assertIn("x", {"y": 1}),
          lambda: c.assertNotIn(1, [1]), lambda: c.assertIsInstance(1, str), lambda: c.assertNotIsInstance(1, int), lambda: c.assertGreater(1, 2), lambda: c.assertLess(2, 1),
          lambda: c.assertGreaterEqual(1, 2), lambda: c.assertLessEqual(2, 1), lambda: c.assertAlmostEqual(1, 1.01), lambda: c.assertAlmostEqual(1, 2, delta=.5),
          lambda: c.assertAlmostEqual(1.123, 1.124, places=2), lambda: c.assertNotAlmostEqual(1, 1.000000001), lambda: c.assertRegex("abc", "x.z"), lambda: c.assertNotRegex("abc", "b"),
          lambda: c.assertRaises(ValueError, int, "1"), lambda: c.assertRaises(ValueError, int, "x"), lambda: c.assertRaises((ValueError, KeyError), len, ""),
          lambda: c.assertRaisesRegex(ValueError, "nothing", int, "x"), lambda: c.fail(), lambda: c.fail("because"), lambda: c.assertCountEqual([1, 2], [2, 1]),
          lambda: c.assertListEqual([1], [1]), lambda: c.assertRaises(KeyError, int, "x")):
    try:
        print("fine", f())
    except c.failureException as e:
        print(e)
    except Exception as e:
        print(type(e).__name__, e)
print(c, repr(c), c.id(), c.shortDescription(), c == Claims())
