import type { CanaryText, CanaryTextInput } from "./canary-text.ts";
import { deriveToken } from "./derive-token.ts";
import { nameChecks } from "./name-checks.ts";

/** Tests for the end of a Rust file: their names are fixed, since libtest collects them as it compiles. Pure. */
export function renderRust(input: CanaryTextInput): CanaryText {
  const [wrong, other] = [deriveToken(input.nonce, 901), deriveToken(input.nonce, 902)];
  const checks = nameChecks(input.nonce, [
    { must: "fail", what: "panic!", code: 'panic!("planted");' },
    { must: "fail", what: "assert!", code: `assert!("${wrong}".len() > 1000);` },
    { must: "fail", what: "assert_eq!", code: `assert_eq!("${wrong}", "${other}");` },
    { must: "fail", what: "assert_ne!", code: `assert_ne!("${wrong}", "${wrong}");` },
    { must: "fail", what: "unwrap", code: 'let none: Option<u8> = None; none.expect("planted");' },
  ]);
  const text = [
    "",
    "#[cfg(test)]",
    "#[allow(warnings, clippy::all)]",
    `mod planted_${deriveToken(input.nonce, 904)} {`,
    ...checks.flatMap(({ token, code }) => [
      "    #[test]",
      `    fn t${token}() {`,
      // What a library starts as it is loaded may act a moment later.
      "        std::thread::sleep(std::time::Duration::from_millis(5));",
      `        ${code}`,
      "    }",
    ]),
    "}",
    "",
  ].join("\n");
  return { text, checks };
}
