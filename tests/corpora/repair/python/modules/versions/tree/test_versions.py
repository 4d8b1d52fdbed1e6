import unittest

from versions import bump, newest, parse, satisfies


class VersionsTest(unittest.TestCase):
    def assertBump(self, text, part, wanted):
        self.assertEqual(str(bump(parse(text), part)), wanted)

    def test_parse(self):
        self.assertEqual(str(parse(" v1.20.3-beta.2+build.5 ")), "1.20.3-beta.2")
        self.assertEqual(parse("1.2.3-rc.1").pre, ("rc", 1))

    def test_parse_refuses(self):
        for text in ["1.2", "1.2.x", "", "1.2.3.4", "1.2.3-"]:
            with self.assertRaises(ValueError):
                parse(text)

    def test_order(self):
        ordered = ["0.9.9", "1.0.0-1", "1.0.0-2", "1.0.0-10", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta", "1.0.0", "1.0.1", "1.10.0"]
        self.assertEqual(sorted(reversed(ordered), key=parse), ordered)

    def test_equality(self):
        self.assertEqual(parse("1.0.0+a"), parse("1.0.0+b"))
        self.assertNotEqual(parse("1.0.0"), parse("1.0.0-a"))

    def test_bump(self):
        self.assertBump("1.2.3", "major", "2.0.0")
        self.assertBump("1.2.3", "minor", "1.3.0")
        self.assertBump("1.2.3", "patch", "1.2.4")

    def test_bump_from_a_tag(self):
        self.assertBump("2.0.0-rc.1", "major", "2.0.0")
        self.assertBump("2.1.0-rc.1", "major", "3.0.0")
        self.assertBump("2.1.0-rc.1", "minor", "2.1.0")
        self.assertBump("2.1.4-rc.1", "minor", "2.2.0")
        self.assertBump("2.1.4-rc.1", "patch", "2.1.4")

    def test_bump_refuses(self):
        with self.assertRaises(ValueError):
            bump(parse("1.0.0"), "tiny")

    def test_caret(self):
        self.assertTrue(satisfies(parse("1.9.0"), "^1.2.0"))
        self.assertFalse(satisfies(parse("2.0.0"), "^1.2.0"))
        self.assertFalse(satisfies(parse("1.1.9"), "^1.2.0"))
        self.assertFalse(satisfies(parse("0.3.0"), "^0.2.1"))
        self.assertTrue(satisfies(parse("0.2.9"), "^0.2.1"))
        self.assertFalse(satisfies(parse("0.0.4"), "^0.0.3"))

    def test_tilde(self):
        self.assertTrue(satisfies(parse("1.2.9"), "~1.2.3"))
        self.assertFalse(satisfies(parse("1.3.0"), "~1.2.3"))

    def test_groups(self):
        wanted = ">=1.0.0 <1.5.0 || 3.0.0"
        self.assertTrue(satisfies(parse("1.4.9"), wanted))
        self.assertFalse(satisfies(parse("1.5.0"), wanted))
        self.assertTrue(satisfies(parse("3.0.0"), wanted))
        self.assertTrue(satisfies(parse("5.0.0"), "5.0.0 || >=1.0.0 <2.0.0"))

    def test_newest(self):
        self.assertEqual(newest(["1.9.0", "1.10.0", "2.0.0-rc.1"]), "1.10.0")
        self.assertEqual(newest(["1.0.0-a", "1.0.0-b"]), "1.0.0-b")
        self.assertEqual(newest(["1.0.0", "1.3.0", "2.1.0"], "^1.0.0"), "1.3.0")
        self.assertIsNone(newest(["1.0.0"], "^2.0.0"))


if __name__ == "__main__":
    unittest.main()
