import { type GitRepository, openGitRepository } from "./git-repository.ts";

/** Names of words that are wrong: each a file `src/NAME.js` with a check, and so a work item of that title. */
export type ModelProject = {
  readonly names: readonly string[];
  /** YAML that goes before the gates. */
  readonly config: string;
  readonly files?: Readonly<Record<string, string>>;
};

/** A project whose one gate is a shell script of a few milliseconds, with a check for each name. */
export function openModelProject({ names, config, files = {} }: ModelProject): GitRepository {
  const repository = openGitRepository();
  for (const name of names) repository.write(`src/${name}.js`, 'export const word = "wrong";\n');
  repository.write("src/kept.js", "export {};\n");
  for (const [path, content] of Object.entries(files)) repository.write(path, content);
  repository.write(
    "check.sh",
    [
      `say() { read -r line < src/$1.js; if [ "$line" = "$2" ]; then echo "ok - $1"; else echo "not ok - $1"; bad=1; fi; }`,
      ...names.map((name) => `say ${name} 'export const word = "right";'`),
      `say kept "export {};"`,
      `echo 1..${names.length + 1}; exit $bad\n`,
    ].join("\n"),
  );
  repository.write(
    ".github/nightshift.yml",
    `focus: [src/**]\n${config}\ngates:\n  - { name: checks, kind: tests, command: sh check.sh, format: tap }\n`,
  );
  repository.commit("base");
  return repository;
}

/** Configuration of the method `direct` and a model at an endpoint on loopback, at 1 dollar for a million tokens in and 10 out. */
export function configureModel(url: string, { kind = "llm", more = "" } = {}): string {
  return [
    `brain:`,
    `  { kind: ${kind}, seed: 1, maxCandidates: 4,`,
    `    llm: { provider: custom, model: test-model, baseUrl: "${url}/v1", maxOutputTokens: 2000 ${more} } }`,
    "method: { kind: direct }",
    `prices: { test-model: { input: 1, output: 10 } }`,
  ].join("\n");
}
