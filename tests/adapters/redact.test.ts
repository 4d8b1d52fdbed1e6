import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { listSecrets } from "../../src/adapters/list-secrets.ts";
import { createRedactor } from "../../src/adapters/redact.ts";

const secret = "sk-live/abc+DEF=123?x y";

describe("createRedactor", () => {
  it.each([
    ["as it is", secret],
    ["in base64", Buffer.from(secret).toString("base64").replace(/=+$/, "")],
    ["in URL-safe base64", Buffer.from(secret).toString("base64url")],
    ["in hexadecimal", Buffer.from(secret).toString("hex")],
    ["in upper-case hexadecimal", Buffer.from(secret).toString("hex").toUpperCase()],
    ["URL-encoded", encodeURIComponent(secret)],
    ["form-encoded", encodeURIComponent(secret).replaceAll("%20", "+")],
  ])("hides a secret %s", (_name, form) => {
    const text = createRedactor([secret])(`before ${form} after`);
    expect(text).toMatch(/^before \S*\[redacted\]\S{0,2} after$/);
    expect(text).not.toContain(form);
  });

  it.each(["", "x", "xy", "user:"])("hides a secret in base64 of a longer text, after %j", (before) => {
    const encoded = Buffer.from(`${before}${secret}@host`).toString("base64");
    const text = createRedactor([secret])(encoded);
    expect(text).toContain("[redacted]");
    const rest = Buffer.from(text.replace("[redacted]", ""), "base64").toString("latin1");
    expect(rest).not.toContain(secret.slice(2, 8));
  });

  it("hides every occurrence, and the longer of two secrets as a whole", () => {
    const redact = createRedactor(["password", "password-and-more"]);
    expect(redact("password password-and-more password")).toBe("[redacted] [redacted] [redacted]");
  });

  it("hides a secret of several lines line by line, and as JSON writes it", () => {
    const key = "-----BEGIN KEY-----\nabcdefghijkl\n-----END KEY-----";
    const redact = createRedactor([key]);
    expect(redact("x abcdefghijkl y")).toBe("x [redacted] y");
    expect(redact(JSON.stringify({ key }))).not.toContain("abcdefghijkl");
  });

  it("leaves values of less than 8 characters alone, and text without secrets as it is", () => {
    expect(createRedactor(["test", ""])("a test of nothing")).toBe("a test of nothing");
    expect(createRedactor([])("text")).toBe("text");
  });

  it("never lets a secret through, whatever it is made of and wherever it stands", () => {
    assert(
      property(string({ minLength: 8 }), string(), string(), (value, before, after) => {
        const text = createRedactor([value])(before + value + after);
        // The replacement itself may hold a secret such as "redacted".
        return "[redacted]".includes(value) || !text.replaceAll("[redacted]", "\0").includes(value);
      }),
    );
  });
});

describe("listSecrets", () => {
  it("takes the values of variables whose names look secret", () => {
    const names = [
      "GITHUB_TOKEN",
      "OPENAI_API_KEY",
      "DB_PASSWORD",
      "AWS_SECRET_ACCESS_KEY",
      "NPM_AUTH",
      "apiKey",
      "DB_PWD",
    ];
    const environment = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
    expect(listSecrets(environment)).toEqual(names.map((name) => `value of ${name}`));
  });

  it("leaves out what only sounds like one, what is empty, and what is not there", () => {
    const environment = {
      PATH: "/usr/bin",
      KEYBOARD: "qwertyuiop",
      SSH_AUTH_SOCK: "/tmp/agent",
      PWD: "/home/somebody/project",
      OLDPWD: "/home/somebody",
      TOKEN: "",
      PASSWORD: undefined,
    };
    expect(listSecrets(environment)).toEqual([]);
  });

  it("takes the password out of a URL, whatever the variable is called", () => {
    expect(listSecrets({ DATABASE: "postgres://user:hunter2hunter2@db/main" })).toEqual(["hunter2hunter2"]);
  });
});
