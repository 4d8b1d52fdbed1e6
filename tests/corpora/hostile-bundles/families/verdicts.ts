import type { Verdict } from "../../../../src/domain/bundle-verdict.ts";
import type { PublicationRule } from "../../../../src/publish/publication-refusal.ts";
import type { Dice } from "../../hostile-diffs/dice.ts";
import { deliverVerdict, renderJson } from "../forge.ts";
import { type HostileFamily, refused } from "../hostile-family.ts";
import type { Stage } from "../stage.ts";

const verdict = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  change: (verdict: Verdict, stage: Stage) => unknown,
): HostileFamily =>
  refused(name, rules, (stage) =>
    deliverVerdict(stage, renderJson(change(structuredClone(stage.verdict), stage))),
  );

const spelled = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  render: (text: string, dice: Dice) => string | Uint8Array,
) => refused(name, rules, (stage) => deliverVerdict(stage, render(renderJson(stage.verdict), stage.dice)));

/** One of its promotions, told otherwise. */
const promotion = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  changes: (stage: Stage, promotion: Verdict["promotions"][number]) => object,
) =>
  verdict(name, rules, (each, stage) => {
    const chosen = stage.dice.int(0, each.promotions.length - 1);
    return {
      ...each,
      promotions: each.promotions.map((one, at) =>
        at === chosen ? { ...one, ...changes(stage, one) } : one,
      ),
    };
  });

const hash = (dice: Dice) => Array.from({ length: 40 }, () => dice.pick([..."0123456789abcdef"])).join("");

/** Verdicts that verify never gave, gave of something else, or gave another time. */
export const verdictFamilies: readonly HostileFamily[] = [
  refused("a verdict that its origin does not tell", "verdict-origin", (stage) => {
    const bytes = Buffer.from(renderJson({ ...stage.verdict, nightshift: stage.dice.word() }));
    return { ...stage.honest, verdict: bytes };
  }),
  refused("an origin that tells nothing", "verdict-origin", (stage) => ({
    ...stage.honest,
    verdictCid: stage.dice.pick([
      "",
      "undefined",
      stage.honest.verdictCid.toUpperCase(),
      stage.verdict.bundle,
    ]),
  })),
  refused("last night's verdict on tonight's bundle", "verdict-binding", (stage) => {
    const tonight = stage.tell({ campaign: `night-${stage.dice.int(10_000, 99_999)}` });
    const { verdict: bytes, verdictCid } = stage.honest;
    return { ...tonight, verdict: bytes, verdictCid };
  }),
  refused("an honest verdict on a bundle with other changes", "verdict-binding", (stage) => {
    const [first] = stage.promotions;
    const edits = { [Object.keys(first?.edits ?? {})[0] ?? "src/x.js"]: `import "${stage.dice.word()}";\n` };
    const forged = stage.tell({
      promotions: stage.promotions.map((each, at) => (at === 0 ? { ...each, edits } : each)),
    });
    const { verdict: bytes, verdictCid } = stage.honest;
    return { ...forged, verdict: bytes, verdictCid };
  }),
  verdict("a verdict of another bundle", "verdict-binding", (each, { dice }) => ({
    ...each,
    bundle: `b${dice.pick([..."abcd"]).repeat(58)}`,
  })),
  verdict("a verdict of another repository", "verdict-binding", (each, { dice }) => ({
    ...each,
    repository: dice.pick([
      `evil/${dice.word()}`,
      `${each.repository}-fork`,
      "",
      each.repository.split("/")[1],
    ]),
  })),
  verdict("a verdict of another base", "verdict-binding", (each, { dice }) => ({
    ...each,
    base: hash(dice),
  })),
  verdict("a verdict under another configuration", "verdict-binding", (each, { dice }) => ({
    ...each,
    configDigest: hash(dice).padEnd(64, "0"),
  })),
  verdict("a verdict that starts elsewhere", "verdict-binding", (each, { dice }) => ({
    ...each,
    masterTree: hash(dice),
  })),
  verdict("a verdict of no promotions", "verdict-binding", (each) => ({ ...each, promotions: [] })),
  verdict("a verdict of one promotion more", "verdict-binding", (each, { dice }) => ({
    ...each,
    promotions: [...each.promotions, { ...each.promotions[0], cycle: 99, tree: hash(dice) }],
  })),
  promotion("a verdict of another cycle", "verdict-binding", ({ dice }, { cycle }) => ({
    cycle: cycle + dice.int(1, 9),
  })),
  promotion("a verified promotion without a tree", "verdict-binding", () => ({ tree: null })),
  promotion("a dropped promotion that has a tree", "verdict-binding", () => ({ status: "dropped" })),
  promotion("a dropped promotion that is offered alone", "verdict-binding", (_stage, { aloneTree }) => ({
    status: "dropped",
    tree: null,
    aloneTree,
  })),
  promotion("an offer of nothing", "verdict-binding", ({ manifest }) => ({ aloneTree: manifest.baseTree })),
  promotion("a tree of the other kind of hash", "verdict-binding", ({ dice }) => ({
    tree: hash(dice).padEnd(64, "0"),
  })),
  promotion("another status", "verdict", ({ dice }) => ({
    status: dice.pick(["accepted", "VERIFIED", "", null, true]),
  })),
  promotion("a tree that is none", "verdict", ({ dice }) => ({
    tree: dice.pick(["main", "", "HEAD^{tree}", 1]),
  })),
  promotion("a promotion with a key of its own", "verdict", () => ({ isTrusted: true })),
  verdict("a verdict that did not run isolated", "verdict", (each, { dice }) => ({
    ...each,
    isolation: dice.pick(["none", "docker", "", null]),
  })),
  verdict("a verdict of another version", "verdict", (each, { dice }) => ({
    ...each,
    version: dice.int(2, 9),
  })),
  verdict("a verdict with more in it", "verdict", (each, { dice }) => ({
    ...each,
    [`x${dice.word()}`]: true,
  })),
  spelled("a verdict with a key twice", "verdict", (text) => `{"version":1,${text.slice(1)}`),
  spelled("a verdict with a status twice", "verdict", (text) =>
    text.replace('"status":', '"status":"dropped","status":'),
  ),
  spelled("a verdict with blanks", "verdict", (text, dice) =>
    text.replace(",", `,${dice.pick([" ", "\n", "\t"])}`),
  ),
  spelled("a verdict with a key of prototypes", "verdict", (text, dice) =>
    text.replace(
      "{",
      `{"${dice.pick(["__proto__", "constructor", "prototype"])}":{"isolation":"bubblewrap"},`,
    ),
  ),
  spelled("a verdict that is no UTF-8", "verdict", (text, dice) =>
    Buffer.concat([Buffer.from(text), Buffer.from([dice.pick([0xff, 0xc0, 0x80])])]),
  ),
  spelled("a verdict with a mark of byte order", "verdict", (text) => `\ufeff${text}`),
  spelled("a verdict that is cut off", "verdict", (text, dice) =>
    text.slice(0, dice.int(0, text.length - 2)),
  ),
  spelled("a verdict of brackets", "verdict", (_text, dice) => "[".repeat(dice.int(10_000, 99_999))),
  spelled("no verdict", "verdict", (_text, dice) =>
    dice.pick(["null\n", "[]\n", "true\n", '"verified"\n', "{}\n"]),
  ),
];
