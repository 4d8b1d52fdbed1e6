import type { CanaryText, CanaryTextInput } from "./canary-text.ts";
import { deriveToken } from "./derive-token.ts";
import { nameChecks } from "./name-checks.ts";
import { renderFile } from "./render-javascript.ts";
import { sealText } from "./seal-text.ts";

const tapeLike = /["']((?:@[\w-]+\/)?tape(?:-[\w-]+)?)["']/;

/** One test of tape with an assertion for each check, since tape reports assertions. Pure. */
export function renderTape(input: CanaryTextInput): CanaryText {
  const library = tapeLike.exec(input.host)?.[1] ?? "tape";
  const wrong = (call: string, what = call) => ({
    must: "fail" as const,
    what: `t.${what.split("(")[0]}`,
    code: call,
  });
  const checks = nameChecks(input.nonce, [
    wrong("fail("),
    wrong("equal(wrong, other, "),
    wrong("ok(wrong === other, "),
    wrong("notEqual(wrong, wrong, "),
    wrong("deepEqual([wrong], [other], "),
    wrong("throws(() => {}, "),
    { must: "pass", what: "replaces what tests rest on", code: "deepEqual(changed().slice(0, 5), [], " },
  ]);
  const points = checks.map(({ token, code }) => `t.${code}seal([${sealText(token)}]));`);
  const name = `seal([${sealText(deriveToken(input.nonce, 903))}])`;
  const test = `add(${name}, (t) => { prepare().then((changed) => { ${points.join(" ")} t.end(); }); });`;
  const open = `const add = take(${JSON.stringify(library)});`;
  const text = renderFile({ input, dialect: { from: null, open }, libraries: [library], tests: [test] });
  return { text, checks };
}
