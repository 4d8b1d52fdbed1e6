import type { Correction, Json } from "./api-call.ts";

/** Names of permissions, what a tree loses, and refs that cannot be beside each other. */
export const correctRepository: Correction = async ({ route, path, body, method, caller }, ask) => {
  const token = caller?.token ?? "";
  const wanted = Object(body) as Json;
  if (path.startsWith("/installation/repositories")) {
    const { body: known } = await ask("GET", "/repositories/1", { token });
    return { status: 200, body: { total_count: 1, repositories: [known] } };
  }
  switch (route) {
    case "GET /repos/{owner}/{repo}": {
      const told = await ask(method, path, { token });
      return { ...told, body: { ...(told.body as Json), network_count: 0, subscribers_count: 0 } };
    }
    case "GET /repos/{owner}/{repo}/collaborators/{username}/permission": {
      const told = await ask(method, path, { token });
      // Whoever has no part in a public repository may read it.
      if (told.status === 404)
        return { status: 200, body: { permission: "read", role_name: "read", user: null } };
      const { permission, user } = told.body as Json;
      const name = permission === "push" || permission === "maintain" ? "write" : permission;
      const known = { ...(told.body as Json), permission: name === "pull" ? "read" : name };
      return { ...told, body: { ...known, user: { ...(user as Json), role_name: known.permission } } };
    }
    case "POST /repos/{owner}/{repo}/git/trees": {
      const gone = (wanted.tree as readonly Json[]).filter(({ sha }) => sha === null);
      if (gone.length === 0 || typeof wanted.base_tree !== "string") return null;
      const base = await ask("GET", `${path}/${wanted.base_tree}?recursive=1`, { token });
      const known = new Set(
        (Reflect.get(Object(base.body), "tree") as readonly Json[]).map((each) => each.path),
      );
      return gone.every((each) => known.has(each.path))
        ? null
        : { status: 422, body: { message: "GitRPC::BadObjectState" } };
    }
    default:
      return null;
  }
};
