import { describe, expect, it } from "vitest";
import { newDependency } from "../../../src/policy/scope/new-dependency.ts";
import { denialsOf, judgeChange } from "../../helpers/judge-change.ts";

const base = {
  "package.json": JSON.stringify({
    name: "shop",
    dependencies: { lodash: "1", "@acme/money": "1" },
    devDependencies: { "@types/estree": "1", "@types/acme__tax": "1", execa: "1" },
  }),
  "packages/till/package.json": JSON.stringify({ name: "@shop/till", peerDependencies: { react: "1" } }),
  "packages/till/src/till.js": "till();\n",
  "tsconfig.json": '{ "compilerOptions": { "paths": { "shared/*": ["lib/*"] } } }',
  "broken/package.json": "{",
  "broken/a.js": "a();\n",
  "src/cart.js": 'import old from "undeclared-before";\n',
  "src/price.ts": "a();\n",
  "src/views/list.js": "a();\n",
  "test/cart.test.js": "a();\n",
  "pyproject.toml":
    '[project]\nname = "shop"\ndependencies = ["Requests>=2", "PyYAML", "ruamel.yaml", "python-dateutil"]\n',
  "requirements/dev.txt": "scikit-learn==1.0\n",
  "shop/cart.py": "x = 1\n",
  "shop/tax.py": "x = 1\n",
  "tests/test_cart.py": "x = 1\n",
  "go.mod": "module example.org/shop\n\nrequire (\n\tgithub.com/acme/money v1.0.0\n)\n",
  "cart.go": "package shop\n",
  "Cargo.toml": '[dependencies]\nserde-json = "1"\n',
  "src/lib.rs": "mod cart;\n",
  "src/stock.rs": "\n",
};
const judge = async (path: keyof typeof base, line: string) =>
  denialsOf(await judgeChange(base, { [path]: `${base[path]}${line}\n` }, { rules: [newDependency] }));

describe("new-dependency", () => {
  it.each([
    ["src/cart.js", 'import a from "left-pad";', 2],
    ["src/cart.js", 'import "left-pad/register";', 2],
    ["src/cart.js", 'export * from "left-pad";', 2],
    ["src/cart.js", 'const a = require("left-pad");', 2],
    ["src/cart.js", "const a = require(`left-pad`);", 2],
    ["src/cart.js", 'const a = module.require("left-pad");', 2],
    ["src/cart.js", 'const a = await import("@acme/other");', 2],
    ["src/cart.js", 'import a from "https://example.org/a.js";', 2],
    ["src/cart.js", 'import a from "npm:left-pad";', 2],
    ["src/cart.js", 'import a from "data:text/javascript,1";', 2],
    ["src/cart.js", 'import a from "/tmp/a.js";', 2],
    ["src/cart.js", 'import a from "vitest";', 2],
    ["src/cart.js", 'import a from "react";', 2],
    ["src/price.ts", 'import type { A } from "left-pad";', 2],
    ["src/price.ts", 'import a = require("left-pad");', 2],
    ["src/price.ts", '}}} import a from "left-pad";', 2],
    ["src/price.ts", '}}} let a = "/*"; import a from "left-pad";', 2],
    ["broken/a.js", 'import a from "left-pad";', 2],
    ["test/cart.test.js", 'import a from "left-pad";', 2],
    ["shop/cart.py", "import numpy", 2],
    ["shop/cart.py", "import constructor", 2],
    ["shop/cart.py", "import os, numpy.linalg as l", 2],
    ["shop/cart.py", "from numpy import array", 2],
    ["shop/cart.py", "def f():\n    import numpy", 3],
    ["shop/cart.py", 'importlib.import_module("numpy")', 2],
    ["shop/cart.py", '__import__("numpy")', 2],
    ["shop/cart.py", "import pytest", 2],
    ["shop/cart.py", "from numpy import (", 2],
    ["cart.go", 'import "github.com/other/x"', 2],
    ["cart.go", 'import (\n\t"fmt"\n\tx "github.com/other/x"\n)', 4],
    ["src/lib.rs", "use rand::Rng;", 2],
    ["src/lib.rs", "extern crate rand;", 2],
  ] as const)("denies in %s: %s", async (path, line, at) => {
    expect(await judge(path, line)).toEqual([`${path}:${at}`]);
  });

  it.each([
    ["src/cart.js", 'import { readFile } from "node:fs/promises";'],
    ["src/cart.js", 'const path = require("path");'],
    ["src/cart.js", 'import a from "./price.js"; import b from "../lib/b.js"; import c from "..";'],
    ["src/cart.js", 'import fp from "lodash/fp";'],
    ["src/cart.js", 'import { money } from "@acme/money/round";'],
    ["src/cart.js", 'import till from "@shop/till";'],
    ["src/cart.js", 'import shop from "shop";'],
    ["src/cart.js", 'import a from "#internal";'],
    ["src/cart.js", 'import a from "@/views/list"; import b from "~/b"; import c from "$lib/c";'],
    ["src/cart.js", 'import list from "views/list";'],
    ["src/cart.js", 'import list from "src/views/list";'],
    ["src/cart.js", 'import a from "shared/a";'],
    ["src/cart.js", 'import again from "undeclared-before";'],
    ["src/cart.js", "const a = await import(name); const b = require('./' + name);"],
    ["src/cart.js", 'log("import a from left-pad"); // require("left-pad")'],
    ["src/price.ts", '}}}\n/**\n * @example import a from "left-pad"\n */\n// import a from "left-pad"'],
    ["src/price.ts", 'import type { Node } from "estree"; import type { Tax } from "@acme/tax";'],
    ["packages/till/src/till.js", 'import React from "react"; import lodash from "lodash";'],
    ["test/cart.test.js", 'import { expect } from "vitest"; import { execa } from "execa";'],
    ["shop/cart.py", "import os.path, json\nfrom collections import abc"],
    ["shop/cart.py", "from . import tax\nfrom .tax import rate\nfrom ..other import x"],
    ["shop/cart.py", "import shop.tax\nfrom tax import rate"],
    ["shop/cart.py", "import requests\nimport yaml\nimport ruamel.yaml\nfrom dateutil.parser import parse"],
    ["shop/cart.py", "from sklearn.svm import SVC"],
    ["shop/cart.py", "importlib.import_module(name)"],
    ["tests/test_cart.py", "import pytest\nfrom shop import cart"],
    ["cart.go", 'import (\n\t"net/http"\n\tm "github.com/acme/money/round"\n\t"example.org/shop/tax"\n)'],
    [
      "src/lib.rs",
      "use std::fmt;\nuse crate::cart::Cart;\nuse cart::Cart;\nuse stock::Stock;\nuse serde_json::json;\nuse Cart::Full;",
    ],
  ] as const)("allows in %s: %s", async (path, line) => {
    expect(await judge(path, line)).toEqual([]);
  });

  it("allows an import that moves with the code that needs it", async () => {
    const after = { "src/cart.js": "x;\n", "src/views/list.js": 'import old from "undeclared-before";\n' };
    expect(denialsOf(await judgeChange(base, after, { rules: [newDependency] }))).toEqual([]);
  });

  it("says which package it is", async () => {
    const after = { "src/cart.js": 'import a from "left-pad/register";\n' };
    expect(await judgeChange(base, after, { rules: [newDependency] })).toMatchObject({
      denials: [{ reason: '"left-pad/register" is a package that no manifest declares' }],
    });
  });
});
