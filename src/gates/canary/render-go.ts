import type { CanaryText, CanaryTextInput } from "./canary-text.ts";
import { deriveToken } from "./derive-token.ts";
import { nameChecks } from "./name-checks.ts";
import { SEAL, sealText } from "./seal-text.ts";

const testify = /"(?<path>[\w./-]+\/testify\/(?<name>assert|require))"/g;

/** A test file of Go in the package of the one beside it. The tests in its test are named as they run. Pure. */
export function renderGo(input: CanaryTextInput): CanaryText {
  const libraries = new Map(
    [...input.host.matchAll(testify)].map(({ groups }) => [groups?.name ?? "", groups?.path ?? ""]),
  );
  const parent = deriveToken(input.nonce, 906);
  const checks = nameChecks(input.nonce, [
    { must: "fail", what: "t.Fatal", code: 't.Fatal("planted")' },
    { must: "fail", what: "t.Errorf", code: 't.Errorf("planted %d", len(wrong))' },
    ...[...libraries.keys()].flatMap((name) => [
      { must: "fail" as const, what: `${name}.Equal`, code: `planted_${name}.Equal(t, wrong, other)` },
      { must: "fail" as const, what: `${name}.True`, code: `planted_${name}.True(t, wrong == other)` },
      { must: "fail" as const, what: `${name}.Error`, code: `planted_${name}.Error(t, nil)` },
    ]),
  ]);
  const imports = [...libraries].map(([name, path]) => `\tplanted_${name} "${path}"`);
  const text = [
    `package ${readPackageName(input.host)}`,
    "",
    "import (",
    '\t"testing"',
    '\t"time"',
    ...imports,
    ")",
    "",
    `func TestT${parent}(t *testing.T) {`,
    "\tseal := func(codes ...rune) string {",
    "\t\tfor index := range codes {",
    `\t\t\tcodes[index] ^= ${SEAL}`,
    "\t\t}",
    "\t\treturn string(codes)",
    "\t}",
    `\twrong, other := seal(${sealText(deriveToken(input.nonce, 901))}), seal(${sealText(deriveToken(input.nonce, 902))})`,
    // What a package starts as it is loaded may act a moment later.
    "\ttime.Sleep(5 * time.Millisecond)",
    "\t_, _ = wrong, other",
    ...checks.map(({ token, code }) => `\tt.Run(seal(${sealText(token)}), func(t *testing.T) { ${code} })`),
    "}",
    "",
  ].join("\n");
  return { text, checks: [{ token: parent, must: "fail", what: "a test whose subtests fail" }, ...checks] };
}

function readPackageName(host: string): string {
  return /^\s*package\s+(\w+)/m.exec(host)?.[1] ?? "main";
}
