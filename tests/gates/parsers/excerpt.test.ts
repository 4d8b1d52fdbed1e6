import { expect, it } from "vitest";
import { excerptFailure } from "../../../src/gates/parsers/excerpt.ts";

it("takes the message from the stack when there is none, up to the first frame", () => {
  const stack = "Error: boom\n  + 1\n  - 2\n    at run (/r/a.js:1:2)\n    at async Promise.all (index 0)";
  expect(excerptFailure({ stack })).toEqual({ message: "Error: boom\n  + 1\n  - 2", stack });
  expect(excerptFailure({ message: stack, stack })).toEqual({ message: "Error: boom\n  + 1\n  - 2", stack });
});

it("does not cut a message at words that only look like a frame", () => {
  const message = "meet me\n  at noon (sharp)\nat home";
  expect(excerptFailure({ message })).toEqual({ message });
});

it("takes out colours and leaves out what is empty", () => {
  expect(excerptFailure({ message: "\u001b[31mred\u001b[39m\r\nline", stack: " \n" })).toEqual({
    message: "red\nline",
  });
  expect(excerptFailure({})).toEqual({});
});

it("cuts message and stack to their sizes in bytes, never within a character", () => {
  const { message = "", stack = "" } = excerptFailure({
    message: "é😀".repeat(5000),
    stack: "x".repeat(1_000_000),
  });
  expect(Buffer.byteLength(message)).toBeLessThanOrEqual(2048);
  expect(Buffer.byteLength(message)).toBeGreaterThan(2030);
  expect(message).toMatch(/^[é😀]+…$/u);
  expect(Buffer.byteLength(stack)).toBe(4096);
});
