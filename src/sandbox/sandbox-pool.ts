import type { Git } from "../ports.ts";
import type { Isolation } from "./isolation.ts";
import {
  type CampaignFolderDeps,
  type CampaignFolderOptions,
  openCampaignFolder,
} from "./open-campaign-folder.ts";
import { openSandbox } from "./open-sandbox.ts";
import { prepareDependencies } from "./prepare-dependencies.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxPlace } from "./sandbox-mounts.ts";

/** Opens sandboxes for one campaign and keeps their work trees for the next ones. */
export type SandboxPool = AsyncDisposable & {
  readonly isolation: Isolation;
  /** Opens a sandbox on a commit; several can be open at once. See `openSandbox`. */
  open(name: string, commit: string): Promise<Sandbox>;
};

/** What a pool is made from. */
export type SandboxPoolOptions = CampaignFolderOptions & {
  /** Commit whose manifests `sandbox.setup` installs from: sacred, never a candidate. */
  readonly sacred: string;
  /** Whether refs must not be written. */
  readonly isDryRun: boolean;
};

/** What a pool works with. */
export type SandboxPoolDeps = CampaignFolderDeps & {
  readonly git: Pick<Git, "prefix" | "listFiles" | "listRefs" | "updateRefs">;
};

/**
 * Prepares all that sandboxes share (isolation, dependencies, set-up) and gives a pool. Disposing it deletes all work
 * trees. Throws `ISOLATION_MISSING`, `SETUP_FAILED`, and what preparing the dependencies throws.
 */
export async function createSandboxPool(
  options: SandboxPoolOptions,
  deps: SandboxPoolDeps,
): Promise<SandboxPool> {
  const campaign = await openCampaignFolder(options, deps);
  const steps = await Promise.allSettled([
    prepareDependencies({ ...options, openPlace: () => campaign.openPlace("setup") }, deps),
    // Master differs from sacred by little, so the first sandbox then has little to wait for.
    campaign.warmUp(options.sacred),
  ]);
  const failed = steps.find((step) => step.status === "rejected");
  if (failed !== undefined) {
    await campaign.remove();
    throw failed.reason;
  }
  const dependencies = steps[0].status === "fulfilled" ? steps[0].value : [];
  const free: SandboxPlace[] = [];
  let count = 0;

  async function takePlace(): Promise<SandboxPlace> {
    const place = free.pop();
    if (place !== undefined) return place;
    count += 1;
    return { ...(await campaign.openPlace(String(count))), dependencies };
  }

  return {
    isolation: campaign.site.isolation,
    async open(name, commit) {
      const place = await takePlace();
      return await openSandbox(
        {
          name,
          commit,
          place,
          hasRef: !options.isDryRun,
          async release(outcome) {
            if (outcome === "used") free.push(place);
          },
        },
        deps,
      );
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(free.map(({ workTree }) => workTree.settle()));
      await campaign.remove();
    },
  };
}
