import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../src/adapters/redact.ts";
import { configSchema } from "../../../src/config/schema.ts";
import { buildChangeSet } from "../../../src/policy/build-change-set.ts";
import { knownSecret } from "../../../src/policy/secrets/known-secret.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";

const secret = "tok-7f3a9c-hunter";
const redact = createRedactor([secret]);
const readBase = async () => "const a = 1;\n";
const context = {
  config: configSchema.parse({}),
  parser: createSourceParser(),
  readBase,
  itemKind: null,
  hasSecret: (text: string) => redact(text) !== text,
};
const find = async (path: string, content: string | null) => {
  const files = [{ path: "src/a.js", mode: "100644", hash: "a" }];
  const change = await buildChangeSet([{ path, mode: "100644", content }], { files, readBase });
  return await knownSecret.find(change, context);
};

describe("known-secret", () => {
  it.each([
    ["plain", secret],
    ["reversed", [...secret].toReversed().join("")],
    ["in base64", Buffer.from(secret).toString("base64")],
    ["in hexadecimal", Buffer.from(secret).toString("hex")],
  ])("denies a secret that is %s, and names the line but not the value", async (_name, form) => {
    const found = await find("src/a.js", `const a = 1;\nconst b = "${form}";\n`);
    expect(found).toEqual([{ file: "src/a.js", line: 2, reason: "src/a.js would hold a known secret" }]);
    expect(JSON.stringify(found)).not.toContain(form);
  });

  it("denies one in the name of a file without repeating the name", async () => {
    const found = await find(`src/${secret}.js`, "x\n");
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it("lets everything else through, a deletion too", async () => {
    expect(await find("src/a.js", "const token = process.env.TOKEN;\n")).toEqual([]);
    expect(await find("src/a.js", null)).toEqual([]);
  });
});
