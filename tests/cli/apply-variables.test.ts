import { expect, it } from "vitest";
import { applyVariables } from "../../cli/apply-variables.ts";

const given = { repo: "." };

it("fills in what no flag gave, and counts an empty variable as not set", () => {
  const environment = { NIGHTSHIFT_ROOT: "/state", NIGHTSHIFT_CONFIG: "", OTHER: "x" };
  expect(applyVariables(given, environment)).toEqual({
    options: { repo: ".", root: "/state", logFormat: "text" },
    notices: [],
  });
});

it("overrides a flag, and says so only when the two differ", () => {
  const flags = { ...given, root: "/flag", logFormat: "json" } as const;
  const { options, notices } = applyVariables(flags, {
    NIGHTSHIFT_ROOT: "/state",
    NIGHTSHIFT_LOG_FORMAT: "json",
  });
  expect(options).toEqual({ repo: ".", root: "/state", logFormat: "json" });
  expect(notices).toEqual([`NIGHTSHIFT_ROOT in the environment overrides --root: it is "/state"`]);
});

it("refuses a log format that there is not", () => {
  expect(() => applyVariables(given, { NIGHTSHIFT_LOG_FORMAT: "yaml" })).toThrow(
    expect.objectContaining({ code: "UNKNOWN_LOG_FORMAT", kind: "usage" }),
  );
});
