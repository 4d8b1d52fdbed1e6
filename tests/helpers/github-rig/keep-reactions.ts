import { loadGitHubOpenApi } from "../github-openapi.ts";
import type { Correction, Json } from "./api-call.ts";

/** Reactions to comments, as "<comment> <login> <content>": the same one twice is one. */
export function keepReactions(kept: Set<string>): Correction {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  return async (call) => {
    if (call.route !== route) return null;
    const content = String(Reflect.get(Object(call.body), "content"));
    const comment = /comments\/(\d+)\//.exec(call.path)?.[1];
    const name = `${comment} ${call.caller?.login} ${content}`;
    const isNew = !kept.has(name);
    kept.add(name);
    const example = loadGitHubOpenApi().findExample(route)?.body as Json;
    return { status: isNew ? 201 : 200, body: { ...example, content } };
  };
}
