import type { PublishSource } from "../../../../src/publish/accept-bundle.ts";
import type { PublicationRule } from "../../../../src/publish/publication-refusal.ts";
import { pushFiles } from "../../../helpers/memory-github/memory-world.ts";
import type { ToldCampaign } from "../../../helpers/publish-rig.ts";
import type { Dice } from "../../hostile-diffs/dice.ts";
import { type HostileFamily, refused } from "../hostile-family.ts";
import type { Stage } from "../stage.ts";

const hash = (dice: Dice) => Array.from({ length: 40 }, () => dice.pick([..."0123456789abcdef"])).join("");

/** Well made, with a verdict that agrees, and not what belongs here. */
const told = (
  name: string,
  rule: PublicationRule,
  changesOf: (stage: Stage) => Partial<ToldCampaign>,
): HostileFamily => refused(name, rule, (stage) => stage.tell(changesOf(stage)));

/** Another content, and a verdict that says the same. */
function agree(facts: { repository?: string; base?: string; configDigest?: string }): Partial<ToldCampaign> {
  return { content: facts, forge: (verdict) => ({ ...verdict, ...facts }) };
}

const changed = (name: string, rule: PublicationRule, change: (stage: Stage) => void) =>
  refused(name, rule, (stage) => {
    change(stage);
    return stage.honest;
  });

const asked = (name: string, rule: PublicationRule, facts: (stage: Stage) => Partial<PublishSource>) =>
  refused(name, rule, (stage) => ({ ...stage.honest, ...facts(stage) }));

/** Bundles of another place, another time, or of a campaign whose work is never published. */
export const circumstanceFamilies: readonly HostileFamily[] = [
  told("a bundle of another repository", "other-repository", ({ dice, manifest }) =>
    agree({
      repository: dice.pick([
        `${dice.word()}x/${manifest.repository.split("/")[1]}`,
        `${manifest.repository}.git`,
        `${manifest.repository}/`,
        "",
      ]),
    }),
  ),
  told("a bundle from another branch", "other-branch", ({ dice }) => ({
    content: { sacred: `${dice.word()}/${dice.word()}` },
  })),
  told("a base that is no commit", "base-history", ({ dice }) => agree({ base: hash(dice) })),
  told("a base on a branch that nobody merged", "base-history", ({ world, dice }) =>
    agree({ base: pushFiles(world, { ref: `refs/heads/${dice.word()}`, files: { "src/x.js": "x\n" } }) }),
  ),
  changed("a base that history no longer holds", "base-history", ({ world, dice }) => {
    const ref = `refs/heads/${world.info.defaultBranch}`;
    const { tree = "" } = world.objects.commits.get(world.refs.get(ref) ?? "") ?? {};
    world.refs.set(ref, world.objects.writeCommit({ tree, parents: [], message: dice.word() }));
  }),
  told("a tree that is not the base's", "other-base", ({ dice }) => {
    const baseTree = hash(dice);
    return {
      content: {
        baseTree,
        promotions: [],
        master: { previous: null, tree: baseTree, changeset: null, carried: [] },
      },
      forge: (verdict) => ({ ...verdict, masterTree: baseTree, promotions: [] }),
    };
  }),
  told("another configuration than the base has", "other-config", ({ dice }) =>
    agree({ configDigest: hash(dice).padEnd(64, "1") }),
  ),
  told("a campaign without safety", "unsafe", () => ({ content: { isUnsafe: true } })),
  told("one promotion without safety", "unsafe", ({ dice, promotions }) => {
    const chosen = dice.int(0, promotions.length - 1);
    return {
      promotions: promotions.map((each, at) =>
        at === chosen ? { ...each, facts: { isUnsafe: true } } : each,
      ),
    };
  }),
  asked("another campaign than was waited for", "other-campaign", ({ dice }) => ({
    campaign: `night-${dice.int(10_000, 99_999)}`,
  })),
  asked("another commit than the campaign was started on", "other-base", ({ dice }) => ({
    base: hash(dice),
  })),
  changed(
    "an archived repository",
    "archived",
    ({ world }) => void Object.assign(world.info, { isArchived: true }),
  ),
  changed("a repository without its default branch", "empty-repository", ({ world }) => {
    world.refs.delete(`refs/heads/${world.info.defaultBranch}`);
  }),
  changed("a repository that was made anew under the same name", "base-history", ({ world, dice }) => {
    const ref = `refs/heads/${world.info.defaultBranch}`;
    world.refs.delete(ref);
    world.objects.commits.delete(world.refs.get(ref) ?? "");
    pushFiles(world, { ref, files: { "README.md": `# ${dice.word()}\n` } });
  }),
];
