import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isFullCorpus } from "../../helpers/corpus.ts";

const hasPytest = spawnSync("python3", ["-m", "pytest", "--version"]).status === 0;
if (!hasPytest) console.warn("skipped: pytest is not installed for python3");
const folder = join(import.meta.dirname, "python");

it.skipIf(!hasPytest)(
  "tells Python's bugs from good code, by visible tests and by the oracle",
  () => {
    const modules = isFullCorpus ? [] : ["intervals"];
    const { stdout, stderr } = spawnSync("python3", ["check.py", ...modules], {
      ...{ cwd: folder, encoding: "utf8", env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } },
    });
    // The lines ahead of the last one name what is wrong.
    expect(`${stdout}${stderr}`).toMatch(/^\{'hand': \d+, 'planted': \d+\} bad: 0\n$/);
  },
  1_800_000,
);
