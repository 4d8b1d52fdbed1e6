/** What a box of the dashboard asks for. */
export type DashboardBox =
  | { readonly action: "start" | "stop" }
  /** Of a declined pull request: try its item again. */
  | { readonly action: "again"; readonly number: number };

const line = /^- \[([ xX])\] <!-- nightshift-box: (start|stop|again-([1-9]\d{0,8})) -->/;

/** A box that is not ticked. Pure. */
export function renderBox(box: DashboardBox, label: string): string {
  return `- [ ] <!-- nightshift-box: ${nameBox(box)} --> ${label}`;
}

/**
 * The boxes that an edit ticked: those that were there, empty, before it and are ticked after it. So an edit counts for
 * what its author has ticked, never for what somebody else did before. Pure.
 */
export function findTicked(before: string, after: string): readonly DashboardBox[] {
  const empty = new Set(readBoxes(before).flatMap(({ box, isTicked }) => (isTicked ? [] : [nameBox(box)])));
  const ticked = readBoxes(after).flatMap(({ box, isTicked }) =>
    isTicked && empty.has(nameBox(box)) ? [box] : [],
  );
  return [...new Map(ticked.map((box) => [nameBox(box), box])).values()];
}

function readBoxes(body: string): readonly { readonly box: DashboardBox; readonly isTicked: boolean }[] {
  return body.split(/\r?\n/).flatMap((text) => {
    const [, sign, name, number] = line.exec(text) ?? [];
    if (name === undefined) return [];
    const box: DashboardBox =
      name === "start" || name === "stop" ? { action: name } : { action: "again", number: Number(number) };
    return [{ box, isTicked: sign !== " " }];
  });
}

function nameBox(box: DashboardBox): string {
  return box.action === "again" ? `again-${box.number}` : box.action;
}
