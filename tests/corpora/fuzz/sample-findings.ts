/** Reports with one finding each, in the formats of linters and type checkers. */
export const sampleFindings = {
  "eslint-json": JSON.stringify([
    {
      filePath: "/r/src/a.js",
      messages: [{ ruleId: "no-undef", severity: 2, message: "'x' is not defined.", line: 1, column: 1 }],
      errorCount: 1,
      fatalErrorCount: 0,
      warningCount: 0,
    },
  ]),
  sarif: JSON.stringify({
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "x" } },
        results: [
          {
            ruleId: "R1",
            level: "error",
            message: { text: "wrong" },
            locations: [
              { physicalLocation: { artifactLocation: { uri: "src/a.js" }, region: { startLine: 1 } } },
            ],
          },
        ],
      },
    ],
  }),
  "ruff-json": JSON.stringify([
    {
      code: "F401",
      filename: "/r/a.py",
      message: "`os` imported but unused",
      location: { row: 1, column: 8 },
      end_location: { row: 1, column: 10 },
      fix: null,
      url: "",
    },
  ]),
  tsc: "src/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.\n",
  mypy: "a.py:1: error: Incompatible types in assignment  [assignment]\nFound 1 error in 1 file (checked 1 source file)\n",
  "line-column": "src/a.js:1:1: something is wrong\n",
} as const;
