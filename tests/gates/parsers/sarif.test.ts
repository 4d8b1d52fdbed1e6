import { expect, it } from "vitest";
import { parseSarif } from "../../../src/gates/parsers/sarif.ts";
import { findingsOf } from "../../helpers/findings-of.ts";

const place = { cwd: "/r", root: "/r" };
const at = (uri: string, startLine?: number, uriBaseId?: string) => [
  { physicalLocation: { artifactLocation: { uri, uriBaseId }, region: { startLine } } },
];
const log = (results: unknown, rest: object = {}) =>
  JSON.stringify({
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "T", rules: [{ id: "R1", defaultConfiguration: { level: "error" } }] } },
        originalUriBaseIds: { SRC: { uri: "file:///r/src/" } },
        results,
        ...rest,
      },
    ],
  });
const read = (text: string) => findingsOf(parseSarif({ text, ...place }));

it("reads rule, place and level, from the result or else from its rule", () => {
  const findings = read(
    log([
      { ruleId: "R1", message: { text: "a" }, locations: at("lib/x%20y.c", 4) },
      { ruleIndex: 0, level: "note", message: { markdown: "b" }, locations: at("z.c", 2, "SRC") },
      { ruleId: "R9", message: { id: "c" }, locations: at("file:///r/q.c") },
      { rule: { id: "R1/sub" }, message: { text: "d" } },
    ]),
  );
  expect(findings.map(({ file, line, rule, severity }) => [file, line, rule, severity])).toEqual([
    ["lib/x y.c", 4, "R1", "error"],
    ["src/z.c", 2, "R1", "warning"],
    ["q.c", 1, "R9", "warning"],
    ["", 1, "R1/sub", "error"],
  ]);
});

it("passes over what is suppressed, passed, without level or gone", () => {
  const message = { text: "m" };
  expect(
    read(
      log([
        { message, suppressions: [{ kind: "inSource" }] },
        { message, kind: "pass", level: "none" },
        { message, level: "none" },
        { message, baselineState: "absent" },
        { message, suppressions: [{ status: "rejected" }] },
      ]),
    ),
  ).toHaveLength(1);
});

it("refuses a run that failed, did not look, keeps its results elsewhere or is cut", () => {
  const texts = [
    log([], { invocations: [{ executionSuccessful: false }] }),
    log(undefined),
    log(null),
    log([], { externalPropertyFileReferences: { results: [{}] } }),
    log([]).slice(0, -2),
    '{"version":"2.1.0","runs":[]}',
    '{"version":"2.0.0","runs":[]}',
  ];
  for (const text of texts) expect(parseSarif({ text, ...place }).status).toBe("unreadable");
  expect(read(log([]))).toEqual([]);
});
