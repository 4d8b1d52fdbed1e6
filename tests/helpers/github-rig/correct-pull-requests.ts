import type { ApiAnswer, Correction, Json } from "./api-call.ts";

const refuse = (status: number, message: string, detail?: string): ApiAnswer => ({
  status,
  body: {
    message,
    documentation_url: "https://docs.github.com/rest",
    ...(detail === undefined
      ? {}
      : { errors: [{ resource: "PullRequest", code: "custom", message: detail }] }),
  },
});

/** A second pull request for a branch, one without commits, a draft that is merged, and the way out of draft. */
export const correctPullRequests: Correction = async ({ route, path, body, caller }, ask) => {
  const token = caller?.token ?? "";
  const wanted = Object(body) as Json;
  const list = async (repository: string) => {
    const answer = await ask("GET", `${repository}/pulls?state=all&per_page=100`, { token });
    return answer.body as readonly Json[];
  };
  if (route === "POST /repos/{owner}/{repo}/pulls") {
    const repository = path.replace(/\/pulls$/, "");
    const isSame = (pull: Json) =>
      pull.state === "open" &&
      Reflect.get(Object(pull.head), "ref") === wanted.head &&
      Reflect.get(Object(pull.base), "ref") === wanted.base;
    const owner = repository.split("/")[2];
    if ((await list(repository)).some(isSame))
      return refuse(422, "Validation Failed", `A pull request already exists for ${owner}:${wanted.head}.`);
    for (const [field, branch] of Object.entries({ head: wanted.head, base: wanted.base })) {
      const ref = await ask("GET", `${repository}/git/ref/heads/${branch}`, { token });
      if (ref.status !== 200) return refuse(422, "Validation Failed", `${field} is invalid`);
    }
    return null;
  }
  if (route === "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge") {
    const pull = (await ask("GET", path.replace(/\/merge$/, ""), { token })).body as Json;
    if (pull.draft === true) return refuse(405, "Pull Request is still a draft");
    const head = Reflect.get(Object(pull.head), "sha");
    if (wanted.sha !== undefined && wanted.sha !== head)
      return refuse(409, "Head branch was modified. Review and try the merge again.");
    return null;
  }
  if (path !== "/graphql") return null;
  const id = Reflect.get(Object(wanted.variables), "id");
  const mutation = String(wanted.query).includes("markPullRequestReadyForReview");
  const found = mutation
    ? (await list(await findRepository(ask, token))).find((pull) => pull.node_id === id)
    : null;
  if (found === undefined || found === null)
    return {
      status: 200,
      body: {
        data: { markPullRequestReadyForReview: null },
        errors: [{ type: "NOT_FOUND", message: `Could not resolve to a node with the global id of '${id}'` }],
      },
    };
  await ask("PATCH", new URL(String(found.url)).pathname, { token, body: { draft: false } });
  return {
    status: 200,
    body: { data: { markPullRequestReadyForReview: { pullRequest: { isDraft: false } } } },
  };
};

/** GraphQL names no repository; there is but one here. */
async function findRepository(ask: Parameters<Correction>[1], token: string): Promise<string> {
  const { body } = await ask("GET", "/repositories/1", { token });
  return `/repos/${Reflect.get(Object(body), "full_name")}`;
}
