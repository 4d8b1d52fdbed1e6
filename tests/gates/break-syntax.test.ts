import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { breakSyntax } from "../../src/gates/break-syntax.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const parsers: readonly (readonly [string, string, readonly string[]])[] = [
  ["a.mjs", "#!/usr/bin/env node\n/* ) */ console.log(`)]}`);\n", ["node", "--check"]],
  ["b.cjs", "'use strict';\n", ["node", "--check"]],
  ["c.ts", "export const x: number = 1;\n", ["node"]],
  ["d.py", '"""\n)]}\n"""\nx = 1\n', ["python3", "-m", "py_compile"]],
  ["e.json", "{}\n", ["node", "-e", "JSON.parse(require('fs').readFileSync(process.argv[1]))"]],
  ["f.sh", "echo hi\n", ["sh", "-n"]],
  ["g.rs", "pub fn f() {}\n", ["rustc", "--crate-type=lib", "--emit=metadata", "-o", "made"]],
];

it.each(parsers)("breaks %s for its own parser", async (path, source, argv) => {
  const [program = "", ...args] = argv;
  if (spawnSync(program, ["--version"]).status !== 0 && program !== "sh") {
    console.warn(`skipped ${path}: ${program} is not installed`);
    return;
  }
  await using sandbox = await openLocalSandbox({ files: { [path]: source } });
  const run = () => spawnSync(program, [...args, path], { cwd: sandbox.dir }).status;
  expect(run()).toBe(0);
  await writeFile(join(sandbox.dir, path), breakSyntax(path, source) ?? "");
  expect(run()).not.toBe(0);
});

it("breaks YAML", () => {
  expect(() => parse("a: 1\n")).not.toThrow();
  expect(() => parse(breakSyntax("h.yaml", "a: 1\n") ?? "")).toThrow();
});

it("breaks the code of files that hold it in a tag, and nothing in files of text", () => {
  expect(breakSyntax("a.vue", "<script setup>\nlet a\n</script>")).toBe(
    "<script setup>\n)]}\n\nlet a\n</script>",
  );
  expect(breakSyntax("a.php", "hi <?php echo 1;")).toBe("hi <?php\n)]}\n echo 1;");
  expect(breakSyntax("b.vue", "<template/>")).toBeNull();
  for (const path of ["README.md", "a.css", "LICENSE", "a.HTML"])
    expect(breakSyntax(path, "text")).toBeNull();
});
