import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Progress } from "../../../src/campaign/campaign-deps.ts";
import { buildChain } from "../../../src/campaign/verify/build-chain.ts";
import { findItem } from "../../../src/campaign/verify/find-item.ts";
import type { BundleContent } from "../../../src/publish/bundle/encode-bundle.ts";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { type GitRepository, openGitRepository } from "../../helpers/git-repository.ts";
import { openVerifyRig, type VerifyRig } from "../../helpers/verify-rig.ts";

const canIsolate = await isBubblewrapHere();

/** Words that are wrong: each a file with a check of its own, and so an item. */
const names = ["one", "two", "three"] as const;
const say = (word: string, more = "") => `${more}export const word = "${word}";\n`;
const fix = (name: (typeof names)[number], more = "") => ({
  item: name,
  edits: { [`src/${name}.js`]: say("right", more) },
});
/** Mends the second word, and touches the file of the first one. */
const later = {
  item: "two",
  edits: { "src/one.js": say("right", "// later\n"), "src/two.js": say("right") },
};

/** Two gates that run in milliseconds: the words of the files, and that no file holds FORBIDDEN. */
function openProject(): GitRepository {
  const repository = openGitRepository();
  for (const name of names) repository.write(`src/${name}.js`, say("wrong"));
  repository.write("src/kept.js", say("kept"));
  repository.write("src/spare.js", say("spare"));
  repository.write(
    "check.sh",
    [
      `say() { if grep -q "word = \\"$2\\"" src/$1.js; then echo "ok - $1"; else echo "not ok - $1"; bad=1; fi; }`,
      ...names.map((name) => `say ${name} right`),
      // Broken syntax has to turn it red.
      `read -r line < src/kept.js; case "$line" in *'"kept";') echo "ok - kept";; *) echo "not ok - kept"; bad=1;; esac`,
      `echo 1..${names.length + 1}; exit $bad\n`,
    ].join("\n"),
  );
  repository.write(
    "guard.sh",
    "if grep -rq FORBIDDEN src; then exit 1; fi\nhead -c1 src/kept.js | grep -q e\n",
  );
  repository.write(
    ".github/nightshift.yml",
    `focus: [src/**]
policy: { protected: [settings/**] }
gates:
  - { name: checks, kind: tests, command: sh check.sh, format: tap }
  - { name: guard, kind: command, command: sh guard.sh }
`,
  );
  repository.commit("base");
  return repository;
}

let repository: GitRepository;
let rig: VerifyRig;
beforeAll(async () => {
  if (!canIsolate) return;
  repository = openProject();
  rig = await openVerifyRig(repository);
}, 60_000);
afterAll(async () => {
  await rig?.[Symbol.asyncDispose]();
  repository?.[Symbol.dispose]();
});

/** The base with edits, later ones over earlier ones. */
const treeWith = (...parts: readonly Readonly<Record<string, string>>[]) => {
  const edits: Record<string, string> = Object.assign({}, ...parts);
  return rig.deps.git.buildTree(
    rig.base,
    Object.entries(edits).map(([path, content]) => ({ path, mode: "100644", content })),
  );
};
const baseTree = () => repository.run("rev-parse", "HEAD^{tree}");

describe.skipIf(!canIsolate)("an honest bundle", () => {
  it("is verified, each promotion on those before it and alone, and the same way each time", async () => {
    const bundle = await rig.makeBundle({ fixes: [fix("one"), fix("two")] });
    rig.takeCommands();
    const verified = await rig.verify(bundle);
    // The base twice and once to prove that the gate can fail; the first promotion stands on the base itself.
    expect(rig.takeCommands().filter((line) => line === "sh check.sh")).toHaveLength(3 + 1 + 2);
    const [one, two] = [await treeWith(fix("one").edits), await treeWith(fix("two").edits)];
    const both = await treeWith(fix("one").edits, fix("two").edits);
    expect(verified).toMatchObject({
      status: "verified",
      verdict: {
        ...{ version: 1, bundle: bundle.id, repository: "octo/cart", base: rig.base },
        ...{ isolation: "bubblewrap", masterTree: baseTree() },
        promotions: [
          { cycle: 1, status: "verified", tree: one, aloneTree: one },
          { cycle: 2, status: "verified", tree: both, aloneTree: two },
        ],
      },
    });
    if (verified.status === "refused") throw new Error(verified.reason);
    const { verdict } = verified;
    expect(verdict.promotions[0]?.gates.find(({ gate }) => gate === "checks")).toMatchObject({
      ...{ status: "green", fixed: ['["","","one"]'] },
    });
    expect(repository.run("for-each-ref", "refs/heads/nightshift", "refs/tags")).toBe("");
    const again = await rig.verify(bundle);
    expect(again).toEqual({ status: "verified", verdict: { ...verdict, at: expect.any(String) } });
  });

  it("that holds nothing gets a verdict without a run", async () => {
    rig.takeCommands();
    expect(await rig.verify({ fixes: [] })).toMatchObject({ verdict: { promotions: [] } });
    expect(rig.takeCommands()).toEqual([]);
  });
});

describe.skipIf(!canIsolate)("a promotion is dropped", () => {
  it("where item, policy or a gate say so here; what is left is tried on what is left", async () => {
    const expected = [
      // What the campaign said of gates is in each of them, and green.
      [
        { item: "no such item", edits: fix("three", "// a\n").edits },
        /^what it claims to mend does not fail/,
      ],
      [{ item: "two", edits: { "src/spare.js": say("more") } }, /^nothing-fixed: /],
      [{ item: "three", edits: { "src/kept.js": say("lost") } }, /^gate: .*breaks 1: .*kept/],
      [fix("one", "// FORBIDDEN\n"), /^gate: guard/],
      [{ item: "one", edits: { "settings/a.json": "{}\n" } }, /^policy: .*\(rule protected-path\)/],
      [
        { item: "two", edits: { "src/two.js": `${say("right")}if (process.env.VITEST) run();\n` } },
        /^policy: /,
      ],
      [later, /^it does not apply: it needs another src\/one\.js, src\/two\.js$/],
    ] as const;
    const promotions = await rig.judge({ fixes: [...expected.map(([told]) => told), fix("three")] });
    const last = promotions.at(-1);
    for (const [at, [, reason]] of expected.entries())
      expect(promotions[at]).toMatchObject({
        ...{ status: "dropped", tree: null, aloneTree: null },
        reason: expect.stringMatching(reason),
      });
    expect(last).toMatchObject({ status: "dropped", reason: expect.stringContaining("src/three.js") });
    expect(promotions[3]?.gates).toContainEqual(expect.objectContaining({ gate: "guard", status: "red" }));
  });

  it("and later ones are verified on the base, alone or stacked, though the campaign had them on what is gone", async () => {
    const third = {
      item: "three",
      edits: { "src/two.js": say("right", "// later\n"), "src/three.js": say("right") },
    };
    const promotions = await rig.judge({ fixes: [fix("one", "// FORBIDDEN\n"), fix("two"), third] });
    const two = await treeWith(fix("two").edits);
    expect(promotions).toMatchObject([
      { status: "dropped" },
      { status: "verified", tree: two, aloneTree: two },
      {
        ...{ status: "verified", tree: await treeWith(third.edits), aloneTree: null },
        aloneReason: "on the base alone: it does not apply: it needs another src/two.js",
      },
    ]);
  });

  it("where what it mends is flaky", async () => {
    const { position } = rig;
    const item = rig.items.find(({ title }) => title === "one");
    if (item === undefined) throw new Error("the base has no such item");
    const facts = { item: { ...item, files: [] } };
    expect(await findItem(facts, position, rig.deps)).toMatchObject({ id: item.id, targets: item.targets });
    const setAside = new Map([["checks", new Set(item.targets)]]);
    const flaky = { ...position, measurement: { ...position.measurement, setAside } };
    expect(await findItem(facts, flaky, rig.deps)).toBeNull();
  });

  it("by a judgement, never because somebody stopped it: then there is no verdict", async () => {
    const controller = new AbortController();
    const onProgress = ({ phase }: Progress) => {
      if (phase === "verifying") controller.abort(new Error("stopped"));
    };
    const verdict = rig.judge({ fixes: [fix("one")] }, { deps: { signal: controller.signal, onProgress } });
    await expect(verdict).rejects.toThrow("stopped");
  });

  it("when the time is up", async () => {
    const promotions = await rig.judge({ fixes: [fix("one")] }, { deadlineMs: 0 });
    expect(promotions).toMatchObject([{ status: "dropped", reason: expect.stringContaining("ran out") }]);
  });
});

describe.skipIf(!canIsolate)("what is forged", () => {
  const forged = "e".repeat(40);
  const write = (path: string, content: string, encoding: "utf8" | "base64") =>
    ({ change: "write", path, mode: "100644", encoding, content }) as const;
  const chainOf = async (
    fixes: readonly (typeof names)[number][],
    change: (content: BundleContent) => BundleContent["promotions"],
  ) => {
    const forge = (content: BundleContent) => ({ ...content, promotions: change(content) });
    const { promotions } = await rig.makeBundle({ fixes: fixes.map((name) => fix(name)), forge });
    return await buildChain(promotions, rig.deps);
  };

  it("is dropped where a tree is not what the changeset gives, with all that is built on it", async () => {
    const links = await chainOf(names, ({ promotions }) =>
      promotions.map((promotion) => ({
        ...promotion,
        ...(promotion.cycle === 2 ? { tree: forged } : {}),
        ...(promotion.cycle === 3 ? { parentTree: forged } : {}),
      })),
    );
    expect(links).toMatchObject([
      { status: "built" },
      { status: "refused", reason: expect.stringContaining(`not ${forged} as the manifest says`) },
      { status: "refused", reason: expect.stringContaining("built on cycle 2") },
    ]);
  });

  it.each([
    ["names what it does not change", write("src/kept.js", say("kept"), "utf8"), "changes nothing of it"],
    [
      "deletes what is not there",
      { change: "delete", path: "src/gone.js" } as const,
      "changes nothing of it",
    ],
    ["holds bytes", write("src/kept.bin", Buffer.from([255]).toString("base64"), "base64"), "is no text"],
    ["writes beneath a file", write("src/kept.js/a.js", say("a"), "utf8"), "does not apply"],
  ])("is dropped where a changeset %s", async (_, more, reason) => {
    const links = await chainOf(["one"], ({ promotions }) =>
      promotions.map((promotion) => ({
        ...promotion,
        changeset: { version: 1, files: [more, ...promotion.changeset.files] },
        patch: `diff --git a/${more.path} b/${more.path}\nold mode 100644\nnew mode 100755\n${promotion.patch}`,
      })),
    );
    expect(links[0]).toMatchObject({ status: "refused", reason: expect.stringContaining(reason) });
  });

  it.each([
    [
      "shows other lines",
      (patch: string) => patch.replace("+export", "+steal(); export"),
      "something else of",
    ],
    ["does not apply", (patch: string) => patch.replace("-export", "-import"), "does not apply"],
    [
      "says no line",
      (patch: string) => patch.replace(/^index[\s\S]*/m, "old mode 100644\nnew mode 100755\n"),
      "something else of",
    ],
  ])("is dropped where a patch %s, and what is built on it is not", async (_, change, reason) => {
    const links = await chainOf(["one", "two"], ({ promotions }) =>
      promotions.map((promotion) =>
        promotion.cycle === 1 ? { ...promotion, patch: change(promotion.patch) } : promotion,
      ),
    );
    expect(links).toMatchObject([
      { status: "refused", reason: expect.stringMatching(`^its patch .*${reason}`) },
      { status: "built" },
    ]);
  });

  it("is not what another git has written of the same change", async () => {
    const links = await chainOf(["one"], ({ promotions }) =>
      promotions.map((promotion) => ({ ...promotion, patch: promotion.patch.replace(/^index .*\n/m, "") })),
    );
    expect(links).toMatchObject([{ status: "built" }]);
  });

  it.each([
    ["another repository", "other-repository", { repository: "octo/other" }],
    ["another branch", "other-branch", { sacred: "trunk" }],
    ["another base", "other-base", { base: "1".repeat(40) }],
    ["another configuration", "other-config", { configDigest: "1".repeat(64) }],
    ["a campaign without safety", "unsafe", { isUnsafe: true }],
  ])("is refused whole where it is of %s, and nothing runs", async (_, rule, changes) => {
    rig.takeCommands();
    const forge = (content: BundleContent) => ({ ...content, ...changes });
    expect(await rig.verify({ fixes: [fix("one")], forge })).toMatchObject({ status: "refused", rule });
    expect(rig.takeCommands()).toEqual([]);
  });

  it("is refused whole where master's tree is not what its changeset gives", async () => {
    const verified = await rig.verify({
      ...{ fixes: [], carried: fix("three").edits },
      forge: (content) => ({ ...content, master: { ...content.master, tree: forged } }),
    });
    expect(verified).toMatchObject({ status: "refused", rule: "tree-chain" });
  });

  it("may be that it ran without isolation: here it is isolated", async () => {
    const forge = (content: BundleContent) => ({ ...content, isolation: "none" as const });
    expect(await rig.verify({ fixes: [], forge })).toMatchObject({
      ...{ status: "verified", verdict: { isolation: "bubblewrap" } },
    });
  });
});

describe.skipIf(!canIsolate)("what master carries", () => {
  it.each([
    ["what the base fails", fix("three").edits],
    ["nothing", { "src/spare.js": say("more") }],
  ])("is built and judged here, and promotions stand on it, where it mends %s", async (_, carried) => {
    const [masterTree, alone] = [await treeWith(carried), await treeWith(fix("one").edits)];
    const tree = await treeWith(fix("one").edits, carried);
    expect(await rig.verify({ fixes: [fix("one")], carried })).toMatchObject({
      status: "verified",
      verdict: { masterTree, promotions: [{ status: "verified", tree, aloneTree: alone }] },
    });
  });

  it.each([
    ["a gate", { "src/three.js": say("right", "// FORBIDDEN\n") }, "gate: guard"],
    ["policy", { "settings/a.json": "{}\n" }, "policy: "],
  ])("is left out where %s says no, and the promotions are tried on the base", async (_, carried, why) => {
    const verified = await rig.verify({ fixes: [fix("one")], carried });
    const alone = await treeWith(fix("one").edits);
    expect(verified).toMatchObject({
      status: "verified",
      verdict: {
        masterTree: baseTree(),
        promotions: [{ status: "verified", tree: alone, aloneTree: alone }],
      },
    });
    const warnings = rig.events().flatMap((event) => (event.type === "warning" ? [event.message] : []));
    expect(warnings.findLast((message) => message.startsWith("What earlier campaigns"))).toContain(why);
  });
});
