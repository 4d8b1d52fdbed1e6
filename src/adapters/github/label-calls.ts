import type { GitHub } from "../../github-port.ts";
import { anySchema } from "./answer-schemas.ts";
import type { GitHubClient } from "./github-client.ts";

/** Labels: there or not there, so that every write may be repeated. */
export function createLabelCalls(
  client: GitHubClient,
): Pick<GitHub, "addLabels" | "removeLabel" | "ensureLabel"> {
  return {
    async addLabels(issue, labels) {
      if (labels.length === 0) return;
      await client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
        parameters: { issue_number: issue, labels: [...labels] },
        schema: anySchema,
        isIdempotent: true,
      });
    },
    async removeLabel(issue, label) {
      // Not there: as was wanted.
      await client.find("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", {
        parameters: { issue_number: issue, name: label },
        schema: anySchema,
        isIdempotent: true,
      });
    },
    async ensureLabel(label) {
      const found = await client.find("GET /repos/{owner}/{repo}/labels/{name}", {
        parameters: { name: label.name },
        schema: anySchema,
      });
      if (found !== null) return;
      const answer = await client.send("POST /repos/{owner}/{repo}/labels", {
        parameters: { ...label },
        schema: anySchema,
        isIdempotent: true,
      });
      // Somebody else was quicker, or a lost answer was put again.
      if (answer.status === "refused" && !/already[_ ]exists/i.test(answer.message)) throw answer.error;
    },
  };
}
