import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { families } from "../../app/events/registry.ts";
import {
  type GitHubMethod,
  githubMethods,
  listPermissions,
} from "../../src/adapters/github/permission-table.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const all = Object.keys(githubMethods) as GitHubMethod[];

describe("app.yml", () => {
  const manifest = parse(read("app.yml"));

  it("asks for the least permissions with which everything works", () => {
    expect(manifest.default_permissions).toEqual(listPermissions(all));
    expect(Object.keys(manifest.default_permissions)).not.toContain("workflows");
  });

  it("asks for the events that are acted upon, and no others", () => {
    const names = families.flatMap(({ events }) => events).map((event) => event.split(".")[0] ?? "");
    // These two come without being asked for.
    const always = new Set(["installation", "installation_repositories"]);
    const asked = [...new Set(names)].filter((name) => !always.has(name)).toSorted();
    expect(manifest.default_events).toEqual(asked);
  });
});

describe(".env.example", () => {
  it("has every variable that the App or Probot reads, and no other", () => {
    const named = [...read(".env.example").matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    const own = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => read(join("app", path)));
    const destructured = own.flatMap((text) =>
      [...text.matchAll(/\{([^{}]+)\} = process\.env/g)].flatMap(([, names = ""]) => [
        ...names.matchAll(/[A-Z][A-Z_]+/g),
      ]),
    );
    const settings = own.flatMap((text) => [...text.matchAll(/\bNIGHTSHIFT_[A-Z_]+/g)]);
    const probot = [
      "bin/read-env-options.js",
      "manifest-creation.js",
      "helpers/is-production.js",
      "apps/setup.js",
    ]
      .map((path) => read(`node_modules/probot/lib/${path}`))
      .flatMap((text) => [...text.matchAll(/env\.([A-Z_]+)/g)].map(([, name]) => name));
    // Probot's package for keys reads these; the setup page writes the client's.
    const more = ["PRIVATE_KEY", "PRIVATE_KEY_PATH", "GITHUB_CLIENT_ID"];
    const wanted = new Set([...[...destructured, ...settings].map(([name]) => name), ...probot, ...more]);
    expect([...new Set(named)].toSorted()).toEqual([...wanted].toSorted());
  });
});

describe("the container", () => {
  it("runs as nobody special, says whether it is well, and holds what the App imports", () => {
    const text = read("Dockerfile");
    expect(text).toMatch(/^USER node$/m);
    expect(text.indexOf("USER node")).toBeLessThan(text.indexOf("CMD"));
    expect(text).toMatch(/^HEALTHCHECK /m);
    expect(text).toContain("/health");
    const copied = [...text.matchAll(/^COPY (\S+)/gm)].map(([, name]) => name);
    expect(copied).toEqual(expect.arrayContaining(["app", "src", "app.yml", "package.json"]));
    const ignored = read(".dockerignore");
    expect(ignored.split("\n")[0]).toBe("**");
    for (const name of copied) expect(ignored).toContain(`!${name}`);
  });

  it("is started without rights by compose, from .env", () => {
    const { nightshift } = parse(read("compose.yml")).services;
    expect(nightshift).toMatchObject({ read_only: true, cap_drop: ["ALL"], env_file: ".env" });
    expect(read(".gitignore").split("\n")).toContain(".env");
  });
});
