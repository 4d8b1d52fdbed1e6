import type { NpmPackage } from "./npm-package.ts";

/** A package with its suite, and a change of one token in its sources that the suite notices. */
export type RealPackage = NpmPackage & {
  readonly runner: "tape" | "mocha" | "node-test";
  /** Runs the whole suite, from the package's folder. */
  readonly command: string;
  /** `from` is in `file` exactly once. */
  readonly breakage: { readonly file: string; readonly from: string; readonly to: string };
};

/** Small packages whose suites run in about a second, offline, each under another runner. */
export const realPackages: readonly RealPackage[] = [
  {
    name: "object-inspect",
    version: "1.13.4",
    tools: [
      "error-cause@1.0.9",
      "es-value-fixtures@1.7.1",
      "for-each@0.3.5",
      "functions-have-names@1.2.3",
      "globalthis@1.0.4",
      "has-symbols@1.1.0",
      "has-tostringtag@1.0.2",
      "make-arrow-function@1.2.0",
      "mock-property@1.1.0",
      "semver@6.3.1",
      "string.prototype.repeat@1.0.0",
      "tape@5.9.0",
    ],
    runner: "tape",
    command: "node_modules/.bin/tape 'test/*.js'",
    breakage: {
      file: "index.js",
      from: "xs.length === 0",
      to: "xs.length !== 0",
    },
  },
  {
    name: "url-template",
    version: "2.0.8",
    tools: ["expect.js@0.3.1", "mocha@10.8.2"],
    runner: "mocha",
    command: "node_modules/.bin/mocha",
    breakage: {
      file: "lib/url-template.js",
      from: "value.substring(0, parseInt(modifier, 10))",
      to: "value.substring(1, parseInt(modifier, 10))",
    },
  },
  {
    name: "@fastify/forwarded",
    version: "3.1.2",
    tools: [],
    runner: "node-test",
    command: "node --test",
    breakage: { file: "index.js", from: "header.indexOf(',') === -1", to: "header.indexOf(',') !== -1" },
  },
];
