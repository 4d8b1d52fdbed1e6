export type Task = { readonly name: string; readonly minutes: number; readonly after?: readonly string[]; readonly priority?: number };
export type Slot = { readonly name: string; readonly worker: number; readonly start: number; readonly end: number };

function indexByName(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  if (byName.size < tasks.length) throw new Error("two tasks have the same name");
  for (const { name, after = [] } of tasks) {
    for (const other of after) if (!byName.has(other)) throw new Error(`${name} waits for ${other}, which is not there`);
  }
  return byName;
}

/** Minutes from a task's start to the end of all that waits for it: the longest way. */
export function criticalMinutes(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const byName = indexByName(tasks);
  const followers = new Map<string, string[]>(tasks.map(({ name }) => [name, []]));
  for (const { name, after = [] } of tasks) for (const other of after) followers.get(other)?.push(name);
  const known = new Map<string, number>();
  const measure = (name: string, open: readonly string[]): number => {
    if (open.includes(name)) throw new Error(`a cycle: ${[...open, name].join(" > ")}`);
    const done = known.get(name);
    if (done !== undefined) return done;
    const behind = (followers.get(name) ?? []).map((next) => measure(next, [...open, name]));
    const minutes = (byName.get(name)?.minutes ?? 0) + Math.max(0, ...behind);
    known.set(name, minutes);
    return minutes;
  };
  for (const { name } of tasks) measure(name, []);
  return known;
}

/** Gives tasks to workers: of what can begin, the highest priority first, then the longest way, then the name. */
export function plan(tasks: readonly Task[], workers: number): readonly Slot[] {
  const ways = criticalMinutes(tasks);
  const ends = new Map<string, number>();
  const freeAt = new Array<number>(workers).fill(0);
  const slots: Slot[] = [];
  const left = new Set(tasks);
  while (left.size > 0) {
    const now = Math.min(...freeAt);
    const worker = freeAt.indexOf(now);
    const ready = [...left].filter(({ after = [] }) => after.every((other) => (ends.get(other) ?? Number.POSITIVE_INFINITY) <= now));
    const [task] = ready.sort(
      (a, b) =>
        (b.priority ?? 0) - (a.priority ?? 0) ||
        (ways.get(b.name) ?? 0) - (ways.get(a.name) ?? 0) ||
        (a.name < b.name ? -1 : 1),
    );
    if (task === undefined) {
      const later = [...ends.values()].filter((end) => end > now);
      freeAt[worker] = Math.min(...later);
      continue;
    }
    left.delete(task);
    const end = now + task.minutes;
    freeAt[worker] = end;
    ends.set(task.name, end);
    slots.push({ name: task.name, worker, start: now, end });
  }
  return slots;
}

/** When all is done, and how much of the workers' time was used. */
export function summarize(slots: readonly Slot[], workers: number): { readonly end: number; readonly busy: number } {
  const end = Math.max(0, ...slots.map((slot) => slot.end));
  const used = slots.reduce((sum, slot) => sum + slot.end - slot.start, 0);
  return { end, busy: end === 0 ? 0 : used / (end * workers) };
}
