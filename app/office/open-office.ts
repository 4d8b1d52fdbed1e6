import { describeError } from "../../src/domain/errors.ts";
import type { RepositoryName } from "../../src/github-port.ts";
import type { Desk, Log } from "../desk.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import { type Delivery, readDelivery } from "./read-delivery.ts";
import { createSeenDeliveries } from "./seen-deliveries.ts";
import { createTaskQueue } from "./task-queue.ts";

/** A repository that the App is installed on. */
export type InstalledRepository = { readonly installation: number; readonly repository: RepositoryName };

/** What the office works with. */
export type OfficeDeps = {
  /** Null where there is nothing to work on: archived or empty. */
  openDesk(where: InstalledRepository, log: Log, signal: AbortSignal): Promise<Desk | null>;
  listInstalled(): Promise<readonly InstalledRepository[]>;
  readonly log: Log;
};

/** Takes deliveries in and works them off. It remembers nothing that matters: all state is in the repositories. */
export type Office = {
  /** Returns at once; the work is done later, one repository at a time. */
  take(delivery: Delivery): "queued" | "seen" | "nothing-to-do" | "full";
  /** Queues a reconcile pass for each repository. Never throws. */
  reconcileAll(): Promise<void>;
  readonly size: number;
  idle(): Promise<void>;
};

/** A task that takes longer may send nothing more; a token lasts an hour. */
export const maxTaskMs = 20 * 60_000;
/** What it then has to come to its end, before the next one of its repository begins. */
const graceMs = 60_000;
const bounds = { deliveries: 10_000, tasks: 5_000, atOnce: 8 } as const;

/** Opens the office. */
export function openOffice({ openDesk, listInstalled, log }: OfficeDeps): Office {
  const seen = createSeenDeliveries({ limit: bounds.deliveries });
  const queue = createTaskQueue({ limit: bounds.tasks, atOnce: bounds.atOnce, maxTaskMs, graceMs });

  function enqueue(
    where: InstalledRepository,
    fields: Readonly<Record<string, unknown>>,
    run: (desk: Desk) => Promise<void>,
    onFailure: () => void = () => {},
  ): boolean {
    const { owner, name } = where.repository;
    const known = { ...fields, repository: `${owner}/${name}`, installation: where.installation };
    const own = addFields(log, known);
    const work = async (signal: AbortSignal) => {
      const desk = await openDesk(where, own, signal);
      if (desk === null) return own.info({}, "archived or empty: nothing to do");
      try {
        await run(desk);
      } finally {
        const { calls, cached, hitRate, remaining } = desk.getUsage();
        own.info({ calls, cached, hitRate, remaining }, "what a task has used of GitHub's API");
      }
    };
    return queue.add(known.repository.toLowerCase(), work, (error) => {
      own.error({ error: describeError(error), code: Reflect.get(Object(error), "code") }, "a task failed");
      onFailure();
    });
  }

  return {
    take(delivery) {
      const { id, name } = delivery;
      const tasks = readDelivery(delivery);
      if (tasks.length === 0) return "nothing-to-do";
      if (!seen.add(id)) return "seen";
      const fields = { delivery: id, event: name };
      const queued = tasks.map((task) => enqueue(task, fields, task.run, () => seen.forget(id)));
      if (queued.every(Boolean)) return "queued";
      log.warn(fields, "too much waits: left to the reconcile pass");
      seen.forget(id);
      return "full";
    },
    async reconcileAll() {
      try {
        for (const where of await listInstalled()) enqueue(where, { event: "reconcile" }, reconcile);
      } catch (error) {
        log.error({ error: describeError(error) }, "the installations could not be listed");
      }
    },
    get size() {
      return queue.size;
    },
    idle: () => queue.idle(),
  };
}

function addFields(log: Log, known: Readonly<Record<string, unknown>>): Log {
  return {
    info: (fields, message) => log.info({ ...known, ...fields }, message),
    warn: (fields, message) => log.warn({ ...known, ...fields }, message),
    error: (fields, message) => log.error({ ...known, ...fields }, message),
  };
}
