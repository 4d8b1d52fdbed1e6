import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { maskSecrets } from "../../src/config/mask-secrets.ts";
import { renderSettings } from "../../src/config/render-settings.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { showConfig } from "../../src/config/show-config.ts";

const loaded = resolveConfig({
  file: {
    path: "n.yml",
    text: [
      "goal: 'a: b # c'",
      "gates:",
      "  - name: tests",
      "    kind: command",
      "    command: API_TOKEN=abc123 curl https://me:hunter2@example.org/x --password s3cret",
      "    env: {NPM_TOKEN: tok3n, CI: '1'}",
    ].join("\n"),
  },
  flags: [{ path: "attempts", name: "--max-attempts", value: 2 }],
  environment: { NIGHTSHIFT_FOCUS: "src/**" },
});

describe("showConfig", () => {
  it("shows every setting with its value and origin", () => {
    const shown = new Map(showConfig(loaded).map(({ key, ...rest }) => [key, rest]));
    expect(shown.get("attempts")).toEqual({ value: 2, origin: "flag" });
    expect(shown.get("focus")).toEqual({ value: ["src/**"], origin: "environment" });
    expect(shown.get("goal")).toEqual({ value: "a: b # c", origin: "file" });
    expect(shown.get("stop.maxCycles")).toEqual({ value: 10, origin: "default" });
    expect(shown.size).toBe(loaded.origins.size);
  });

  it("shows no secret", () => {
    const text = JSON.stringify(showConfig(loaded)) + renderSettings(showConfig(loaded)).join("\n");
    for (const secret of ["abc123", "hunter2", "s3cret", "tok3n"]) expect(text).not.toContain(secret);
    expect(text).toContain("https://***@example.org/x");
  });

  it("renders YAML that reads back as what is shown", () => {
    const shown = showConfig(loaded);
    const lines = renderSettings(shown);
    expect(parse(lines.join("\n"))).toEqual(Object.fromEntries(shown.map(({ key, value }) => [key, value])));
    expect(lines).toContainEqual(expect.stringMatching(/^attempts: 2 +# flag$/));
  });
});

describe("maskSecrets", () => {
  it.each([
    ["an option's next word", ["curl", "--token", "abc"], ["curl", "--token", "***"]],
    ["an option's value", ["curl", "--api-key=abc"], ["curl", "--api-key=***"]],
    ["credentials in a URL", "git clone https://abc@host/x", "git clone https://***@host/x"],
    ["a quoted value", "TOKEN='a b' run", "TOKEN=*** run"],
    ["nothing secret", ["node", "--test", "src/key.test.js"], ["node", "--test", "src/key.test.js"]],
  ])("masks %s", (_, value, masked) => {
    expect(maskSecrets(value)).toEqual(masked);
  });

  it("masks by the name of a variable, but shows that one is empty", () => {
    expect(maskSecrets({ DB_PASSWORD: "a", SECRET: "", PORT: "1" })).toEqual({
      DB_PASSWORD: "***",
      SECRET: "",
      PORT: "1",
    });
  });
});
