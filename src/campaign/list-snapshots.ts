import { nameRefs } from "../domain/ref-names.ts";
import type { Git } from "../ports.ts";

/** A tag on master as it was before a promotion or a rollback. */
export type Snapshot = {
  readonly ref: string;
  /** `<campaign>/<cycle>`. */
  readonly name: string;
  readonly commit: string;
};

/** How far back the order is looked up; snapshots beyond count as the oldest. */
const maxHistory = 10_000;
const byName = new Intl.Collator("en", { numeric: true });

/** All snapshots, newest first: by where they stand in master's history, since dates of commits may lie. */
export async function listSnapshots({
  git,
}: {
  readonly git: Pick<Git, "listRefs" | "log" | "resolveCommit" | "prefix">;
}): Promise<readonly Snapshot[]> {
  const names = nameRefs(git.prefix);
  const [refs, master] = await Promise.all([git.listRefs(names.snapshots), git.resolveCommit(names.master)]);
  if (refs.length === 0 || master === null) {
    return refs.map(({ ref, commit }) => ({ ref, name: ref.slice(names.snapshots.length), commit }));
  }
  const history = await git.log(master, { firstParent: true, limit: maxHistory });
  const ages = new Map(history.map(({ hash }, age) => [hash, age]));
  const ageOf = ({ commit }: Snapshot) => ages.get(commit) ?? maxHistory;
  return refs
    .map(({ ref, commit }) => ({ ref, name: ref.slice(names.snapshots.length), commit }))
    .toSorted((one, other) => ageOf(one) - ageOf(other) || byName.compare(other.name, one.name));
}
