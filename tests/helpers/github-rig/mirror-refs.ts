import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deflateSync } from "node:zlib";
import type { AskUpstream, Json } from "./api-call.ts";

/**
 * Makes a bare repository what GitHub's one is, so that checkouts are clones of it: every object is read through the API
 * and written as git has it. Throws where an object's hash is not the one that the API names.
 */
export async function mirrorRefs(
  { repository, token, to }: { readonly repository: string; readonly token: string; readonly to: string },
  ask: AskUpstream,
): Promise<ReadonlyMap<string, string>> {
  const placeOf = (sha: string) => path.join(to, "objects", sha.slice(0, 2), sha.slice(2));
  const read = async (what: string): Promise<Json> => {
    const { status, body } = await ask("GET", `/repos/${repository}/git/${what}`, { token });
    if (status !== 200) throw new Error(`${what}: ${status}`);
    return body as Json;
  };
  const write = (sha: string, kind: string, content: Buffer): void => {
    const bytes = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
    const hash = createHash("sha1").update(bytes).digest("hex");
    if (hash !== sha) throw new Error(`GitHub's ${kind} ${sha} is ${hash} in git`);
    mkdirSync(path.dirname(placeOf(sha)), { recursive: true });
    writeFileSync(placeOf(sha), deflateSync(bytes));
  };

  async function writeTree(sha: string): Promise<void> {
    if (existsSync(placeOf(sha))) return;
    const entries = (await read(`trees/${sha}`)).tree as readonly Record<
      "path" | "mode" | "type" | "sha",
      string
    >[];
    for (const entry of entries) {
      if (entry.type === "tree") await writeTree(entry.sha);
      else if (!existsSync(placeOf(entry.sha))) {
        const { content } = await read(`blobs/${entry.sha}`);
        write(entry.sha, "blob", Buffer.from(String(content), "base64"));
      }
    }
    // git sorts a folder as if its name ended in a slash.
    const nameOf = ({ path: name, type }: { path: string; type: string }) =>
      Buffer.from(type === "tree" ? `${name}/` : name);
    const parts = entries
      .toSorted((one, other) => Buffer.compare(nameOf(one), nameOf(other)))
      .flatMap((entry) => [
        Buffer.from(`${entry.mode.replace(/^0/, "")} ${entry.path}\0`),
        Buffer.from(entry.sha, "hex"),
      ]);
    write(sha, "tree", Buffer.concat(parts));
  }

  async function writeCommit(sha: string): Promise<void> {
    if (existsSync(placeOf(sha))) return;
    const commit = await read(`commits/${sha}`);
    const tree = String(Reflect.get(Object(commit.tree), "sha"));
    const parents = (commit.parents as readonly { readonly sha: string }[]).map((parent) => parent.sha);
    for (const parent of parents) await writeCommit(parent);
    await writeTree(tree);
    const sign = (who: unknown) => {
      const { name, email, date } = who as Record<"name" | "email" | "date", string>;
      return `${name} <${email}> ${Math.floor(Date.parse(date) / 1_000)} +0000`;
    };
    const message = String(commit.message);
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author ${sign(commit.author)}`,
      `committer ${sign(commit.committer)}`,
    ];
    const text = `${lines.join("\n")}\n\n${message.endsWith("\n") ? message : `${message}\n`}`;
    write(sha, "commit", Buffer.from(text));
  }

  const found = new Map<string, string>();
  // What is gone on GitHub goes here too.
  rmSync(path.join(to, "refs"), { recursive: true, force: true });
  rmSync(path.join(to, "packed-refs"), { force: true });
  for (const kind of ["heads", "tags"]) {
    const { body } = await ask("GET", `/repos/${repository}/git/matching-refs/${kind}`, { token });
    for (const { ref, object } of body as readonly {
      readonly ref: string;
      readonly object: { readonly sha: string };
    }[]) {
      await writeCommit(object.sha);
      const file = path.join(to, ref);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `${object.sha}\n`);
      found.set(ref, object.sha);
    }
  }
  return found;
}
