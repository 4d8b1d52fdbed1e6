import { describe, expect, it } from "vitest";
import { findImportEvidence } from "../../../src/brain/search/locate/import-evidence.ts";
import { findPythonImports } from "../../../src/brain/search/locate/python-imports.ts";
import { findScriptImports } from "../../../src/brain/search/locate/script-imports.ts";
import { findWorkspaceNames } from "../../../src/brain/search/locate/workspace-names.ts";

const reader = (files: Readonly<Record<string, string>>) => ({
  read: async (path: string) => (path in files ? Buffer.from(files[path] ?? "") : null),
});

describe("findScriptImports", () => {
  const tracked = new Set([
    "src/a.ts",
    "src/b.tsx",
    "src/c/index.js",
    "src/d.cjs",
    "src/e.mts",
    "packages/core/src/index.ts",
    "packages/core/src/extra.ts",
    "packages/core-more/main.js",
  ]);
  const packages = [
    { name: "@x/core-more", folder: "packages/core-more", entries: ["main.js"] },
    { name: "@x/core", folder: "packages/core", entries: ["dist/index.js", "src/index"] },
  ];
  const find = (text: string) => findScriptImports("src/main.ts", text, { tracked, packages });

  it("resolves relative names with and without extension, to TypeScript and to index files", () => {
    expect(find('import { a } from "./a";')).toEqual(["src/a.ts"]);
    expect(find('import a from "./a.js";\nexport * from "./b.js";')).toEqual(["src/a.ts", "src/b.tsx"]);
    expect(find("const c = require('./c'); await import(`./d.cjs`);")).toEqual([
      "src/c/index.js",
      "src/d.cjs",
    ]);
    expect(find('import "./e.mjs";')).toEqual(["src/e.mts"]);
  });

  it("resolves workspace packages by name, their subpaths, and common aliases of src", () => {
    expect(find('import x from "@x/core";')).toEqual(["packages/core/src/index.ts"]);
    expect(find('import x from "@x/core/extra";')).toEqual(["packages/core/src/extra.ts"]);
    expect(find('import x from "@x/core-more";')).toEqual(["packages/core-more/main.js"]);
    expect(find('import x from "@/a";')).toEqual(["src/a.ts"]);
  });

  it("leaves out what is not tracked", () => {
    expect(find('import x from "node:fs"; import y from "lodash"; import z from "./gone.js";')).toEqual([]);
  });
});

describe("findWorkspaceNames", () => {
  it("reads names and entries, and skips manifests that it cannot read", async () => {
    const files = {
      "packages/a/package.json": '{"name":"@x/a","main":"lib/a.js","exports":{".":{"import":"./src/a.mjs"}}}',
      "packages/b/package.json": "{ not json",
      "package.json": '{"private":true}',
    };
    expect(await findWorkspaceNames(Object.keys(files), reader(files))).toEqual([
      {
        name: "@x/a",
        folder: "packages/a",
        entries: ["./src/a.mjs", "lib/a.js", "src/index", "index", "src/main"],
      },
    ]);
  });
});

describe("findPythonImports", () => {
  const tracked = [
    "src/app/__init__.py",
    "src/app/core.py",
    "src/app/sub/deep.py",
    "tests/helpers.py",
    "other/core.py",
  ];

  it("resolves modules, packages and submodules wherever the repository holds them", () => {
    expect(findPythonImports("tests/t.py", "import app.core as c, os\n", tracked)).toEqual([
      "src/app/core.py",
    ]);
    expect(findPythonImports("tests/t.py", "from app import core\n", tracked)).toEqual([
      "src/app/__init__.py",
      "src/app/core.py",
    ]);
    expect(findPythonImports("tests/t.py", "from app.sub import (\n    deep,\n)\n", tracked)).toEqual([
      "src/app/sub/deep.py",
    ]);
  });

  it("resolves relative imports from the importing file, and takes the nearest of several", () => {
    expect(findPythonImports("src/app/sub/deep.py", "from ..core import x\n", tracked)).toEqual([
      "src/app/core.py",
    ]);
    expect(findPythonImports("src/app/core.py", "from . import core\n", tracked)).toContain(
      "src/app/core.py",
    );
    expect(findPythonImports("other/t.py", "import core\n", tracked)).toEqual(["other/core.py"]);
  });
});

describe("findImportEvidence", () => {
  it("suspects direct imports more than further ones, and nothing that is not reached or not editable", async () => {
    const files = {
      "test/a.test.js": 'import "../src/a.js"; import "./fixture.js";',
      "test/fixture.js": "",
      "src/a.js": 'import "./b.js";',
      "src/b.js": 'import "./a.js"; import "./c.js";',
      "src/c.js": "",
      "src/lonely.js": "",
    };
    const trackedFiles = Object.keys(files);
    const editableFiles = trackedFiles.filter((path) => path.startsWith("src/"));
    const found = await findImportEvidence(
      { testFiles: ["test/a.test.js"], trackedFiles, editableFiles },
      reader(files),
    );
    expect([...found].map(([path, { rest }]) => [path, rest])).toEqual([
      ["src/a.js", 0.6],
      ["src/b.js", 0.4],
      ["src/c.js", 0.3],
    ]);
  });
});
