import { describe, expect, it } from "vitest";
import { findSource } from "../../../../src/brain/llm/prompt/find-source.ts";
import { renderSource } from "../../../../src/brain/llm/prompt/render-source.ts";
import type { WorkItem } from "../../../../src/domain/work-item.ts";
import { buildPromptInput } from "../../../helpers/prompt-rig.ts";

const failure = (changes: Partial<WorkItem["evidence"][number]>) => ({
  ...{ id: "1", title: "shop > adds", message: "1 !== 2", stack: "" },
  ...changes,
});

async function find(files: Readonly<Record<string, string>>, item: Partial<WorkItem>) {
  const found = await findSource(buildPromptInput({ files, item }));
  return found.map(({ path, lines, why }) => `${why} ${path}${lines.map((line) => `:${line}`).join("")}`);
}

describe("findSource", () => {
  it("takes what the stack names first, then the test, then what it imports", async () => {
    const files = {
      "test/shop.test.js": 'import "../src/shop.js";\nimport "../src/other.js";',
      "src/shop.js": 'import "./deep.js";',
      "src/other.js": "",
      "src/deep.js": "",
      "src/far.js": "",
    };
    const stack =
      "    at f (/repository/src/deep.js:7:3)\n    at /repository/test/shop.test.js:2:1\n    at node:internal/x:1:1";
    expect(await find(files, { files: ["test/shop.test.js"], evidence: [failure({ stack })] })).toEqual([
      "named src/deep.js:7",
      "failing test/shop.test.js:2",
      "imported src/shop.js",
      "imported src/other.js",
    ]);
  });

  it("reads the tracebacks of Python", async () => {
    const files = {
      "tests/test_shop.py": "from shop import cart\n",
      "shop/__init__.py": "",
      "shop/cart.py": "",
    };
    const stack =
      "tests/test_shop.py:5: in test_adds\n    assert total([]) == 0\nshop/cart.py:3: in total\n    raise KeyError\nE   KeyError";
    expect(await find(files, { files: ["tests/test_shop.py"], evidence: [failure({ stack })] })).toEqual([
      "named shop/cart.py:3",
      "failing tests/test_shop.py:5",
      "imported shop/__init__.py",
    ]);
  });

  it("takes what is called like the test where imports say nothing", async () => {
    const files = {
      "cart/total_test.go": "package cart\n",
      "cart/total.go": "package cart\n",
      "cart/other.go": "",
    };
    const item = { files: ["cart/total_test.go"], evidence: [failure({})] };
    expect(await find(files, item)).toEqual(["failing cart/total_test.go", "imported cart/total.go"]);
  });

  it("takes files that a person's words name", async () => {
    const files = { "src/a.js": "", "src/b.js": "" };
    const evidence = [failure({ message: "Rounding in src/b.js is wrong" })];
    expect(await find(files, { kind: "issue", files: [], evidence })).toEqual(["imported src/b.js"]);
  });

  it("stays with the file of a lint finding", async () => {
    const files = { "src/a.js": 'import "./b.js";\n', "src/b.js": "" };
    const evidence = [failure({ title: "no-var: m", message: "m", at: { file: "src/a.js", line: 1 } })];
    expect(await find(files, { kind: "lint", files: ["src/a.js"], evidence })).toEqual(["named src/a.js:1"]);
  });

  it("is quick on a message of one endless word", async () => {
    const evidence = Array.from({ length: 20 }, () =>
      failure({ message: "x".repeat(100_000), stack: `    at ${"y".repeat(100_000)}` }),
    );
    expect(await find({ "src/a.js": "" }, { files: [], evidence })).toEqual([]);
  });
});

describe("renderSource", () => {
  const filler = "const nothing = 0;\n".repeat(200);
  const shop = `${filler}\n// Adds up.\nexport function total(lines) {\n  return lines.length;\n}\n\n${filler}`;

  it("shows what a test calls of a large file, with its comment", async () => {
    const files = {
      "test/shop.test.js":
        'import { total } from "../src/shop.js";\nit("adds", () => {\n  expect(total([1])).toBe(1);\n});\n',
      "src/shop.js": shop,
    };
    const input = buildPromptInput({
      files,
      item: { files: ["test/shop.test.js"], evidence: [failure({})] },
    });
    const text = await renderSource(input, 2_000);
    expect(text).toContain(
      "202\t// Adds up.\n203\texport function total(lines) {\n204\t  return lines.length;\n205\t}",
    );
    expect(text).toContain('2\tit("adds", () => {');
    expect(text.match(/const nothing/g)?.length ?? 0).toBeLessThan(6);
  });

  it("shows the block around the line that a stack names, and not the whole of a class", async () => {
    const methods = Array.from(
      { length: 60 },
      (_, index) => `  m${index}() {\n    return ${index};\n  }\n`,
    ).join("");
    const files = { "src/shop.js": `class Shop {\n${methods}}\n`, "test/a.test.js": "" };
    const evidence = [failure({ stack: "    at m40 (/repository/src/shop.js:123:5)" })];
    const text = await renderSource(
      buildPromptInput({ files, item: { files: ["test/a.test.js"], evidence } }),
      2_000,
    );
    expect(text).toContain("123\t    return 40;");
    expect(text.split("\n").length).toBeLessThan(80);
  });

  it("shows what is called before what is only talked about", async () => {
    const talked = Array.from(
      { length: 30 },
      (_, index) => `function word${index}() {\n  return 0;\n}\n${"\n\n\n\n"}`,
    ).join("");
    const files = {
      "test/shop.test.js": 'import "../src/shop.js";\nit("adds", () => {\n  total([1]);\n});\n',
      "src/shop.js": `${talked}${shop}`,
    };
    const message = Array.from({ length: 30 }, (_, index) => `word${index}`).join(" ");
    const input = buildPromptInput({
      files,
      item: { files: ["test/shop.test.js"], evidence: [failure({ message })] },
    });
    expect(await renderSource(input, 2_000)).toContain("export function total(lines) {");
  });

  it("says of a file that it is not there by leaving it out", async () => {
    const input = buildPromptInput({
      files: { "test/a.test.js": "" },
      item: { files: ["test/a.test.js"], evidence: [failure({})] },
    });
    const gone = { ...input, read: async () => ({ status: "refused", reason: "gone" }) as const };
    expect(await renderSource(gone, 2_000)).toBe("");
  });
});
