import { expect, it } from "vitest";
import { failureSignature } from "../../src/gates/failure-signature.ts";

const sign = (message: string, stack?: string) =>
  failureSignature({ name: "adds", message, ...(stack === undefined ? {} : { stack }) });

it.each([
  ["line numbers", "TypeError at /repo/src/a.js:12:5", "TypeError at /repo/src/a.js:99:1"],
  ["lines in words", 'File "a.py", line 3, column 7', 'File "a.py", line 40, column 1'],
  ["addresses", "<Cart object at 0x7fbc41db5790> is empty", "<Cart object at 0x7f0000000000> is empty"],
  ["temporary folders", "ENOENT: open '/tmp/jest-3f/a-1.json'", "ENOENT: open '/tmp/jest-9a/b-2.json'"],
  ["checkouts", "Cannot find module '/home/a/x/nope.js'", "Cannot find module '/work/y/z/nope.js'"],
  ["times", "expired at 2026-01-02T03:04:05.678Z", "expired at 2027-11-12T13:14:15.001Z"],
  ["durations", "timed out after 5003ms", "timed out after 5012ms"],
  [
    "identifiers",
    "no user 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "no user 00000000-4f89-11d3-9a0c-0305e82c3301",
  ],
  ["ports", "connect ECONNREFUSED 127.0.0.1:41234", "connect ECONNREFUSED 127.0.0.1:51234"],
  ["colours", "\u001b[31mexpected\u001b[39m 1", "expected 1"],
  ["white space", "expected 1\n    but was 2", "expected 1 but was 2"],
])("is the same whatever the %s", (_what, first, second) => {
  expect(sign(first)).toBe(sign(second));
});

it("keeps what tells failures apart", () => {
  const all = [
    "expected 1 to be 2",
    "expected 1 to be 3",
    "Cannot find module './a.js'",
    "Cannot find module './b.js'",
  ];
  expect(new Set(all.map((message) => sign(message))).size).toBe(all.length);
  expect(sign("AssertionError: 'example.com/m/bad' == 'x'")).toBe(
    "AssertionError: 'example.com/m/bad' == 'x'",
  );
});

it("falls back to the stack's first line, then to the name", () => {
  expect(failureSignature({ name: "adds", stack: "Error: boom\n    at a.js:1:1" })).toBe("Error: boom");
  expect(failureSignature({ name: "adds", message: " " })).toBe("adds failed");
});

it("is one short line, also for a huge message", () => {
  const signature = sign(`${"/a".repeat(500_000)} ${"x ".repeat(500_000)}`);
  expect(signature.length).toBeLessThanOrEqual(400);
  expect(signature).not.toContain("\n");
});
