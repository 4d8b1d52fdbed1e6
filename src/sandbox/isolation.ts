/** Programs of the system that put a command in its place; absolute, so that no PATH leads to a candidate's. */
export type SystemPrograms = { readonly setpriv: string; readonly prlimit: string; readonly env: string };

/**
 * How candidate code is held. `dropUser`: as root, commands run as another user, since the kernel's limit on processes
 * does not bind root; otherwise bubblewrap makes a user namespace of its own.
 */
export type Isolation =
  | {
      readonly status: "isolated";
      /** The program, absolute. */
      readonly bubblewrap: string;
      readonly programs: SystemPrograms;
      /** Such as "0.8.0". */
      readonly version: string;
      readonly dropUser: boolean;
      /** What `buildSeccompFilter` gives for this machine; null: its processor is not known there. */
      readonly filter: Uint8Array | null;
    }
  | { readonly status: "open"; readonly reason: string };
