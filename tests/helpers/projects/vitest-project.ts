import { downloadOnce } from "../download-once.ts";
import { runNpm } from "../run-npm.ts";
import type { ProjectFixture } from "./project-fixture.ts";
import { writeFiles } from "./write-files.ts";

const files = {
  ".gitignore": "node_modules/\n",
  "package.json": `${JSON.stringify({
    name: "queue",
    private: true,
    type: "module",
    scripts: { test: "vitest run" },
    devDependencies: { vitest: "3.2.4" },
  })}\n`,
  "src/queue.ts": `type Waiting<Item> = { readonly item: Item; readonly priority: number };

/** Items leave by priority, the highest first; equal ones in the order in which they came. */
export class Queue<Item> {
  private readonly waiting: Waiting<Item>[] = [];

  add(item: Item, priority = 0): void {
    const at = this.waiting.findIndex((other) => other.priority <= priority);
    if (at < 0) this.waiting.push({ item, priority });
    else this.waiting.splice(at, 0, { item, priority });
  }

  next(): Item | undefined {
    return this.waiting.shift()?.item;
  }

  get size(): number {
    return this.waiting.length;
  }
}
`,
  "tests/queue.test.ts": `import { expect, it } from "vitest";
import { Queue } from "../src/queue";

it("is empty at first", () => {
  const queue = new Queue<string>();
  expect(queue.size).toBe(0);
  expect(queue.next()).toBeUndefined();
});

it("lets the highest priority go first", () => {
  const queue = new Queue<string>();
  queue.add("walk-in", 1);
  queue.add("regular", 2);
  queue.add("passer-by");
  expect([queue.next(), queue.next(), queue.next()]).toEqual(["regular", "walk-in", "passer-by"]);
});

it("keeps the order of equal priorities", () => {
  const queue = new Queue<string>();
  for (const item of ["a", "b", "c"]) queue.add(item, 1);
  expect([queue.next(), queue.next(), queue.next()]).toEqual(["a", "b", "c"]);
});
`,
};

/** TypeScript tested by vitest, which does not run in a read-only node_modules by itself. */
export const vitestProject: ProjectFixture = {
  name: "a vitest project",
  write: (folder) =>
    downloadOnce({ kind: "vitest-project", files }, folder, (into) => {
      writeFiles(into, files);
      return runNpm(["install", "--ignore-scripts"], into);
    }),
  command: "node_modules/.bin/vitest run",
  fix: { file: "src/queue.ts", from: "other.priority <= priority", to: "other.priority < priority" },
};
