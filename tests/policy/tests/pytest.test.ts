import { describe, expect, it } from "vitest";
import { listDenials, swap } from "./check-test-edit.ts";

const path = "tests/test_cart.py";
const base = `"""Tests of the cart."""
import json
import unittest

import pytest

from cart import Cart, TestClient, total

RATE = 0.2
CASES = [
    (1, 2),
    (2, 4),
]


@pytest.fixture
def cart():
    return Cart([1, 2])


def make(prices):
    return Cart(prices)


def test_adds(cart):
    """Adds."""
    # The sum.
    assert total(cart) == 3
    assert total(make([])) == 0


def test_rounds():
    assert total(make([0.1, 0.2])) == pytest.approx(0.3, rel=1e-6)


def test_refuses():
    with pytest.raises(ValueError, match="negative"):
        make([-1])


@pytest.mark.parametrize("value,doubled", CASES)
def test_doubles(value, doubled):
    assert value * 2 == doubled


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("a", 1),
        ("b", 2),
    ],
)
def test_finds(cart, name, place):
    assert not cart.find(name) == place


@pytest.mark.skipif(RATE > 1, reason="later")
def test_sooner(cart):
    assert cart.sooner() == 1


@pytest.mark.skip(reason="later")
def test_later(cart):
    assert cart.later() == 'x'


class TestCart(unittest.TestCase):
    def setUp(self):
        self.cart = Cart([1])

    def test_client(self):
        self.assertTrue(TestClient())

    def test_len(self):
        self.assertEqual(len(self.cart), 1)
        self.assertAlmostEqual(total(self.cart), 1.0, places=5)

    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "negative"):
            Cart([-1])
`;
const edit = (from: string | RegExp, to: string) => swap(base, from, to);
const beforeRounds = (text: string) => edit("def test_rounds", `${text}\n\n\ndef test_rounds`);

describe("existing Python tests may", () => {
  it.each([
    ["gain a test", beforeRounds("def test_new():\n    assert total(make([7])) == 7")],
    ["gain a method", `${base}\n    def test_more(self):\n        self.assertEqual(len(Cart([])), 0)\n`],
    [
      "gain a class with set-up",
      `${base}\n\nclass TestMore(unittest.TestCase):\n    def setUp(self):\n        self.x = 1\n\n    def test_x(self):\n        self.assertEqual(self.x, 1)\n`,
    ],
    ["gain a row", edit('        ("b", 2),\n', '        ("b", 2),\n        ("c", 3),\n')],
    ["gain a row of a named table", edit("    (2, 4),\n", "    (2, 4),\n    (3, 6),\n")],
    [
      "gain a fixture, a helper and an import",
      edit(
        "RATE = 0.2",
        "from tax import tax\n\nRATE = 0.2\n\n@pytest.fixture\ndef taxed():\n    return tax(1)\n\n\ndef helper():\n    return 1\n",
      ),
    ],
    ["gain an assertion", edit("== 0\n", "== 0\n    assert total(make([5])) == 5\n")],
    [
      "gain a constant and an assertion",
      edit("== 0\n", "== 0\n    big = make([500])\n    assert total(big) == 500\n"),
    ],
    ["gain an assertion in a method", edit("places=5)\n", "places=5)\n        self.assertTrue(self.cart)\n")],
    [
      "have other comments and docstrings",
      edit("# The sum.", "# What it comes to.").replace('"""Adds."""', '"""Adds prices."""'),
    ],
    ["have other quotes", edit("'x'", '"x"')],
    ["have other import order", edit("import json\nimport unittest\n", "import unittest\nimport json\n")],
    ["lose an unused import", edit("import json\n", "")],
    ["have names of parameters in another form", edit('("name", "place")', '"name, place"')],
    ["have types", edit("def test_adds(cart):", "def test_adds(cart: Cart) -> None:")],
    ["be wrapped", edit("assert total(cart) == 3", "assert (\n        total(cart)\n        == 3\n    )")],
    ["no longer be skipped", edit('@pytest.mark.skip(reason="later")\n', "")],
    [
      "patch for the time of a new test",
      beforeRounds(
        'def test_env(monkeypatch):\n    monkeypatch.setattr("cart.RATE", 1)\n    assert total(make([7])) == 7',
      ),
    ],
  ])("%s", async (_name, after) => {
    expect(await listDenials(path, base, after)).toEqual([]);
  });
});

describe("existing Python tests may not", () => {
  it.each([
    ["be deleted", edit(/def test_rounds[\s\S]*?\n\n\n/, ""), "test-deleted"],
    ["be deleted with their file", null, "test-deleted"],
    ["be renamed", edit("def test_adds", "def test_adds_up"), "test-deleted"],
    ["be renamed out of sight", edit("def test_adds", "def check_adds"), "test-deleted"],
    ["be hidden by another of that name", `${base}\n\ndef test_adds():\n    assert True\n`, "test-deleted"],
    ["lose a method", edit(/ {4}def test_len[\s\S]*?\n\n/, ""), "test-deleted"],
    ["lose a row", edit('        ("b", 2),\n', ""), "test-deleted"],
    [
      "have a row that may fail",
      edit('("b", 2)', 'pytest.param("b", 2, marks=pytest.mark.xfail)'),
      "test-skipped",
    ],
    ["lose a row of a named table", edit("    (2, 4),\n", ""), "test-setup"],
    ["lose an assertion", edit("    assert total(make([])) == 0\n", ""), "test-weakened"],
    [
      "look for something instead",
      edit("assert total(cart) == 3", "assert total(cart) is not None"),
      "test-weakened",
    ],
    ["be truthy instead", edit("assert total(cart) == 3", "assert total(cart)"), "test-weakened"],
    ["be in something instead", edit("total(cart) == 3", "total(cart) in (3, 4)"), "test-weakened"],
    ["be bounded instead", edit("total(cart) == 3", "total(cart) >= 3"), "test-weakened"],
    ["expect another value", edit("total(cart) == 3", "total(cart) == 4"), "test-weakened"],
    ["be true anyway", edit("total(cart) == 3", "total(cart) == 3 or True"), "test-weakened"],
    ["lose a not", edit("assert not cart.find", "assert cart.find"), "test-weakened"],
    ["raise with any message", edit(', match="negative"', ""), "test-weakened"],
    ["raise anything", edit("raises(ValueError", "raises(Exception"), "test-weakened"],
    [
      "swallow",
      edit(
        "    assert total(cart) == 3",
        "    try:\n        assert total(cart) == 3\n    except AssertionError:\n        pass",
      ),
      "test-weakened",
    ],
    [
      "have weaker methods",
      edit("self.assertEqual(len(self.cart), 1)", "self.assertTrue(len(self.cart))"),
      "test-weakened",
    ],
    [
      "lose an expression of an error",
      edit('assertRaisesRegex(ValueError, "negative")', "assertRaises(ValueError)"),
      "test-weakened",
    ],
    ["have another input", edit("make([0.1, 0.2])", "make([0.3])"), "test-weakened"],
    ["have another fixture", edit("test_adds(cart)", "test_adds(fake)"), "test-weakened"],
    ["be skipped", edit("def test_rounds", "@pytest.mark.skip\ndef test_rounds"), "test-skipped"],
    [
      "be skipped on a condition",
      edit("def test_rounds", '@pytest.mark.skipif(True, reason="x")\ndef test_rounds'),
      "test-skipped",
    ],
    ["be expected to fail", edit("def test_rounds", "@pytest.mark.xfail\ndef test_rounds"), "test-skipped"],
    [
      "be skipped by unittest",
      edit("    def test_len", '    @unittest.skip("x")\n    def test_len'),
      "test-skipped",
    ],
    [
      "be expected to fail by unittest",
      edit("    def test_len", "    @unittest.expectedFailure\n    def test_len"),
      "test-skipped",
    ],
    ["be skipped in more cases", edit("RATE > 1", "RATE > 0"), "test-skipped"],
    ["skip from inside", edit("    # The sum.", '    pytest.skip("x")'), "test-skipped"],
    [
      "skip from inside a method",
      edit("        self.assertEqual(len", '        self.skipTest("x")\n        self.assertEqual(len'),
      "test-skipped",
    ],
    [
      "be skipped as a module",
      edit("RATE = 0.2", "pytestmark = pytest.mark.skip\nRATE = 0.2"),
      "test-skipped",
    ],
    [
      "be skipped where something is missing",
      edit("RATE = 0.2", 'pytest.importorskip("nothing")\nRATE = 0.2'),
      "test-skipped",
    ],
    ["not be tests", edit("RATE = 0.2", "__test__ = False\nRATE = 0.2"), "test-skipped"],
    ["end early", edit("    # The sum.", "    return"), "test-skipped"],
    ["leave", edit("    # The sum.", "    import os\n    os._exit(0)"), "test-skipped"],
    ["have more room", edit("rel=1e-6", "rel=1e-1"), "test-tolerance"],
    ["have fewer places", edit("places=5", "places=1"), "test-tolerance"],
    [
      "be tried again",
      edit("def test_rounds", "@pytest.mark.flaky(reruns=3)\ndef test_rounds"),
      "test-tolerance",
    ],
    [
      "be given time",
      edit("def test_rounds", "@pytest.mark.timeout(900)\ndef test_rounds"),
      "test-tolerance",
    ],
    [
      "have a module patched",
      edit("RATE = 0.2", "import cart as module\nmodule.total = lambda cart: 3\nRATE = 0.2"),
      "test-setup",
    ],
    [
      "have a module patched in a new test",
      beforeRounds("def test_new():\n    import cart as module\n    module.total = lambda cart: 3"),
      "test-setup",
    ],
    [
      "have an import patched in a new test",
      beforeRounds("def test_new():\n    Cart.total = lambda self: 3\n    assert True"),
      "test-setup",
    ],
    [
      "have modules replaced",
      edit("RATE = 0.2", 'import sys\nsys.modules["cart"] = None\nRATE = 0.2'),
      "test-setup",
    ],
    [
      "have a fixture for all",
      edit("RATE = 0.2", "@pytest.fixture(autouse=True)\ndef fake():\n    yield\nRATE = 0.2"),
      "test-setup",
    ],
    [
      "have another fixture of that name",
      `${base}\n\n@pytest.fixture\ndef cart():\n    return Fake()\n`,
      "test-setup",
    ],
    ["have a changed fixture", edit("return Cart([1, 2])", "return Cart([3])"), "test-setup"],
    ["have a changed helper", edit("return Cart(prices)", "return Cart([3])"), "test-setup"],
    ["have a changed set-up", edit("self.cart = Cart([1])", "self.cart = [1]"), "test-setup"],
    [
      "have a name hidden by a new class",
      `${base}\n\nclass TestClient:\n    def test_x(self):\n        assert True\n`,
      "test-setup",
    ],
    [
      "have an assertion method replaced",
      `${base}\n    def assertEqual(self, one, other):\n        pass\n`,
      "test-setup",
    ],
    [
      "have assertions patched",
      edit("RATE = 0.2", "unittest.TestCase.assertEqual = print\nRATE = 0.2"),
      "test-setup",
    ],
    ["import something else", edit("from cart import Cart", "from fake import Cart"), "test-setup"],
    ["import all of something", edit("RATE = 0.2", "from fake import *\nRATE = 0.2"), "test-setup"],
    ["gain a hook", edit("RATE = 0.2", "def setup_function(function):\n    pass\nRATE = 0.2"), "test-setup"],
    [
      "gain a set-up of a class",
      edit("    def test_len", "    def tearDown(self):\n        pass\n\n    def test_len"),
      "test-setup",
    ],
    ["gain an assignment", edit("    # The sum.", "    cart.prices = [3]"), "test-setup"],
    [
      "gain an assertion that changes something",
      edit("    # The sum.", "    assert (cart := Cart([3]))"),
      "test-setup",
    ],
    ["stop parsing", edit("def test_rounds", "def def test_rounds"), "test-unreadable"],
  ])("%s", async (_name, after, rule) => {
    const denials = await listDenials(path, base, after);
    expect(denials.map((denial) => denial.split(":")[0])).toContain(rule);
  });
});
