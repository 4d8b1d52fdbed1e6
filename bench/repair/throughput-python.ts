import { pytestWarmRunner } from "../../src/brain/search/warm/python-pytest-runner.ts";
import { unittestWarmRunner } from "../../src/brain/search/warm/python-unittest-runner.ts";
import { measureThroughput, type Throughput } from "./measure-throughput.ts";

const FUNCTIONS = 40;

const functions = Array.from(
  { length: FUNCTIONS },
  (_, at) =>
    `def total_${at}(values):\n    result = ${at}\n    for value in values:\n        result += value\n    return result\n`,
);
const source = `def clamp(value, low=0):\n    if value < low:\n        return low\n    return value + 1\n\n\n${functions.join("\n\n")}`;
const calls = Array.from(
  { length: FUNCTIONS },
  (_, at) => [`total_${at}`, `total_${at}([1, 2])`, at + 3] as const,
);
const pytestFile = `from numbers_lib import *\n\n\ndef test_clamp():\n    assert clamp(1) == 1\n\n\n${calls.map(([name, call, value]) => `def test_${name}():\n    assert ${call} == ${value}\n`).join("\n\n")}`;
const unittestFile = `import unittest\nfrom numbers_lib import *\n\n\nclass NumbersTest(unittest.TestCase):\n    def test_clamp(self):\n        self.assertEqual(clamp(1), 1)\n\n${calls.map(([name, call, value]) => `    def test_${name}(self):\n        self.assertEqual(${call}, ${value})\n`).join("\n")}`;

/** Measures pytest and unittest on one small module, two candidates side by side where warm, one after the other where not. */
export async function measurePythonThroughput(): Promise<readonly Throughput[]> {
  return [
    await measureThroughput({ ...project(pytestFile), runner: "pytest", warm: pytestWarmRunner }),
    await measureThroughput({ ...project(unittestFile), runner: "unittest", warm: unittestWarmRunner }),
  ];
}

function project(test: string) {
  const files = { "numbers_lib.py": source, "test_numbers_lib.py": test };
  const textOf = (at: number) => source.replace("value + 1", `value + ${at + 2}`);
  return { files, path: "numbers_lib.py", textOf };
}
