import { expect, it } from "vitest";
import { isToken } from "../../src/adapters/is-token.ts";

it.each([
  ["sk-test-abcdef1234567890", true],
  ["0123456789abcdef0123456789abcdef", true],
  ["production-mode-of-ours", false],
  ["2026-11-21 and some words", false],
  ["12345678901234567890", false],
  ["tok-12345678", false],
])("whether %s is a token: %s", (value, expected) => {
  expect(isToken(value)).toBe(expected);
});
