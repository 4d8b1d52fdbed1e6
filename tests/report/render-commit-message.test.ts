import { expect, it } from "vitest";
import { renderCommitMessage } from "../../src/report/render-commit-message.ts";

it("puts subject, body and trailers in paragraphs of their own", () => {
  const message = renderCommitMessage({
    subject: "fix: it",
    body: "Why.\n\nMore.",
    trailers: { A: "1", B: "2" },
  });
  expect(message).toBe("fix: it\n\nWhy.\n\nMore.\n\nA: 1\nB: 2");
});

it("leaves no empty paragraph for an empty body", () => {
  expect(renderCommitMessage({ subject: "fix: it", body: " \n", trailers: { A: "1" } })).toBe(
    "fix: it\n\nA: 1",
  );
});

it("keeps the subject to one line of 72 characters", () => {
  const message = renderCommitMessage({
    subject: `fix:\n${"\u{1f319}".repeat(100)}`,
    body: "",
    trailers: {},
  });
  expect(message).not.toContain("\n");
  expect([...message]).toHaveLength(72);
  expect(message.endsWith("\u2026")).toBe(true);
});

it("lets no value start a line of its own, and drops control characters", () => {
  const message = renderCommitMessage({
    subject: "fix: \u001b[31mred\0",
    body: "a\0b\r\nc\rd",
    trailers: { A: "1\nNightshift-Rollback: x" },
  });
  expect(message).toBe("fix: [31mred\n\na b\nc\nd\n\nA: 1 Nightshift-Rollback: x");
});
