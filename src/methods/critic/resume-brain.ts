import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../../brain/brain.ts";
import { enough } from "../enough.ts";

/**
 * The same brain, whose turns go on where the last one stopped: for a brain that would otherwise begin with what it has
 * proposed before. Disposing of it lets the brain clean up.
 */
export function resumeBrain(brain: Brain): Brain & AsyncDisposable {
  let open: AsyncGenerator<Proposal, BrainEnd, Decision | undefined> | null = null;
  return {
    kind: brain.kind,
    version: brain.version,
    async *propose(task: BrainTask) {
      open ??= brain.propose(task);
      let decision: Decision | undefined;
      for (;;) {
        const next = await open.next(decision);
        if (next.done) return next.value;
        decision = yield next.value;
      }
    },
    [Symbol.asyncDispose]: async () => {
      await open?.return(enough);
    },
  };
}
