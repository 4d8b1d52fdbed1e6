import type { Directive } from "./directive.ts";

/** Directives of checkers of Python, by their manuals. Most count wherever they stand in a comment. */
export const pythonDirectives: readonly Directive[] = [
  { kind: "noqa", pattern: /(?:flake8|ruff)\s*[:=]\s*noqa(?<far>)(?::(?<rules>[\w\s,]+))?/i },
  {
    kind: "noqa",
    pattern: /(?:^|#)\s*noqa(?!\w)(?:\s*:\s*(?<rules>[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*))?/i,
  },
  { kind: "python types", pattern: /(?:^|#)\s*type\s*:\s*ignore(?!\w)(?:\[(?<rules>[^\]]*)\])?/i },
  {
    kind: "python types",
    pattern:
      /(?:^|#)\s*(?:based)?(?:pyright|ty|pytype|pyrefly|zuban)\s*:\s*ignore(?!-)(?:\[(?<rules>[^\]]*)\])?/i,
  },
  {
    kind: "python types",
    pattern:
      /(?:^|#)\s*(?:based)?(?:pyright|pytype)\s*:\s*(?:basic|off|skip-file|disable|strict\s*=\s*false|report\w+\s*=\s*"?(?:false|none|warning|information))(?<far>)/i,
  },
  { kind: "python types", pattern: /(?:^|#)\s*mypy\s*:\s*(?!strict\b)(?<far>)(?<rules>[\w-]+)/i },
  { kind: "python types", pattern: /(?:^|#)\s*pyre-(?:ignore|fixme|unsafe|ignore-all-errors(?<far>))/i },
  {
    kind: "pylint",
    pattern:
      /pylint\s*:\s*(?:(?<far>disable(?!-next)(?:-all|-msg)?|skip-file)|disable-next|(?<ends>enable))(?:\s*=\s*(?<rules>[\w\s,-]+))?/i,
  },
  { kind: "coverage", pattern: /(?:^|#)\s*pragma\s*:?\s*no\s*(?:cover|branch)\b/i },
  { kind: "mutation", pattern: /(?:^|#)\s*pragma\s*:?\s*no\s*mutate\b/i },
  { kind: "bandit", pattern: /(?:^|#)\s*nosec\b\s*:?\s*(?<rules>B\d+(?:[,\s]+B\d+)*)?/i },
  { kind: "isort", pattern: /(?:^|#)\s*isort\s*:\s*(?:skip|off)/i, severity: "note" },
  {
    kind: "format",
    pattern: /(?:^|#)\s*(?:fmt|yapf|autopep8)\s*:\s*(?:off|skip|disable)/i,
    severity: "note",
  },
];
