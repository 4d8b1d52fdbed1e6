import { describe, expect, it } from "vitest";
import { commentSchema } from "../../../src/adapters/github/answer-schemas.ts";

const said = { id: 1, body: "/stop", created_at: "2026-11-21T10:00:00Z", updated_at: "2026-11-21T10:00:00Z" };
const person = { login: "wanda", type: "User" };

describe("commentSchema", () => {
  it("takes a comment for a person's only where no App said it for them", () => {
    expect(commentSchema.parse({ ...said, user: person }).isBot).toBe(false);
    expect(commentSchema.parse({ ...said, user: person, performed_via_github_app: null }).isBot).toBe(false);
    const app = { id: 7, slug: "helper" };
    expect(commentSchema.parse({ ...said, user: person, performed_via_github_app: app }).isBot).toBe(true);
    expect(commentSchema.parse({ ...said, user: { login: "x[bot]", type: "Bot" } }).isBot).toBe(true);
  });
});
