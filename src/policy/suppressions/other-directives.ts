import type { Directive } from "./directive.ts";

/** Directives of checkers that look at many languages, or at others than scripts and Python. */
export const otherDirectives: readonly Directive[] = [
  { kind: "sonar", pattern: /\bNOSONAR\b/i },
  { kind: "security", pattern: /(?:^|[#/*]\s*)(?:nosemgrep|nosem)\b/i },
  { kind: "security", pattern: /(?:^|\s)(?:lgtm|codeql)\s*\[/i },
  {
    kind: "security",
    pattern: /^(?:snyk|deepcode)[:\s-]*ignore|^(?:checkov|tfsec|trivy|kics)\s*:\s*(?:skip|ignore)/i,
  },
  {
    kind: "secrets",
    pattern: /gitleaks:\s*allow|trufflehog:\s*ignore|pragma:\s*(?:allowlist|whitelist)\s+secret/i,
  },
  { kind: "secrets", pattern: /^secretlint-disable(?:-(?:next-)?line|(?<far>))/i },
  { kind: "inspection", pattern: /^noinspection\s+(?<rules>\w+)/i },
  { kind: "inspection", pattern: /^ReSharper\s+disable(?:\s+once|(?<far>))/i },
  {
    kind: "coverage",
    pattern: /^@?(?:coverage|codecov)\s*:\s*ignore(?<far>-file|-start)?|@codeCoverageIgnore(?<whole>Start)?/i,
  },
  { kind: "coverage", pattern: /\b[LG]COVR?_EXCL_(?:(?<far>START)|(?<ends>STOP)|(?:BR_)?LINE)\b|^:nocov:/ },
  { kind: "nolint", pattern: /(?:^|\s)nolint(?!\w)(?::\s*(?<rules>[\w,-]+))?/ },
  {
    kind: "nolint",
    pattern: /\bNOLINT(?:NEXTLINE|(?<far>BEGIN)|(?<ends>END))?(?:\((?<rules>[^)]*)\))?(?!\w)/,
  },
  { kind: "nolint", pattern: /^lint:(?:ignore|(?<far>file-ignore))\s+(?<rules>[\w,]+)/ },
  { kind: "nolint", pattern: /^revive:disable(?:-(?:next-)?line|(?<far>))/ },
  { kind: "cppcheck", pattern: /^cppcheck-suppress/ },
  {
    kind: "rubocop",
    pattern: /(?:rubocop|standard)\s*:\s*(?:(?<far>disable|todo)|(?<ends>enable))\s*(?<rules>[\w/,\s]*)/i,
  },
  {
    kind: "php",
    pattern:
      /@?(?:phpstan-ignore|psalm-suppress|phan-suppress)|phpcs:(?:ignore|(?<far>disable)|(?<ends>enable))/i,
  },
  {
    kind: "swiftlint",
    pattern: /swiftlint:(?:disable(?::(?:next|this|previous)|(?<far>))|(?<ends>enable))/i,
  },
  { kind: "shellcheck", pattern: /^shellcheck\s+disable=(?<rules>[\w,]+)/i },
  { kind: "hadolint", pattern: /^hadolint\s+ignore=(?<rules>[\w,]+)/i },
  { kind: "yamllint", pattern: /^yamllint\s+disable(?:-line|(?<far>))/i },
  { kind: "credo", pattern: /^credo:disable/i },
  { kind: "ktlint", pattern: /^ktlint-disable/i },
  { kind: "checkstyle", pattern: /CHECKSTYLE\s*:\s*(?:(?<far>OFF)|(?<ends>ON))|\bNOPMD\b/ },
  { kind: "scalastyle", pattern: /^scala(?:style|fix):(?:(?<far>off)|(?<ends>on))/ },
  { kind: "markdownlint", pattern: /^markdownlint-disable/, severity: "note" },
  { kind: "luacheck", pattern: /^luacheck:\s*ignore/ },
  { kind: "format", pattern: /^clang-format\s+off|@formatter:off/i, severity: "note" },
  {
    kind: "spelling",
    pattern: /^(?:cspell|spell-?checker|codespell)\s*:\s*(?:disable|ignore)/i,
    severity: "note",
  },
];

/** Attributes and pragmas that are no comments, by language of the file's extension. */
export const attributes: readonly (Directive & { readonly extensions: RegExp })[] = [
  {
    kind: "rust lint",
    extensions: /\.rs$/,
    pattern: /#(?<far>!)?\[\s*(?:cfg_attr\s*\([^\]]*?,\s*)?(?:allow|expect)\s*\((?<rules>[^)\]]*)\)/,
  },
  { kind: "rust ignore", extensions: /\.rs$/, pattern: /#\[\s*(?:cfg_attr\s*\([^\]]*?,\s*)?ignore\b/ },
  { kind: "coverage", extensions: /\.rs$/, pattern: /coverage\s*\(\s*off\s*\)|tarpaulin_include/ },
  { kind: "format", extensions: /\.rs$/, pattern: /#!?\[\s*rustfmt::skip/, severity: "note" },
  {
    kind: "java",
    extensions: /\.(?:java|kts?|scala|groovy)$/,
    pattern: /@(?:file\s*:\s*)?Suppress(?:Warnings|Lint)?\s*\((?<rules>[^)]*)\)|@nowarn/,
  },
  {
    kind: "c#",
    extensions: /\.(?:cs|fs|vb)$/,
    pattern:
      /#pragma\s+warning\s+(?:(?<far>disable)|(?<ends>restore))(?<rules>[^/]*)|\bSuppressMessage\s*\(|ExcludeFromCodeCoverage/,
  },
  {
    kind: "c",
    extensions: /\.(?:c|cc|cpp|cxx|h|hpp|m|mm)$/,
    pattern:
      /#\s*pragma\s+(?:GCC|clang)\s+diagnostic\s+ignored(?<far>)|#\s*pragma\s+warning\s*\(\s*disable(?<whole>)/,
  },
];
