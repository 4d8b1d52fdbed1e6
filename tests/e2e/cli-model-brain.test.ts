import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openGitRepository } from "../helpers/git-repository.ts";
import { runCli } from "../helpers/run-cli.ts";

describe("run --brain llm", () => {
  it("is refused before anything is written, as long as that brain is not there", async () => {
    using repository = openGitRepository();
    repository.write("a.txt", "a\n");
    repository.commit();
    const args = ["run", "--brain", "llm", "--model", "m", "--provider", "ollama"];
    const before = readdirSync(repository.dir, { recursive: true }).length;
    const end = await runCli(args, { cwd: repository.dir });
    expect(end.code).toBe(2);
    expect(end.stderr).toContain("The brain `llm` is not there yet");
    expect(end.stderr).toContain("--brain search");
    expect(readdirSync(repository.dir, { recursive: true })).toHaveLength(before);
  });

  it("knows its providers", async () => {
    const end = await runCli(["run", "--brain", "llm", "--provider", "opanai"]);
    expect(end.code).toBe(2);
    expect(end.stderr).toContain("opanai");
    expect(end.stderr).toContain("github-models");
  });
});
