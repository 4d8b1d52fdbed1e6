import { describe, expect, it } from "vitest";
import { hideKeys } from "../../../src/policy/secrets/hide-keys.ts";

const letters = "q7Zp2LmX9vKs4TnB8rWd";
const token = `ghp_${"a1B2c3D4e5F6".repeat(3)}`;

describe("hideKeys", () => {
  it("hides the whole of a private key, also one that is cut off", () => {
    const body = `${"MIIEvQIBADANBgkqhkiG9w0BAQEFAASC".repeat(3)}\n`;
    const [begin, end] = ["BEGIN", "END"].map((mark) => `-----${mark} PRIVATE KEY-----`);
    expect(hideKeys(`before\n${begin}\n${body}${end}\nafter`)).toBe(`before\n${begin}[hidden]${end}\nafter`);
    expect(hideKeys(`${begin}\n${body}`)).not.toContain("MIIE");
  });

  it("hides values of environment files that stand without quotes, and leaves their names", () => {
    expect(hideKeys(`DEBUG=1\nAPI_TOKEN=${letters}\nPORT=8080\n`)).toBe(
      "DEBUG=1\nAPI_TOKEN=[hidden]\nPORT=8080\n",
    );
  });

  it("hides keys by their form wherever they stand, each time", () => {
    expect(hideKeys(`const a = "${token}"; // ${token}`)).toBe('const a = "[hidden]"; // [hidden]');
  });

  it.each([
    "const token = nextToken(source);",
    "TOKEN_LIMIT=1000000000000\n",
    "export const key = items.map(({ key }) => key).join('-');",
    "password: example-password-1234",
    "5d41402abc4b2a76b9719d911017c592",
  ])("leaves ordinary text as it is: %s", (text) => {
    expect(hideKeys(text)).toBe(text);
  });
});
