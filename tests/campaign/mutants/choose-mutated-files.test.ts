import { expect, it } from "vitest";
import { chooseMutatedFiles } from "../../../src/campaign/mutants/choose-mutated-files.ts";
import { configSchema } from "../../../src/config/schema.ts";
import type { TreeEntry } from "../../../src/ports.ts";

const entries = ["src/a.ts", "src/b.py", "src/a.test.ts", "lib/c.js", "README.md", "types.d.ts"].map(
  (path): TreeEntry => ({ path, mode: "100644", hash: "0", sizeBytes: 1 }) as TreeEntry,
);
const config = configSchema.parse({ focus: ["src/**"] });

it("takes code in focus, and neither tests nor declarations nor texts", () => {
  expect(chooseMutatedFiles({ entries, glob: null }, config)).toEqual(["src/a.ts", "src/b.py"]);
});

it("goes by the glob alone where there is one", () => {
  expect(chooseMutatedFiles({ entries, glob: "lib/**" }, config)).toEqual(["lib/c.js"]);
});

it.each([
  ["nowhere/**", "--files nowhere/** matches no file of the commit."],
  ["**/*.test.ts", "--files **/*.test.ts matches nothing that can be mutated: src/a.test.ts is a test,"],
  ["*.md", "--files *.md matches nothing that can be mutated: README.md"],
])("refuses %s by name", (glob, message) => {
  expect(() => chooseMutatedFiles({ entries, glob }, config)).toThrow(
    expect.objectContaining({
      code: "NOTHING_MATCHES",
      message: expect.stringContaining(message),
      kind: "usage",
    }),
  );
});

it("says so where the repository has no code", () => {
  expect(() => chooseMutatedFiles({ entries: entries.slice(4), glob: null }, config)).toThrow(
    expect.objectContaining({ code: "NOTHING_TO_MUTATE" }),
  );
});
