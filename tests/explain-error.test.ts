import { expect, it } from "vitest";
import { usageError } from "../src/domain/errors.ts";
import { explainError } from "../src/explain-error.ts";

const systemError = (code: string) => Object.assign(new Error(`${code}: refused, open '/x'`), { code });

it("leaves Nightshift's own errors as they are", () => {
  const error = usageError({ code: "A", message: "b", hint: "c" });
  expect(explainError(error)).toBe(error);
});

it.each([
  ["ENOSPC", "DISK_FULL"],
  ["EDQUOT", "DISK_FULL"],
  ["EROFS", "NOT_WRITABLE"],
  ["EACCES", "NOT_WRITABLE"],
])("takes %s for a thing that a person can mend", (number, code) => {
  expect(explainError(systemError(number))).toMatchObject({
    code,
    kind: "usage",
    message: expect.stringContaining("/x"),
    hint: expect.stringContaining("--root"),
  });
});

it("takes anything else for a defect", () => {
  for (const thrown of [systemError("EMFILE"), new TypeError("x is not a function"), "text"]) {
    expect(explainError(thrown)).toMatchObject({ code: "UNEXPECTED", kind: "failure" });
  }
});
