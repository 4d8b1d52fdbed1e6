import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  answerChat,
  chatCalls,
  countReplies,
  mendWord,
  readChat,
  readItem,
} from "../helpers/chat-answers.ts";
import { openLoopbackModel } from "../helpers/loopback-model.ts";
import { openModelProject } from "../helpers/model-project.ts";
import { runCli } from "../helpers/run-cli.ts";

const project = { names: ["alpha"], config: "brain: { seed: 1, maxCandidates: 2 }" };
const key = "sk-wrong-key-000";
const refuseKey = {
  status: 401,
  body: { error: { message: `Incorrect API key provided: ${key}.`, type: "error", code: null, param: null } },
};

/** The options of `run` for a model at that endpoint. */
const useModel = (url: string): readonly string[] => [
  ...["run", "--brain", "llm", "--provider", "custom", "--model", "test-model", "--base-url", `${url}/v1`],
  ...["--method", "direct"],
];

describe("run --brain llm", () => {
  it("mends with the model that the options name, and tells what it took", async () => {
    await using model = await openLoopbackModel(answerChat((request) => mendWord(readItem(request))));
    using repository = openModelProject(project);
    const before = repository.fingerprint();
    const end = await runCli([...useModel(model.url), "--temperature", "0.3", "--json"], {
      cwd: repository.dir,
    });
    expect(end.code).toBe(0);
    expect(JSON.parse(end.stdout)).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 1 });
    expect(model.requests).toMatchObject([{ body: { model: "test-model", temperature: 0.3 } }]);
    expect(repository.run("log", "-1", "--format=%s", "nightshift/master")).toBe(
      "fix: say the right word in alpha",
    );
    expect(repository.fingerprint()).toBe(before);
  });

  it("fails at once and plainly where the key is refused, and never shows it", async () => {
    await using model = await openLoopbackModel(refuseKey);
    using repository = openModelProject(project);
    const env = { OPENAI_API_KEY: key };
    const end = await runCli(useModel(model.url), { cwd: repository.dir, env });
    const status = JSON.parse((await runCli(["status", "--json"], { cwd: repository.dir, env })).stdout);
    expect(status).toMatchObject({ status: "failed" });
    expect(end.code).toBe(1);
    expect(end.stdout).toContain("FAILED");
    expect(end.stdout).toMatch(/The key of the model was refused: .*\(the key is from OPENAI_API_KEY\)/);
    expect(end.stdout).toContain("Give a key that is valid for this provider and model");
    expect(end.stdout + end.stderr).not.toContain(key);
    expect(model.requests).toHaveLength(1);
  });

  it("is refused before anything is written where a policy forbids the host", async () => {
    await using model = await openLoopbackModel(refuseKey);
    const policy = `@id("models-stay-home") @reason("our code goes to no model")
forbid (principal == Actor::"brain", action == Action::"callModel", resource == Host::"127.0.0.1");`;
    using repository = openModelProject({
      ...project,
      files: { ".github/nightshift/policies/own.cedar": policy },
    });
    const end = await runCli(useModel(model.url), { cwd: repository.dir });
    expect(end).toMatchObject({ code: 2, stdout: "" });
    expect(end.stderr).toMatch(
      /The policies forbid to call custom\/test-model at 127\.0\.0\.1: our code goes to no model[\s\S]*models-stay-home/,
    );
    expect(model.requests).toEqual([]);
    expect(existsSync(join(repository.dir, ".git/nightshift/campaigns"))).toBe(false);
  });

  it("sends no token of the environment, also where somebody committed it, and words all the same", async () => {
    const token = "tok-4f9Zq71kdXuW8810";
    const look = chatCalls({ name: "read_file", arguments: { path: "src/notes.js" } });
    await using model = await openLoopbackModel(
      answerChat((request) => (countReplies(request) === 0 ? look : mendWord(readItem(request)))),
    );
    const files = { "src/notes.js": `// ${token}\n// production-mode\n` };
    using repository = openModelProject({ ...project, files });
    const env = { DEPLOY_TOKEN: token, SESSION_KEY: "production-mode" };
    expect((await runCli(useModel(model.url), { cwd: repository.dir, env })).code).toBe(0);
    const sent = model.requests.map(readChat).join("\n");
    expect(sent).toContain("production-mode");
    expect(sent).toContain("[redacted]");
    expect(sent).not.toContain(token);
  });

  it("says that a model is named and not asked", async () => {
    using repository = openModelProject(project);
    const end = await runCli(["run", "--brain", "none", "--provider", "ollama", "--model", "m"], {
      cwd: repository.dir,
    });
    expect(end.code).toBe(0);
    expect(end.stderr).toMatch(
      /Warning: brain\.llm\.provider, brain\.llm\.model does not count: the brain `none` asks no model here\.\s+Name a model with --model/,
    );
  });

  it("knows its providers, and wants a model", async () => {
    const ends = await Promise.all([
      runCli(["run", "--brain", "llm", "--provider", "opanai"]),
      runInProject(["run", "--brain", "llm", "--provider", "ollama"]),
    ]);
    expect(ends.map(({ code }) => code)).toEqual([2, 2]);
    expect(ends[0]?.stderr).toMatch(/opanai[\s\S]*github-models/);
    expect(ends[1]?.stderr).toMatch(/No model is named[\s\S]*--model/);
  });
});

async function runInProject(args: readonly string[]) {
  using repository = openModelProject(project);
  return await runCli(args, { cwd: repository.dir });
}
