import { buildChangeset } from "../../src/campaign/bundle/build-changeset.ts";
import type { CampaignDeps } from "../../src/campaign/campaign-deps.ts";
import type { MeasuredPosition } from "../../src/campaign/position.ts";
import { buildChain } from "../../src/campaign/verify/build-chain.ts";
import { measureSacred } from "../../src/campaign/verify/measure-sacred.ts";
import {
  type VerifiedBundle,
  type VerifyBundleInput,
  verifyBundle,
} from "../../src/campaign/verify/verify-bundle.ts";
import { verifyPromotions } from "../../src/campaign/verify/verify-promotions.ts";
import { CONFIG_PATH } from "../../src/config/load-config.ts";
import type { VerifiedPromotion } from "../../src/domain/bundle-verdict.ts";
import type { CampaignEvent } from "../../src/domain/events.ts";
import type { WorkItem } from "../../src/domain/work-item.ts";
import { failureSignature } from "../../src/gates/failure-signature.ts";
import { openBase } from "../../src/open-base.ts";
import type { Bundle } from "../../src/publish/bundle/bundle.ts";
import { digestConfig } from "../../src/publish/bundle/digest-config.ts";
import { type BundleContent, encodeBundle } from "../../src/publish/bundle/encode-bundle.ts";
import { parseBundle } from "../../src/publish/bundle/parse-bundle.ts";
import { startVerification } from "../../src/start-verification.ts";
import { findWork } from "../../src/work/find-work.ts";
import type { GitRepository } from "./git-repository.ts";
import { recordCommands } from "./judge-rig.ts";
import { editsOf } from "./reproduction-rig.ts";
import { sampleContent, samplePromotion } from "./sample-bundle.ts";

/** A promotion as a test names it. */
export type ToldFix = {
  /** Path → content; null deletes. */
  readonly edits: Readonly<Record<string, string | null>>;
  /** Title of an item that the base fails, or anything else to claim. */
  readonly item: string;
  readonly kind?: string;
};

/** A bundle to make: one promotion after the other, cycles from 1 on. */
export type ToldBundle = {
  readonly fixes: readonly ToldFix[];
  readonly carried?: Readonly<Record<string, string | null>>;
  /** The last word on what is told; hashes and ids fit again afterwards. */
  readonly forge?: (content: BundleContent) => BundleContent;
};

/** A project that can be verified, and bundles for it; all on real git, with real gates. */
export type VerifyRig = AsyncDisposable & {
  readonly deps: CampaignDeps;
  readonly base: string;
  readonly position: MeasuredPosition;
  /** All that the base fails, flaky or not. */
  readonly items: readonly WorkItem[];
  events(): readonly CampaignEvent[];
  /** Commands that ran in sandboxes since the last call, each as one line. */
  takeCommands(): readonly string[];
  makeBundle(told: ToldBundle): Promise<Bundle>;
  verify(told: ToldBundle | Bundle, input?: Partial<VerifyBundleInput>): Promise<VerifiedBundle>;
  /** What a verdict would say of the promotions alone, on the base as it was measured once. */
  judge(
    told: ToldBundle,
    options?: { readonly deadlineMs?: number; readonly deps?: Partial<CampaignDeps> },
  ): Promise<readonly VerifiedPromotion[]>;
};

/** Opens a repository as verify would, at its HEAD. */
export async function openVerifyRig(repository: GitRepository): Promise<VerifyRig> {
  await using stack = new AsyncDisposableStack();
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME };
  const opened = await openBase({ repo: repository.dir, base: null, root: null, environment });
  const { base } = opened;
  const events: CampaignEvent[] = [];
  const { deps: started } = stack.use(
    await startVerification(
      {
        ...{ base, sacred: "main", signal: new AbortController().signal },
        ...{ onEvent: ({ event }) => void events.push(event), onProgress: () => {} },
      },
      opened.repository,
    ),
  );
  const commands: string[] = [];
  const deps: CampaignDeps = { ...started, sandboxes: recordCommands(started.sandboxes, commands) };
  const { git } = deps;
  const position = await measureSacred(base, deps);
  const items = await findAll(position, deps);
  const baseTree = await git.treeOf(base);
  const tellTree = async (parentTree: string, edits: ToldFix["edits"]) => {
    const tree = await git.buildTree(parentTree, editsOf(edits));
    const built = await buildChangeset({ from: parentTree, to: tree }, { git });
    if (built.status === "refused") throw new Error(built.reason);
    return { parentTree, tree, changeset: built.changeset, patch: await git.diff(parentTree, tree) };
  };

  async function makeBundle({ fixes, carried, forge = (content) => content }: ToldBundle): Promise<Bundle> {
    const master = carried === undefined ? null : await tellTree(baseTree, carried);
    const promotions: BundleContent["promotions"][number][] = [];
    let tree = master?.tree ?? baseTree;
    for (const [at, { edits, item: title, kind }] of fixes.entries()) {
      const found = items.find((item) => item.title.includes(title));
      const { id, gate, signature } = found ?? { id: title, gate: "checks", signature: title };
      const item = { id, kind: kind ?? found?.kind ?? "failing-test", gate, title, files: [], signature };
      const told = await tellTree(tree, edits);
      tree = told.tree;
      promotions.push(samplePromotion({ ...told, cycle: at + 1, item, subject: `fix: ${title}` }));
    }
    const content = sampleContent({
      ...{ repository: "octo/cart", sacred: "main", base, baseTree, promotions },
      configDigest: digestConfig(await git.readFile(base, CONFIG_PATH)),
      master: {
        previous: null,
        tree: master?.tree ?? baseTree,
        changeset: master?.changeset ?? null,
        carried: [],
      },
    });
    const read = await parseBundle(encodeBundle(forge(content)).files);
    if (read.status === "refused") throw new Error(`${read.rule}: ${read.reason}`);
    return read.bundle;
  }

  const verify: VerifyRig["verify"] = async (told, input = {}) => {
    const bundle = "manifest" in told ? told : await makeBundle(told);
    return await verifyBundle(
      {
        ...{ bundle, base, repository: "octo/cart", sacred: "main", nightshift: "0.1.0", deadlineMs: null },
        ...input,
      },
      deps,
    );
  };
  commands.splice(0);
  const rest = stack.move();
  return {
    ...{ deps, base, position, items, makeBundle, verify },
    events: () => events,
    takeCommands: () => commands.splice(0),
    async judge(told, { deadlineMs = null, deps: other = {} } = {}) {
      const { promotions } = await makeBundle(told);
      const links = await buildChain(promotions, { git });
      const input = promotions.flatMap(({ facts }, at) => {
        const built = links[at];
        return built === undefined ? [] : [{ facts, built }];
      });
      return await verifyPromotions(
        { told: input, base: position, master: position, deadlineMs },
        { ...deps, ...other },
      );
    },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

async function findAll(
  { measurement, tree }: MeasuredPosition,
  deps: CampaignDeps,
): Promise<readonly WorkItem[]> {
  const trackedFiles = (await deps.git.listFiles(tree)).map(({ path }) => path);
  const asked = { issue: null, goal: "", hasModel: false };
  const results = [...measurement.results.values()];
  return findWork({ results, setAside: new Map(), trackedFiles, asked }, { failureSignature }).items;
}
