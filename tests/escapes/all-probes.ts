import type { Probe } from "./probe.ts";
import { fileProbes } from "./probes/files.ts";
import { gitProbes } from "./probes/git.ts";
import { kernelProbes } from "./probes/kernel.ts";
import { leftoverProbes } from "./probes/leftovers.ts";
import { networkProbes } from "./probes/network.ts";
import { processProbes } from "./probes/processes.ts";

if (process.arch !== "x64") console.warn("skipped: the probes of the kernel are written for x64");

/** Every probe that runs on this machine's processor, by what it tries to reach. */
export const allProbes: Readonly<Record<string, readonly Probe[]>> = {
  files: fileProbes,
  processes: processProbes,
  network: networkProbes,
  ...(process.arch === "x64" ? { kernel: kernelProbes } : {}),
  git: gitProbes,
  leftovers: leftoverProbes,
};
