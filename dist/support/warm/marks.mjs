/** Marks that instrumented sources leave as they are executed: `__nightshift_mark(id)`, kept for each test. Each is a turn as well. */
export function openMarks({ findTask }) {
  let taken = new Map();
  globalThis.__nightshift_mark = (id) => {
    globalThis.__nightshift_tick();
    const task = findTask();
    const marks = taken.get(task);
    if (marks === undefined) taken.set(task, new Set([id]));
    else marks.add(id);
  };
  return {
    /** The marks since the last call: task, or null outside of all of them → ids. */
    take() {
      const marks = taken;
      taken = new Map();
      return marks;
    },
    close: () => delete globalThis.__nightshift_mark,
  };
}
