import type { GitHub } from "../../src/github-port.ts";
import { failCall } from "./memory-github/fail-call.ts";
import { createMemoryActions } from "./memory-github/memory-actions.ts";
import { createMemoryGit } from "./memory-github/memory-git.ts";
import { createMemoryThreads } from "./memory-github/memory-threads.ts";
import {
  createMemoryWorld,
  type MemoryWorld,
  type MemoryWorldOptions,
} from "./memory-github/memory-world.ts";

/** One call of the port, in order. */
export type MemoryCall = {
  readonly method: keyof GitHub;
  readonly args: readonly unknown[];
  readonly isWrite: boolean;
};

/** GitHub in memory: real hashes, forward-only refs, drafts, labels, comments, runs. */
export type MemoryGitHub = {
  /** The port, as the code under test gets it. */
  readonly github: GitHub;
  /** Everything behind it. */
  readonly world: MemoryWorld;
  readonly calls: readonly MemoryCall[];
  /** The calls that may have written something. */
  listWrites(): readonly MemoryCall[];
};

/** What happens around a call. Throwing in `before` is a call that never arrived, in `after` an answer that was lost. */
export type CallHooks = {
  /** `write` counts the writes so far from 1; 0 for a call that only reads. */
  before?(call: MemoryCall & { readonly write: number }): void | Promise<void>;
  after?(call: MemoryCall & { readonly write: number }): void | Promise<void>;
};

/** Whether a call may change something, by its name. */
function isWriteMethod(method: string): boolean {
  return /^(?:create|update|delete|mark|merge|add|remove|ensure|react|dispatch|cancel)/.test(method);
}

/**
 * GitHub in memory, for one repository. A second client of the same repository is made with the same `world`. Each call
 * but `getQuota` takes one of the quota; at none left it throws `GITHUB_RATE_LIMITED`.
 */
export function createMemoryGitHub({
  world: known,
  hooks = {},
  ...options
}: MemoryWorldOptions & { readonly world?: MemoryWorld; readonly hooks?: CallHooks } = {}): MemoryGitHub {
  const world = known ?? createMemoryWorld(options);
  const calls: MemoryCall[] = [];
  let writes = 0;
  const plain: GitHub = {
    get repository() {
      return { owner: world.info.owner, name: world.info.name };
    },
    ...createMemoryGit(world),
    ...createMemoryThreads(world),
    ...createMemoryActions(world),
  };
  const github = new Proxy(plain, {
    get(target, name: keyof GitHub) {
      const member = target[name];
      if (typeof member !== "function") return member;
      return async (...args: readonly unknown[]) => {
        const isWrite = isWriteMethod(name);
        const call = { method: name, args, isWrite };
        calls.push(call);
        if (isWrite) writes += 1;
        const write = isWrite ? writes : 0;
        await hooks.before?.({ ...call, write });
        if (name !== "getQuota") takeQuota(world);
        const answer: unknown = await Reflect.apply(member, target, args);
        await hooks.after?.({ ...call, write });
        return answer;
      };
    },
  });
  return { github, world, calls, listWrites: () => calls.filter(({ isWrite }) => isWrite) };
}

function takeQuota({ quota }: MemoryWorld): void {
  if (quota.remaining <= 0) throw failCall("GITHUB_RATE_LIMITED", "API rate limit exceeded");
  quota.remaining -= 1;
}
