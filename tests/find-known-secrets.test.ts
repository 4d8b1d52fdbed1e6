import { describe, expect, it } from "vitest";
import { configSchema } from "../src/config/schema.ts";
import { findKnownSecrets } from "../src/find-known-secrets.ts";
import { openGitRepository } from "./helpers/git-repository.ts";

describe("findKnownSecrets", () => {
  it("takes what looks secret and what set-up is given, but nothing that stands in the tree", async () => {
    using repository = openGitRepository();
    repository.write("src/settings.js", 'export const mode = "production-mode";\nexport const a = 1;\n');
    const commit = repository.commit();
    const git = await repository.open();
    const environment = {
      API_TOKEN: "tok-12345678",
      SESSION_KEY: "production-mode",
      REGISTRY: "https://user:s3cr3t-pass@example.org/",
      PLAIN: "nothing to hide",
      NPM_READ: "npm-read-value",
      EMPTY_TOKEN: " ",
    };
    const config = configSchema.parse({ sandbox: { setupEnv: ["NPM_READ", "NOT_SET"] } });
    expect(await findKnownSecrets({ environment, config, commit }, { git })).toEqual([
      "tok-12345678",
      "s3cr3t-pass",
      "npm-read-value",
    ]);
  });

  it("keeps a secret of several lines secret unless all of them stand in one file", async () => {
    using repository = openGitRepository();
    repository.write("a.txt", "first line of it\n");
    repository.write("b.txt", "second line of it\n");
    repository.write("c.txt", "third line here\nfourth line here\n");
    const commit = repository.commit();
    const git = await repository.open();
    const config = configSchema.parse({});
    const environment = {
      A_KEY: "first line of it\nsecond line of it\n",
      B_KEY: "third line here\nfourth line here",
      C_KEY: "(.*)[regexp",
    };
    expect(await findKnownSecrets({ environment, config, commit }, { git })).toEqual([
      "first line of it\nsecond line of it\n",
      "(.*)[regexp",
    ]);
  });
});
