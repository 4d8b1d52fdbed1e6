import type { Probot } from "probot";
import { describe, expect, it } from "vitest";
import { createProbotDesks } from "../../../app/office/probot-desks.ts";

/** A Probot that is signed in; installation 2 is gone, 3 is suspended. */
const app = {
  auth: async (id?: number) => ({
    paginate: async () => {
      if (id === 2) throw new Error("Not Found");
      return id === undefined
        ? [
            { id: 1 },
            { id: 2 },
            { id: 3, suspended_at: "2026-11-21T10:00:00Z" },
            { id: 4, suspended_at: null },
          ]
        : [{ full_name: `acme/of-${id}` }];
    },
  }),
} as unknown as Pick<Probot, "auth">;

describe("the App's repositories", () => {
  it("are listed where one installation cannot be asked, which is said", async () => {
    const said: object[] = [];
    const log = { error: (fields: object) => void said.push(fields) };
    const desks = createProbotDesks(app, { cacheFolder: null }, { log });
    expect(await desks.listInstalled()).toEqual(
      [1, 4].map((id) => ({ installation: id, repository: { owner: "acme", name: `of-${id}` } })),
    );
    expect(said).toEqual([{ installation: 2, error: expect.stringContaining("Not Found") }]);
  });
});
