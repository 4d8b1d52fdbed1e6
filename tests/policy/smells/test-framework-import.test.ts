import { testFrameworkImport } from "../../../src/policy/smells/test-framework-import.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(testFrameworkImport, {
  "src/a.js": {
    denied: [
      'import { expect } from "vitest"',
      'import { it } from "node:test"',
      'const { mock } = require("node:test")',
      'import { jest } from "@jest/globals"',
      'await import("vi" + "test")',
      'import chai from "chai"; chai.use(x)',
      'import test from "tape"',
      'require("mocha")',
      'export * from "sinon"',
      'import { expect } from "@playwright/test"',
      'process.getBuiltinModule("node:test")',
    ],
    noted: [
      'import assert from "node:assert/strict"',
      'import { ok } from "assert"',
      'const assert = require("assert")',
    ],
    allowed: [
      'import { test } from "./test-drive.js"',
      'import { expect } from "./expectations.js"',
      'import "./a.js"',
    ],
  },
  "src/a.py": {
    denied: [
      "import pytest",
      "import _pytest.assertion",
      "from unittest import TestCase",
      "from unittest.mock import patch",
      "import unittest.mock as m",
      "from hypothesis import given",
      '__import__("pytest")',
      'import importlib\nimportlib.import_module("unit" + "test").TestCase',
      "import nose",
    ],
    allowed: ["from . import mock", "import unittestish", "from .testing import x", "import json"],
  },
  "src/a.go": {
    denied: ['import "testing"', 'import (\n\t"fmt"\n\t"github.com/stretchr/testify/assert"\n)'],
  },
  "src/a.vue": { denied: ["<script>\nimport { vi } from 'vitest'\n</script>"] },
  "test/a.test.js": { allowed: ['import { expect, it } from "vitest"'] },
  "tests/test_a.py": { allowed: ["import pytest\nfrom unittest import mock"] },
});
