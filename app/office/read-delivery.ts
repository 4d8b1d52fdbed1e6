import { z } from "zod";
import type { RepositoryName } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";
import { families } from "../events/registry.ts";

/** A webhook's delivery; its signature has been checked. */
export type Delivery = { readonly id: string; readonly name: string; readonly payload: unknown };

/** What a delivery asks for, by repository. */
export type DeliveryTask = {
  readonly installation: number;
  readonly repository: RepositoryName;
  run(desk: Desk): Promise<void>;
};

const fullName = z.string().regex(/^[\w.-]+\/[\w.-]+$/);
const envelope = z.object({
  action: z.string().nullish(),
  installation: z.object({ id: z.int().positive() }),
  repository: z.object({ full_name: fullName }).nullish(),
  /** Of `installation` and `installation_repositories`. */
  repositories: z.array(z.object({ full_name: fullName })).nullish(),
  repositories_added: z.array(z.object({ full_name: fullName })).nullish(),
});

/** More than these of one delivery are left to the reconcile pass. */
const maxRepositories = 200;

/** What is to be done for a delivery, if anything. Pure. */
export function readDelivery({ name, payload }: Pick<Delivery, "name" | "payload">): readonly DeliveryTask[] {
  const parsed = envelope.safeParse(payload);
  if (!parsed.success) return [];
  const { action, installation, repository, repositories, repositories_added: added } = parsed.data;
  const event = action === undefined || action === null ? name : `${name}.${action}`;
  const named =
    repository === undefined || repository === null
      ? [...(repositories ?? []), ...(added ?? [])]
      : [repository];
  return families
    .filter(({ events }) => events.includes(event))
    .flatMap((family) => {
      const run = family.read(payload);
      if (run === null) return [];
      return named.slice(0, maxRepositories).map(({ full_name: full }) => {
        const [owner = "", repo = ""] = full.split("/");
        return { installation: installation.id, repository: { owner, name: repo }, run };
      });
    });
}
