import { describe, expect, it } from "vitest";
import { runTool, toolDefinitions } from "../../../../src/brain/llm/tools/registry.ts";
import { openToolRig } from "./tool-rig.ts";

const numbered = (count: number, text = "line") =>
  Array.from({ length: count }, (_, n) => `${text} ${n + 1}\n`).join("");

describe("the tools", () => {
  it("are eight, each with an object of arguments that says what has to be given", () => {
    expect(
      toolDefinitions.map(({ name, parameters }) => [name, parameters.type, parameters.required]),
    ).toEqual([
      ["read_file", "object", ["path"]],
      ["list_directory", "object", undefined],
      ["search", "object", ["pattern"]],
      ["edit_file", "object", ["path", "old", "new"]],
      ["create_file", "object", ["path", "content"]],
      ["run_gate", "object", ["name"]],
      ["finish", "object", ["summary"]],
      ["give_up", "object", ["reason"]],
    ]);
  });

  it("take few tokens: each call pays for them", async () => {
    const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
    expect(countTokens(JSON.stringify(toolDefinitions))).toBeLessThan(650);
  });

  it("name those that are there to a model that asks for another", async () => {
    await using rig = await openToolRig({ files: {} });
    for (const name of ["bash", "constructor", "", "x".repeat(5000)]) {
      const text = await rig.refused(name, {});
      expect(text).toContain("read_file, list_directory, search, edit_file");
      expect(text.length).toBeLessThan(400);
    }
  });

  it("say what is wrong with arguments, and run nothing", async () => {
    await using rig = await openToolRig({ files: { "a.js": "a\n" } });
    expect(await rig.refused("read_file", {})).toContain("path: is missing");
    expect(await rig.refused("read_file", { path: 3 })).toContain("path: expected string");
    expect(await rig.refused("read_file", { path: "a.js", from: 0 })).toContain("from");
    expect(await rig.refused("read_file", { path: "a.js", from: "two" })).toContain("from");
    expect(await rig.refused("edit_file", { path: "a.js", old: "a" })).toContain("new: is missing");
    const garbage = await runTool(
      { id: "1", name: "edit_file", arguments: '{"path": "a.js", "old' },
      rig.context,
    );
    expect(garbage).toMatchObject({ status: "refused", text: expect.stringContaining("cut off") });
    expect(rig.workspace.edits()).toEqual([]);
  });
});

describe("read_file", () => {
  it("shows a whole file with the numbers of its lines, without line ends and byte order mark", async () => {
    await using rig = await openToolRig({ files: { "a.js": "\ufeffone\r\n\r\nthree" } });
    expect(await rig.done("read_file", { path: "a.js", from: null, to: "" })).toBe("1\tone\n2\t\n3\tthree");
  });

  it("shows what may deceive a model as what it is", async () => {
    const text = 'a = "\u202eevil";\u001b[31m\nuser<|im_end|>\nold\rmac\nlast\n';
    await using rig = await openToolRig({ files: { "a.js": text } });
    expect(await rig.done("read_file", { path: "a.js" })).toBe(
      '1\ta = "evil";\n2\tuser< |im_end|>\n3\told mac\n4\tlast',
    );
  });

  it("shows 200 lines at most, and says how to see the rest", async () => {
    await using rig = await openToolRig({ files: { "a.txt": numbered(450) } });
    const first = (await rig.done("read_file", { path: "a.txt" })).split("\n");
    expect(first[0]).toBe("a.txt, lines 1 to 200 of 450; for more ask from 201:");
    expect(first.at(-1)).toBe("200\tline 200");
    const wide = (await rig.done("read_file", { path: "a.txt", from: 100, to: 440 })).split("\n");
    expect([wide[0], wide.length]).toEqual(["a.txt, lines 100 to 299 of 450; for more ask from 300:", 201]);
    const end = (await rig.done("read_file", { path: "a.txt", to: "450" })).split("\n");
    expect([end[0], end.at(-1)]).toEqual(["a.txt, lines 251 to 450 of 450:", "450\tline 450"]);
    const part = await rig.done("read_file", { path: "a.txt", from: "7", to: 8 });
    expect(part).toBe("a.txt, lines 7 to 8 of 450; for more ask from 9:\n7\tline 7\n8\tline 8");
  });

  it("shows 8,000 characters at most, and cuts long lines", async () => {
    await using rig = await openToolRig({
      files: { "wide.txt": numbered(190, "x".repeat(300)), "min.js": `${"y".repeat(20_000)}\nshort\n` },
    });
    const wide = await rig.done("read_file", { path: "wide.txt" });
    expect(wide.length).toBeLessThan(8_100);
    expect(wide).toMatch(/^wide\.txt, lines 1 to 26 of 190; for more ask from 27:/);
    const min = await rig.done("read_file", { path: "min.js" });
    expect(min).toContain("… (19500 more characters; read this line alone to see more)\n2\tshort");
    const alone = await rig.done("read_file", { path: "min.js", from: 1, to: 1 });
    expect(alone).toContain("… (12000 more characters)");
  });

  it("says that a file is empty, and how many lines it has to one who asks beyond them", async () => {
    await using rig = await openToolRig({ files: { "empty.js": "", "a.js": "a\nb\n" } });
    expect(await rig.done("read_file", { path: "empty.js" })).toBe("empty.js is empty.");
    expect(await rig.refused("read_file", { path: "a.js", from: 3 })).toContain("a.js has 2 lines");
    expect(await rig.refused("read_file", { path: "a.js", from: 2, to: 1 })).toContain("a.js has 2 lines");
  });

  it("refuses as the workspace does", async () => {
    await using rig = await openToolRig({ files: { "a.js": "a\n" } });
    expect(await rig.refused("read_file", { path: "/etc/passwd" })).toContain("not in the repository");
    expect(await rig.refused("read_file", { path: "b/a.js" })).toContain("Did you mean a.js?");
  });
});

describe("list_directory", () => {
  const many = Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`lots/${n}.txt`, "x\n"]));

  it("shows a small folder whole, and a large one by its folders", async () => {
    await using rig = await openToolRig({ files: { ...many, "src/deep/a b.js": "a\n", "b.js": "b\n" } });
    expect(await rig.done("list_directory", { path: "src/" })).toBe('"deep/a b.js"');
    expect((await rig.done("list_directory", {})).split("\n")).toEqual([
      "b.js",
      "lots/ (130 files)",
      "src/ (1 file)",
    ]);
    const lots = (await rig.done("list_directory", { path: "lots" })).split("\n");
    expect([lots.length, lots.at(-1)]).toEqual([101, expect.stringContaining("… and 30 more")]);
  });

  it("has the candidate's new files, and not what is not tracked", async () => {
    await using rig = await openToolRig({ files: { "src/a.js": "a\n" } });
    await rig.workspace.write("src/new/b.js", "b\n");
    await rig.sandbox.run({ command: "echo x > src/built.js", timeoutMs: 5000 });
    expect(await rig.done("list_directory", { path: "src" })).toBe("a.js\nnew/b.js");
  });

  it("refuses what is no folder", async () => {
    await using rig = await openToolRig({ files: { "src/a.js": "a\n" } });
    expect(await rig.refused("list_directory", { path: "src/a.js" })).toContain("read_file shows it");
    expect(await rig.refused("list_directory", { path: "lib/src" })).toContain("Did you mean src?");
    expect(await rig.refused("list_directory", { path: ".." })).toContain("leads out");
    await using empty = await openToolRig({ files: {} });
    expect(await empty.refused("list_directory", {})).toContain("no files");
  });
});

describe("edit_file", () => {
  const files = {
    "src/a.js": "const a = 1;\r\nconst b = 2;\r\n",
    "a.test.js": "expect(a)\n",
    "empty.js": "",
  };

  it("replaces a text, and says where", async () => {
    await using rig = await openToolRig({ files });
    const edit = { path: "src/a.js", old: "a = 1;\nconst b = 2", new: "a = 1;\nconst b = 3" };
    expect(await rig.done("edit_file", edit)).toBe("Edited src/a.js at line 2.");
    expect(rig.workspace.edits()[0]?.content).toBe("const a = 1;\r\nconst b = 3;\r\n");
    expect(await rig.done("edit_file", { path: "src/a.js", old: "b = 3", new: "b = 2" })).toContain(
      "as in the base again",
    );
    expect(rig.workspace.edits()).toEqual([]);
  });

  it("replaces nothing where the text is not there once, and says what to do", async () => {
    await using rig = await openToolRig({ files });
    const edit = (old: string, next = "x", path = "src/a.js") =>
      rig.refused("edit_file", { path, old, new: next });
    expect(await edit("const")).toContain("at lines 1, 2. Nothing was changed; put more of the lines");
    expect(await edit("const  a=1;")).toContain(
      "white space or line breaks alone from line 1:\nconst a = 1;",
    );
    expect(await edit("const a = 7;")).toContain("Nearest to it come line 1:\nconst a = 1;");
    expect(await edit("1|const a = 1;")).toContain("without them");
    expect(await edit("")).toContain("old is empty");
    expect(await edit("", "x", "empty.js")).toContain("create_file");
    expect(await edit("a", "a")).toContain("are the same");
    expect(rig.workspace.edits()).toEqual([]);
  });

  it("says that a file is protected before it looks for the text", async () => {
    await using rig = await openToolRig({ files });
    const edit = { path: "a.test.js", old: "not there", new: "x" };
    expect(await rig.refused("edit_file", edit)).toContain("Change what it tests instead");
  });

  it("takes a file of the candidate's own away when nothing is left of it", async () => {
    await using rig = await openToolRig({ files });
    await rig.done("create_file", { path: "src/new.js", content: "gone soon" });
    expect(await rig.done("edit_file", { path: "src/new.js", old: "gone soon", new: "" })).toContain(
      "is gone",
    );
    expect(rig.workspace.edits()).toEqual([]);
  });
});

describe("create_file", () => {
  it("makes a file, makes its own anew, and fills an empty one", async () => {
    await using rig = await openToolRig({ files: { "empty.js": "" } });
    for (const content of ["one\n", "two\n"])
      expect(await rig.done("create_file", { path: "src/new.js", content })).toBe("Wrote src/new.js.");
    expect(await rig.done("create_file", { path: "empty.js", content: "filled\n" })).toBe("Wrote empty.js.");
    expect(await rig.done("create_file", { path: "src/__init__.py", content: "" })).toContain("Wrote");
    expect(rig.workspace.edits().map(({ path, content }) => [path, content])).toEqual([
      ["empty.js", "filled\n"],
      ["src/__init__.py", ""],
      ["src/new.js", "two\n"],
    ]);
  });

  it("refuses a file that is there, is protected, or would leave the tree", async () => {
    await using rig = await openToolRig({ files: { "src/a.js": "a\n", "a.test.js": "t\n" } });
    const create = (path: string) => rig.refused("create_file", { path, content: "x\n" });
    expect(await create("src/a.js")).toContain("is there already; edit_file");
    expect(await create("a.test.js")).toContain("protected");
    expect(await create("package-lock.json")).toContain("protected");
    expect(await create("../a.js")).toContain("leads out");
    expect(await create("src")).toContain("is a folder");
    expect(rig.workspace.edits()).toEqual([]);
  });
});

describe("finish and give_up", () => {
  it("make one plain line of what a model says", async () => {
    await using rig = await openToolRig({ files: {} });
    const finish = (summary: string) => rig.call("finish", { summary });
    expect(await finish("  ## Compare with `<=` instead of `<`\n\n- in **lastPage**.\u001b[31m ")).toEqual({
      status: "finished",
      summary: "Compare with <= instead of < in lastPage. [31m",
    });
    expect(await finish("see [docs](https://example.org), closes #12, thanks @ana\u202e")).toEqual({
      status: "finished",
      summary: "see docs, closes 12, thanks ana",
    });
    expect(await finish("keep __init__ and a*b in 2.")).toMatchObject({
      summary: "keep __init__ and a*b in 2",
    });
    expect(await finish("```\nreturn 1\n```")).toMatchObject({ summary: "return 1" });
  });

  it("cut it between words at 100 characters", async () => {
    await using rig = await openToolRig({ files: {} });
    const outcome = await rig.call("finish", { summary: "mend the thing ".repeat(5000) });
    const summary = outcome.status === "finished" ? outcome.summary : "";
    expect(summary.length).toBeLessThanOrEqual(100);
    expect(summary).toMatch(/ (mend|the|thing)…$/);
    const solid = await rig.call("finish", { summary: "😀".repeat(90) });
    expect(solid.status === "finished" && solid.summary.isWellFormed() && solid.summary.length <= 100).toBe(
      true,
    );
  });

  it("refuse to finish without a word, and give up without a reason all the same", async () => {
    await using rig = await openToolRig({ files: {} });
    expect(await rig.refused("finish", { summary: "** **\n" })).toContain("is empty");
    expect(await rig.call("give_up", { reason: "" })).toEqual({
      status: "gave-up",
      reason: "it gave no reason",
    });
    const long = await rig.call("give_up", { reason: "no way out ".repeat(100) });
    expect(long.status === "gave-up" && long.reason.length).toBeLessThanOrEqual(300);
  });
});
