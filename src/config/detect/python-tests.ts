const READ_TESTS = 50;
const TEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|site-packages|\..+)\//;

/** Which runner the tests of a Python project are for, and why. */
export type PythonTests = {
  readonly runner: "pytest" | "unittest" | null;
  readonly reason: string;
  readonly notes: readonly string[];
};

/**
 * pytest where it is set up, named as a dependency or imported by tests, or where tests are plain functions; else
 * unittest where tests import it. Tests that are all unittest's run by it also where pytest is not installed.
 */
export async function findPythonTests(input: {
  readonly files: readonly string[];
  /** The text of all manifests and settings files. */
  readonly settings: string;
  readonly read: (path: string) => Promise<string | null>;
  readonly isInstalled: (module: string) => Promise<boolean>;
}): Promise<PythonTests> {
  const tests = input.files.filter((file) => TEST_FILE.test(file) && !FOREIGN.test(file));
  const first = tests[0];
  if (first === undefined) return { runner: null, reason: "", notes: [] };
  const texts = await Promise.all(tests.slice(0, READ_TESTS).map(input.read));
  const isUnittest = (text: string | null) => /^\s*(?:import unittest|from unittest\b)/m.test(text ?? "");
  const isAllUnittest = texts.every(isUnittest);
  const isImported = texts.some((text) => /^\s*(?:import pytest|from pytest\b)/m.test(text ?? ""));
  const hasFunctions = texts.some((text) => /^(?:async )?def test_/m.test(text ?? ""));
  const isSetUp =
    /\bpytest\b/.test(input.settings) ||
    input.files.some((file) => /(?:^|\/)(?:conftest\.py|pytest\.ini)$/.test(file));
  const reason = isSetUp ? "pytest, which the project is set up for" : `pytest, for tests such as ${first}`;
  if (isSetUp || isImported || hasFunctions) {
    if (isAllUnittest && !isImported && !(await input.isInstalled("pytest"))) {
      return {
        runner: "unittest",
        reason: `unittest, for tests such as ${first}`,
        notes: ["pytest is not installed; the tests are all unittest's, so unittest runs them"],
      };
    }
    return { runner: "pytest", reason, notes: [] };
  }
  if (texts.some(isUnittest))
    return { runner: "unittest", reason: `unittest, for tests such as ${first}`, notes: [] };
  return { runner: null, reason: "", notes: [] };
}
