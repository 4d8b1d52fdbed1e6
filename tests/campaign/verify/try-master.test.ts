import { expect, it } from "vitest";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { type GitRepository, openGitRepository } from "../../helpers/git-repository.ts";
import { openVerifyRig } from "../../helpers/verify-rig.ts";

const canIsolate = await isBubblewrapHere();

const source = (name: string, word: string, more = "") =>
  `export function ${name}() {\n  return "${word}";\n}\n${more}`;
const test = (name: string) =>
  [
    `import assert from "node:assert/strict";`,
    `import { test } from "node:test";`,
    `import { ${name} } from "../src/${name}.js";`,
    `test("${name} is right", () => assert.equal(${name}(), "right"));`,
    `test("${name} says something", () => assert.equal(typeof ${name}(), "string"));\n`,
  ].join("\n");

/** Two gates of tests, each red for a function of its own. */
function openProject(): GitRepository {
  const repository = openGitRepository();
  repository.write("package.json", '{"type":"module"}\n');
  for (const name of ["first", "second"]) {
    repository.write(`src/${name}.js`, source(name, "wrong"));
    repository.write(`test/${name}.test.js`, test(name));
  }
  const gates = ["first", "second"].map(
    (name) => `  - { name: ${name}, kind: tests, command: node --test test/${name}.test.js }\n`,
  );
  repository.write(
    ".github/nightshift.yml",
    `focus: [src/**]\npolicy: { allowNewFeatures: true }\ngates:\n${gates.join("")}`,
  );
  repository.commit("base");
  return repository;
}

it.skipIf(!canIsolate)(
  "has what is carried tested as well as a promotion, whichever gate tells what it mends",
  async () => {
    using repository = openProject();
    await using rig = await openVerifyRig(repository);
    const verify = async (text: string) => {
      const verified = await rig.verify({ fixes: [], carried: { "src/second.js": text } });
      if (verified.status === "refused") throw new Error(verified.reason);
      return verified.verdict.masterTree === repository.run("rev-parse", "HEAD^{tree}")
        ? "left out"
        : "carried";
    };
    const untested = 'export function unseen() {\n  return "nobody looks";\n}\n';
    expect(await verify(source("second", "right"))).toBe("carried");
    expect(await verify(source("second", "right", untested))).toBe("left out");
    const said = rig.events().flatMap((event) => (event.type === "warning" ? [event.message] : []));
    expect(said.at(-1)).toMatch(/strength: second: no test goes through what is changed in unseen/);
  },
);
