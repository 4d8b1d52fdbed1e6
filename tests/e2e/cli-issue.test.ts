import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerChat, chat, chatCalls } from "../helpers/chat-answers.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { openLoopbackModel } from "../helpers/loopback-model.ts";
import { runCli } from "../helpers/run-cli.ts";
import { openSumProject, sum } from "../helpers/sum-project.ts";

let repository: GitRepository;
beforeAll(() => {
  repository = openGitRepository();
  repository.write("a.txt", "a\n");
  repository.write(
    ".github/nightshift.yml",
    "gates:\n  - { name: g, kind: tests, command: sh a.sh, format: tap }\n",
  );
  repository.commit();
});
afterAll(() => repository[Symbol.dispose]());

it("run --issue FILE has a model write the test and the fix, and says what came of it", async () => {
  const test = { tests: [{ path: sum.testPath, content: sum.test }], why: "the first number is left out" };
  const edit = { path: "src/sum.sh", old: "shift; ", new: "" };
  const mend = chatCalls(
    { name: "edit_file", arguments: edit },
    { name: "finish", arguments: { summary: "add all numbers, fixes #12" } },
  );
  const replies = [chat({ content: JSON.stringify(test) }), chat({ content: '{"sameReason": true}' }), mend];
  let asked = 0;
  await using model = await openLoopbackModel(answerChat(() => replies[asked++] ?? chat({ content: "no" })));
  using project = openSumProject();
  const file = path.join(project.dir, "..", "request.json");
  writeFileSync(file, JSON.stringify({ title: "Sums are wrong @octocat", body: "sum 2 3 is 3" }));
  const options = [
    "--provider",
    "custom",
    "--model",
    "m",
    "--base-url",
    `${model.url}/v1`,
    "--method",
    "direct",
  ];
  const end = await runCli(["run", "--issue", file, "--brain", "llm", ...options, "--json"], {
    cwd: project.dir,
  });
  expect(end).toMatchObject({ code: 0 });
  expect(JSON.parse(end.stdout)).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 1 });
  expect(model.requests).toHaveLength(3);
  expect(JSON.stringify(model.requests[0]?.body)).toContain("Sums are wrong @octocat");
  expect(project.run("diff", "--name-only", "main", "nightshift/master")).toBe(`src/sum.sh\n${sum.testPath}`);
  const message = project.run("log", "-1", "--format=%B", "nightshift/master");
  expect(message).toMatch(/^fix: add all numbers, fixes (?:# )?12\n/);
  expect(message).toContain("Asked for:\n- Sums are wrong @ octocat: sum 2 3 is 3");
  const report = await runCli(["report"], { cwd: project.dir });
  expect(report.stdout).toContain("was red on the base");
});

const state = () => readdirSync(path.join(repository.dir, ".git"), { recursive: true }).length;

it("run --issue with a file that is not there is wrong use that names it, and nothing is written", async () => {
  const file = path.join(repository.dir, "..", "missing.md");
  const before = state();
  const end = await runCli(["run", "--issue", file, "--provider", "ollama", "--model", "m"], {
    cwd: repository.dir,
  });
  expect(end.code).toBe(2);
  expect(end.stderr).toContain(file);
  expect(end.stderr).toContain("Name a file of at most 64 KiB");
  expect(state()).toBe(before);
});

it.each([[[]], [["--brain", "none"]]])(
  "run --issue FILE %j without a model says that one is needed",
  async (flags) => {
    const file = path.join(repository.dir, "..", "issue.md");
    writeFileSync(file, "# Sums are wrong\n\nsum 2 3 is 3\n");
    const before = state();
    const end = await runCli(["run", "--issue", file, ...flags], { cwd: repository.dir });
    expect(end.code).toBe(2);
    expect(end.stderr).toContain('The issue "Sums are wrong" needs a model');
    expect(end.stderr).toContain("--provider and --model");
    expect(state()).toBe(before);
  },
);
