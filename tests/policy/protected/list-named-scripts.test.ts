import { describe, expect, it } from "vitest";
import { listNamedScripts } from "../../../src/policy/protected/list-named-scripts.ts";

describe("listNamedScripts", () => {
  it.each([
    ["node tools/lint.mjs", ["tools/lint.mjs"]],
    ["node --enable-source-maps ./tools/lint.mjs src/cart.js", ["tools/lint.mjs"]],
    ["CI=1 python3 tools/run.py -v", ["tools/run.py"]],
    ["./check.sh && bash tools/more.sh", ["check.sh", "tools/more.sh"]],
    ["npm run build; node 'tools/a.js'", ["tools/a.js"]],
    ["node --import ./src/hooks.mjs --test", ["src/hooks.mjs"]],
    ["mocha -r ./src/hooks.js --require=./src/more.js dotenv/config", ["src/hooks.js", "src/more.js"]],
    ["node -r dotenv/config tools/a.js", ["tools/a.js"]],
  ])("finds the programs of %s", (command, scripts) => {
    expect(listNamedScripts(command, ".")).toEqual(scripts);
  });

  it("takes a list of arguments, and a folder to run in", () => {
    expect(listNamedScripts(["node", "tools/lint.mjs"], "packages/a")).toEqual(["packages/a/tools/lint.mjs"]);
  });

  it.each([
    "node --test src/cart.js",
    "python -m pytest tests/test_cart.py",
    "node -e 'x' src/a.js",
    "pytest tests/test_cart.py",
    "eslint src/cart.js",
    "vitest run",
    "node ../outside.js",
    "node /usr/lib/outside.js",
    "node {file}",
    "",
  ])("finds none in %s", (command) => {
    expect(listNamedScripts(command, ".")).toEqual([]);
  });
});
