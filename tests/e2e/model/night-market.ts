import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type GitRepository, openGitRepository } from "../../helpers/git-repository.ts";

const example = path.join(import.meta.dirname, "..", "..", "..", "examples", "night-market");
const configFile = ".github/nightshift.yml";

/** What the scripted model costs, so that a campaign has something to count: dollars for a million tokens. */
const prices = "prices: { custom/scripted: { input: 1, output: 4 } }\n";

/** The example project in a repository of its own: with these gates (YAML), else all of its own, and further settings. */
export function openNightMarket({
  gates,
  settings = "",
}: {
  readonly gates?: string;
  readonly settings?: string;
} = {}): GitRepository {
  const repository = openGitRepository();
  cpSync(example, repository.dir, { recursive: true });
  const own = readFileSync(path.join(example, configFile), "utf8");
  const config = gates === undefined ? own : `focus:\n  - src/**\ngates:\n${gates}`;
  writeFileSync(path.join(repository.dir, configFile), `${config}\n${prices}${settings}`);
  repository.commit("The till of the night market");
  return repository;
}

/** Tests of some modules, also those that are still to be written, as the only gate. */
export function testFiles(...names: readonly string[]): string {
  const files = names.map((name) => `test/${name}*.test.js`).join(" ");
  return `  - name: tests\n    kind: tests\n    command: node --test ${files}\n    runner: node-test\n`;
}
