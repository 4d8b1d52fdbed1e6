import { describe, expect, it } from "vitest";
import { pytestWarmRunner as runner } from "../../../../src/brain/search/warm/python-pytest-runner.ts";
import { isBubblewrapHere } from "../../../helpers/bubblewrap-here.ts";
import { openSandboxRig } from "../../../helpers/sandbox-rig.ts";
import { namesOf, openPython, pythonGates, runTexts } from "./open-python.ts";

const gate = pythonGates.pytest();

const numbers = `"""Numbers."""

LIMIT = 3


def clamp(value, low=0):
    if value < low:
        return low
    return value + 1


def total(values):
    result = 0
    for value in values:
        result += value
    return result


class Box:
    size = LIMIT

    def grow(self, by):
        self.size = self.size + by
        return self.size
`;

const tests = `import pytest
from app.numbers import LIMIT, Box, clamp, total


@pytest.mark.parametrize("value, expected", [(1, 1), (-1, 0)])
def test_clamp(value, expected):
    assert clamp(value) == expected


def test_total():
    assert total([1, 2]) == 3


class TestBox:
    def test_grow(self):
        assert Box().grow(2) == 5

    def test_limit(self):
        assert LIMIT == 3
`;

const files = {
  "app/__init__.py": "",
  "app/numbers.py": numbers,
  "tests/test_numbers.py": tests,
  "conftest.py": "",
};

describe("the warm runner for pytest", () => {
  it("runs candidates as the gate would, and gives ids of the gate's report", async () => {
    await using opened = await openPython({ files, gate, runner });
    const session = opened.session();
    expect(session.base.map(({ file, suite, name, status }) => [file, suite, name, status])).toEqual(
      opened.measured.checks.map(({ file, suite, name, status }) => [file, suite, name, status]),
    );
    const [mended, other, breaking, broken] = await runTexts(session, "app/numbers.py", [
      numbers.replace("value + 1", "value"),
      numbers.replace("value + 1", "value - 1"),
      numbers.replace("value + 1", "value").replace("result += value", "result -= value"),
      numbers.replace("value + 1", "value +"),
    ]);
    expect(mended).toMatchObject({ status: "ran", isComplete: true });
    expect(namesOf(mended, "failed")).toEqual([]);
    expect(namesOf(mended, "passed")).toHaveLength(5);
    expect(other).toMatchObject({ status: "ran", isComplete: false });
    expect(namesOf(breaking, "failed")).toEqual(["test_total"]);
    expect(broken).toMatchObject({ status: "ended" });
  });
});

describe.skipIf(!(await isBubblewrapHere()))("the warm runner for pytest under isolation", () => {
  it("runs candidates, and again after the sandbox was reset", async () => {
    await using rig = await openSandboxRig({ files });
    const sandbox = await rig.pool.open("1", rig.commit);
    await using opened = await openPython({ files, gate, runner, sandbox });
    const session = opened.session();
    const sound = numbers.replace("value + 1", "value");
    const moved = sound.replace("LIMIT = 3", "LIMIT = 4");
    const [first] = await runTexts(session, "app/numbers.py", [sound]);
    await sandbox.apply([{ path: "app/numbers.py", mode: "100644", content: "raise ValueError()\n" }]);
    const [second, third] = await runTexts(session, "app/numbers.py", [sound, moved]);
    await sandbox.reset();
    const [fourth] = await runTexts(session, "app/numbers.py", [moved]);
    expect([first, second].map((outcome) => namesOf(outcome, "failed"))).toEqual([[], []]);
    expect([third, fourth].map((outcome) => namesOf(outcome, "failed"))).toEqual(
      Array(2).fill(["test_grow", "test_limit"]),
    );
    expect(await session.trace()).toHaveLength(5);
  });
});

const many = `import functools, os, sys, unittest, warnings
import pytest
from app.numbers import clamp


@pytest.fixture(params=["a", "b"])
def letter(request):
    yield request.param


@pytest.fixture(scope="module")
def shared():
    return []


@pytest.fixture
def broken():
    raise RuntimeError("set-up")


@pytest.mark.parametrize("text", ["x/y", "ä", "a b", "[1]", "", "n\\nm", None], ids=None)
def test_text(text): pass
def test_clamp(): assert clamp(1) == 1
def test_letter(letter, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("A", letter); print(letter); (tmp_path / "f").write_text(letter)
    assert capsys.readouterr().out == letter + "\\n"
def test_shared(shared): shared.append(1); assert shared == [1]
@pytest.mark.skip
def test_skip(): pass
@pytest.mark.xfail
def test_xfail(): assert 0
@pytest.mark.xfail
def test_xpass(): pass
def test_broken(broken): pass
def test_warns(): warnings.warn("x")
def test_input():
    with pytest.raises(OSError): input()
def test_skip_inside(): pytest.skip("no")
class TestOuter:
    class TestInner:
        @classmethod
        def setup_class(cls): cls.value = 1
        def test_value(self): assert self.value == 1
        @staticmethod
        def test_static(): pass
class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.ready = True
    def setUp(self): self.addCleanup(lambda: None)
    def test_ready(self): assert self.ready
    def test_subs(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    @unittest.expectedFailure
    def test_expected(self): self.fail()
    @unittest.skip("no")
    def test_skipped(self): pass
class Async(unittest.IsolatedAsyncioTestCase):
    async def test_async(self): pass
class Base:
    def test_inherited(self): pass
class TestDerived(Base): pass
`;

describe("what warm pytest makes of tests of every kind", () => {
  it("is what the gate's report has", async () => {
    const derived = `from tests.test_many import Base\n\nclass TestOther(Base): pass\n`;
    const more = {
      "tests/__init__.py": "",
      "tests/test_many.py": many,
      "tests/deep/__init__.py": "",
      "tests/deep/test_derived.py": derived,
      "tests/test_gone.py": "import pytest\npytest.importorskip('no_such_module')\n",
      "tests/test_syntax.py": "def test_(:\n",
      "tests/test_import.py": "import no_such_module\n",
    };
    await using opened = await openPython({ files: { ...files, ...more }, gate, runner });
    const show = (checks: readonly { file: string; suite: string; name: string; status: string }[]) =>
      checks.map(({ file, suite, name, status }) => [file, suite, name, status].join(" | ")).sort();
    expect(show(opened.session().base)).toEqual(show(opened.measured.checks));
    const sound = numbers.replace("value + 1", "value");
    // Files that do not load are part of the item here, so everything is loaded anew.
    const [whole] = await runTexts(opened.session(), "app/numbers.py", [sound]);
    expect(whole?.status === "ran" && show(whole.checks)).toEqual(
      show(
        opened.measured.checks.map((check) =>
          /test_clamp/.test(check.name) ? { ...check, status: "passed" } : check,
        ),
      ),
    );
  });
});
