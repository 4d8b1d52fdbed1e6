// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what rules read is code in text here.
import { describe, expect, it } from "vitest";
import { secret } from "../../../src/policy/secrets/secret.ts";
import { judgeChange } from "../smells/judge-change.ts";

const seed = Number(process.env.NIGHTSHIFT_SEED ?? 1);
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters that look drawn by lot and are the same for a seed, so that no key stands in this file. */
function draw(length: number, letters = alphabet): string {
  let state = seed * 2654435761 + length * 97 + letters.length;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return letters[(state >>> 8) % letters.length];
  }).join("");
}
const hex = (length: number) => draw(length, "0123456789abcdef");
const upper = (length: number) => draw(length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
const pem = (kind: string) => `-----BEGIN ${kind}-----`;

const keys: readonly (readonly [string, string])[] = [
  ["GitHub, classic", `ghp_${draw(36)}`],
  ["GitHub, app", `ghs_${draw(36)}`],
  ["GitHub, fine-grained", `github_pat_${draw(22)}_${draw(59)}`],
  ["npm", `npm_${draw(36)}`],
  ["PyPI", `pypi-AgEIcHlwaS5vcmc${draw(70)}`],
  ["AWS", `AKIA${upper(16)}`],
  ["AWS, temporary", `ASIA${upper(16)}`],
  ["AWS, secret", `aws_secret_access_key = ${draw(40)}`],
  ["Google", `AIza${draw(35)}`],
  ["Google, OAuth", `GOCSPX-${draw(28)}`],
  ["a service account", `"private_key_id": "${hex(40)}"`],
  ["Azure, storage", `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${draw(86)}==`],
  ["Azure, client", `${draw(3)}8Q~${draw(34)}`],
  ["Slack", `xoxb-123456789012-123456789012-${draw(24)}`],
  ["Slack, webhook", `https://hooks.slack.com/services/T${upper(8)}/B${upper(8)}/${draw(24)}`],
  ["Stripe", `sk_live_${draw(24)}`],
  ["a webhook", `whsec_${draw(32)}`],
  ["OpenAI", `sk-${draw(20)}T3BlbkFJ${draw(20)}`],
  ["OpenAI, project", `sk-proj-${draw(74)}T3BlbkFJ${draw(74)}`],
  ["Anthropic", `sk-ant-api03-${draw(93)}AA`],
  ["Hugging Face", `hf_${draw(34)}`],
  ["GitLab", `glpat-${draw(20)}`],
  ["GitLab, runner", `glrt-${draw(20)}`],
  ["RSA", `${pem("RSA PRIVATE KEY")}\n${draw(64)}\n${draw(64)}`],
  ["RSA in one line", `${pem("PRIVATE KEY")}\\n${draw(64)}\\n${draw(64)}`],
  ["OpenSSH", `${pem("OPENSSH PRIVATE KEY")}\n${draw(70)}`],
  ["PGP", `${pem("PGP PRIVATE KEY BLOCK")}\n\n${draw(64)}`],
  ["a JSON web token", `eyJ${draw(20)}.eyJ${draw(30)}.${draw(43)}`],
  ["Discord", `M${draw(23)}.${draw(6)}.${draw(38)}`],
  ["Telegram", `123456789:AA${draw(33)}`],
  ["SendGrid", `SG.${draw(22)}.${draw(43)}`],
  ["Twilio", `SK${hex(32)}`],
  ["Mailgun", `key-${hex(32)}`],
  ["a database", `postgres://admin:${draw(16)}@db.internal.net:5432/app`],
  ["a database of another kind", `redis://default:${draw(16)}@cache.internal.net:6379`],
  ["an address", `https://user:${draw(12)}@registry.internal.net/x`],
  ["age", `AGE-SECRET-KEY-1${draw(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")}`],
  ["DigitalOcean", `dop_v1_${hex(64)}`],
  ["Vault", `hvs.${draw(90)}`],
  ["Terraform", `${draw(14)}.atlasv1.${draw(64)}`],
  ["Docker", `dckr_pat_${draw(27)}`],
  ["Sentry", `sntrys_${draw(80)}`],
  ["a name", `apiKey = "${draw(32)}"`],
];

const judge = (path: string, after: string, before: string | null = "\n") =>
  judgeChange(secret, [{ path, before, after }]);

describe("secret", () => {
  it.each(keys)("denies a key of %s, in code, settings and text", async (_name, key) => {
    for (const path of ["src/a.js", "src/a.py", "docs/setup.md", "config/app.yml", "test/a.test.js"]) {
      const found = await judge(path, `first line\nkey: ${key}\nlast line\n`);
      expect(found).toMatchObject([{ file: path, line: 2 }]);
      expect(JSON.stringify(found)).not.toContain(key.slice(-16));
    }
  });

  it("denies a key that code puts together", async () => {
    const parts = `ghp_${draw(36)}`;
    const js = `export const a = 1;\nexport const key = "${parts.slice(0, 9)}" + "${parts.slice(9, 20)}" + "${parts.slice(20)}";\n`;
    expect(await judge("src/a.js", js)).toMatchObject([{ line: 2 }]);
    const py = `key = "".join(["${parts.slice(0, 3)}", "${parts.slice(3)}"])\n`;
    expect(await judge("src/a.py", py)).toMatchObject([{ line: 1 }]);
    const hidden = `key = atob("${Buffer.from(parts).toString("base64")}");\n`;
    expect(await judge("src/a.js", hidden)).toMatchObject([{ line: 1 }]);
  });

  it("does not listen to comments that would silence the check", async () => {
    const text = `// secretlint-disable\nconst key = "ghp_${draw(36)}";\n// secretlint-disable-line\n`;
    expect(await judge("src/a.js", text)).toMatchObject([{ line: 2 }]);
  });

  it("lets a key be that stood there, or moved between files", async () => {
    const key = `const key = "ghp_${draw(36)}";\n`;
    expect(await judge("src/a.js", `${key}run();\n`, key)).toEqual([]);
    const moved = [
      { path: "src/a.js", before: key, after: "run();\n" },
      { path: "src/b.js", before: "\n", after: `export ${key}` },
    ];
    expect(await judgeChange(secret, moved)).toEqual([]);
  });

  it.each([
    ["names of variables", "const token = process.env.GITHUB_TOKEN; const password = read('password');"],
    ["words", 'const secretName = "my-application-secret-name"; token = "authorization_code"'],
    ["addresses", "https://example.com/a:b@c postgres://localhost:5432/app redis://cache:6379"],
    ["an address with a variable", "const url = `postgres://${user}:${password}@${host}/app`;"],
    ["digests and ids", `const sha = "${hex(40)}"; const id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";`],
    ["a public key", `-----BEGIN PUBLIC KEY-----\n${draw(64)}\n-----END PUBLIC KEY-----`],
    ["the head of a private key", `if (text.startsWith("${pem("PRIVATE KEY")}")) parse(text);`],
    ["prefixes", 'const prefixes = ["ghp_", "sk-", "xoxb-", "AKIA", "eyJ"];'],
    ["an integrity", `"integrity": "sha512-${draw(86)}=="`],
    ["a data address", `background: url(data:image/png;base64,${draw(120)})`],
    ["code", "const key = keys.find(({ id }) => id === 3); sk_total = task_live_total"],
    ["a placeholder", 'api_key = "your-api-key-goes-here-1234"; password: "changeme12345678"'],
  ])("allows %s", async (_name, text) => {
    for (const path of ["src/a.js", "src/a.py", "README.md"])
      expect(await judge(path, `${text}\n`)).toEqual([]);
  });
});
