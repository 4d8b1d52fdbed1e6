import type { MasterState } from "./read-master.ts";
import type { Offers } from "./read-offers.ts";

/** Blob by path, "" nowhere; null where GitHub does not list the whole tree. */
export type Blobs = ReadonlyMap<string, string> | null;

/** What GitHub says at the start of a publication. */
export type PublishState = {
  /** The default branch as it is now, which may be further than the base. */
  readonly sacred: { readonly branch: string; readonly commit: string };
  readonly baseBlobs: Blobs;
  readonly sacredBlobs: Blobs;
  readonly master: MasterState;
  /** Subjects of what master carries from earlier campaigns, by its own commits. */
  readonly carried: readonly string[];
  readonly offers: Offers;
};
