import type { Manifest } from "../../domain/bundle.ts";
import { NightshiftError } from "../../domain/errors.ts";
import { nameRefs } from "../../domain/ref-names.ts";
import type { GitHub } from "../../github-port.ts";
import type { Blobs, PublishState } from "./publish-state.ts";
import { readCarried } from "./read-carried.ts";
import { readMaster } from "./read-master.ts";
import { readOffers } from "./read-offers.ts";

/** Commits that others may have put on master while this campaign's were on it. */
const maxStrangers = 20;

/** Reads what a plan needs to know. Nothing is written. */
export async function readPublishState(
  {
    manifest,
    masterTree,
    sacred,
    prefix,
  }: {
    readonly manifest: Manifest;
    readonly masterTree: string;
    readonly sacred: PublishState["sacred"];
    readonly prefix: string;
  },
  { github }: { readonly github: GitHub },
): Promise<PublishState> {
  const { base, baseTree, campaign, promotions } = manifest;
  const baseBlobs = await readBlobs(baseTree, github);
  const sacredTree = sacred.commit === base ? baseTree : (await github.getCommit(sacred.commit))?.tree;
  return {
    sacred,
    baseBlobs,
    sacredBlobs:
      sacredTree === baseTree
        ? baseBlobs
        : sacredTree === undefined
          ? null
          : await readBlobs(sacredTree, github),
    master: await readMaster(
      {
        ...{ ref: nameRefs(prefix).master, campaign, base, baseTree, masterTree },
        previous: manifest.master.previous,
        limit: promotions.length + maxStrangers,
      },
      { github },
    ),
    carried: masterTree === baseTree ? [] : await readCarried(manifest.master, { github }),
    offers: await readOffers({ prefix }, { github }),
  };
}

async function readBlobs(tree: string, github: Pick<GitHub, "listTree">): Promise<Blobs> {
  try {
    return new Map((await github.listTree(tree)).map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
  } catch (error) {
    if (error instanceof NightshiftError && error.code === "GITHUB_INVALID") return null;
    throw error;
  }
}
