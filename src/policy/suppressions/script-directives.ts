import type { Directive } from "./directive.ts";

/** Directives of checkers of JavaScript, TypeScript and style sheets, by their manuals. */
export const scriptDirectives: readonly Directive[] = [
  {
    kind: "eslint-disable",
    pattern:
      /^(?:eslint|oxlint)-(?:disable(?:-(?:next-)?line|(?<far>))|(?<ends>enable))(?![\w-])(?<rules>.*?)(?:\s-{2,}.*)?$/i,
  },
  {
    kind: "eslint-disable",
    pattern: /^eslint\s+(?<far>)(?:.*?[,\s])?["']?(?<rules>[\w@/-]+)["']?\s*:\s*\[?\s*["']?(?:0|off)\b/i,
  },
  { kind: "eslint globals", pattern: /^(?:globals?|eslint-env|exported)\s+\w/, severity: "note" },
  {
    kind: "biome-ignore",
    pattern: /^(?:biome|rome)-ignore(?:-(?<far>all|start)|-(?<ends>end))?(?![\w-])(?<rules>[^:]*)/i,
  },
  { kind: "typescript", pattern: /^@ts-(?:(?<far>nocheck)|ignore|(?<rules>expect-error))\b/i },
  { kind: "flow", pattern: /^(?:\$Flow(?:FixMe|Issue|ExpectedError|Ignore)|@(?<far>noflow)\b|flowlint)/ },
  {
    kind: "tslint",
    pattern: /^tslint:(?:disable(?:-(?:next-)?line|(?<far>))|(?<ends>enable)):?(?<rules>.*)$/i,
  },
  { kind: "jshint", pattern: /^js(?:hint|lint|cs)\s*:?\s*(?:ignore|disable|-W\d+)(?<far>)/i },
  {
    kind: "deno-lint-ignore",
    pattern: /^deno-lint-ignore(?<far>-file)?(?![\w-])(?<rules>.*?)(?:\s-{2,}.*)?$/i,
  },
  {
    kind: "stylelint-disable",
    pattern:
      /^stylelint-(?:disable(?:-(?:next-)?line|(?<far>))|(?<ends>enable))(?![\w-])(?<rules>.*?)(?:\s-{2,}.*)?$/i,
  },
  {
    kind: "coverage",
    pattern:
      /^(?:istanbul|c8|v8|node:coverage)\s+ignore\s+(?:(?<far>file|start)|(?<ends>stop)|(?:next|if|else)(?:\s+(?<lines>\d+))?)/i,
  },
  { kind: "coverage", pattern: /^node:coverage\s+(?:disable(?<far>)|(?<ends>enable))/i },
  { kind: "mutation", pattern: /^Stryker\s+(?:disable(?:\s+next-line|(?<far>))|(?<ends>restore))/i },
  { kind: "unused", pattern: /^(?:ts-prune-ignore|ast-grep-ignore|@?knip-?ignore)/i },
  { kind: "prettier-ignore", pattern: /^(?:prettier|dprint|deno-fmt)-ignore/i, severity: "note" },
  { kind: "bundler", pattern: /^(?:webpackIgnore|@vite-ignore|turbopackIgnore)/, severity: "note" },
];
