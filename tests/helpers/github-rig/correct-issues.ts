import { loadGitHubOpenApi } from "../github-openapi.ts";
import type { Correction, Json } from "./api-call.ts";

/** Pull requests are issues too where one is asked for by its number; who closed one is told. */
export function createIssueCorrection(): Correction {
  const closers = new Map<string, string>();
  return async ({ route, path, method, body, caller }, ask) => {
    const token = caller?.token ?? "";
    if (route === "PATCH /repos/{owner}/{repo}/pulls/{pull_number}") {
      if (Reflect.get(Object(body), "state") === "closed") closers.set(path, caller?.login ?? "");
      return null;
    }
    if (route !== "GET /repos/{owner}/{repo}/issues/{issue_number}") return null;
    const told = await ask(method, path, { token });
    if (told.status !== 404) return told;
    const pullPath = path.replace("/issues/", "/pulls/");
    const pull = await ask("GET", pullPath, { token });
    if (pull.status !== 200) return told;
    const known = pull.body as Json;
    const closer = closers.get(pullPath);
    const example = loadGitHubOpenApi().findExample(route)?.body as Json;
    const {
      number,
      title,
      body: text,
      state,
      user,
      labels,
      node_id,
      html_url,
      created_at,
      updated_at,
    } = known;
    return {
      ...pull,
      body: {
        ...example,
        ...{ number, title, body: text, state, user, labels, node_id, html_url, created_at, updated_at },
        pull_request: { url: known.url, html_url, diff_url: known.diff_url, patch_url: known.patch_url },
        closed_by: closer === undefined ? null : { ...(user as Json), login: closer, type: "User" },
      },
    };
  };
}
