import type { FileEdit } from "../../../src/domain/candidate.ts";
import { createRandom, type Random } from "../harness/random.ts";
import type { Domain, Fix, Value } from "./domain.ts";
import { domains } from "./domains/registry.ts";
import type { Case, Module, Project, ProjectKind } from "./project.ts";
import { renderExtras } from "./render-extras.ts";
import { renderLiteral } from "./render-literal.ts";
import { renderManifests } from "./render-manifests.ts";
import { renderSource, type SourceParts } from "./render-source.ts";
import { renderTests, snake } from "./render-tests.ts";

const packages = ["market", "ledger", "depot", "atlas", "orchard"];
const edgeTitles = ["minds the borders", "gets the odd ones right", "leaves nothing out"];
const ordinaryTitles = ["does the ordinary", "handles what comes every day", "knows the simple ones"];

/** What a project is generated from. */
export type ProjectInput = { readonly kind: ProjectKind; readonly seed: string };

/** A project with three modules, one of them with a bug that a test shows. The same seed gives the same project. */
export function buildProject({ kind, seed }: ProjectInput): Project {
  const random = createRandom(`${seed}/${kind.name}`);
  const isTyped = kind.name === "vitest" && random.int(0, 1) === 1;
  const folder = kind.language === "py" ? random.pick(packages) : "src";
  const chosen = random
    .shuffle(domains)
    .slice(0, 3)
    .sort((a, b) => a.module.localeCompare(b.module));
  // The last by name is wrong, so that tests of right modules run before it.
  const modules = chosen.map((domain, index) => {
    const isBug = index === chosen.length - 1;
    return buildModule({ kind, domain, folder, isTyped, isBug }, random.fork(domain.module));
  });
  const [bug, ...others] = modules.reverse();
  if (bug === undefined) throw new Error("a project needs a module");
  const files = {
    ...renderManifests(kind, { folder, name: random.pick(packages) }),
    ...renderExtras(kind),
    ...Object.fromEntries(
      modules.flatMap(({ file, source, testFile, testSource }) => [
        [file, source],
        [testFile, testSource],
      ]),
    ),
  };
  const parts: SourceParts = { kind, isTyped, ...bug };
  const { [kind.language]: texts } = bug.domain;
  const edit = (content: string): FileEdit => ({ path: bug.file, mode: "100644", content });
  return {
    ...{ kind, seed, files, bug, others: others.reverse() },
    mend: (style) => edit(renderSource(parts, texts.fixes[style] ?? findOperator(texts.fixes))),
    rewrite: ({ body = texts.buggy, helper, ...around }) =>
      edit(renderSource(parts, helper === undefined ? { body } : { body, helper }, around)),
  };
}

type ModuleInput = {
  readonly kind: ProjectKind;
  readonly domain: Domain;
  readonly folder: string;
  readonly isTyped: boolean;
  readonly isBug: boolean;
};

function buildModule({ kind, domain, folder, isTyped, isBug }: ModuleInput, random: Random): Module {
  const { language } = kind;
  const { [language]: texts, module } = domain;
  const name = random.pick(domain.names);
  const functionName = language === "py" ? snake(name) : name;
  const untestedName = language === "py" ? `describe_${module}` : `describe${capital(module)}`;
  const file = `${folder}/${module}.${language === "py" ? "py" : isTyped ? "ts" : "js"}`;
  const testFile =
    language === "py" ? `tests/test_${module}.py` : `test/${module}.test.${isTyped ? "ts" : "js"}`;
  const makeCase = (args: readonly Value[]): Case => ({
    args: args.map((value) => renderLiteral(value, language)),
    expected: renderLiteral(domain.right(...args), language),
  });
  const ordinaryCases = Array.from({ length: 3 }, () => makeCase(domain.ordinary(random)));
  const edgeCases = Array.from({ length: 3 }, () => makeCase(domain.edge(random)));
  const ordinaryTest = `${module} ${random.pick(ordinaryTitles)}`;
  const edgeTest = `${module} ${random.pick(edgeTitles)}`;
  const tests = [
    { title: ordinaryTest, cases: ordinaryCases },
    { title: edgeTest, cases: edgeCases },
    // A right module has a test that is put off, so that what is lost of it is lost unseen.
    ...(isBug ? [] : [{ title: `${module} some day`, cases: ordinaryCases.slice(0, 1), isSkipped: true }]),
  ];
  const fix: Fix = isBug ? { body: texts.buggy } : findOperator(texts.fixes);
  return {
    ...{
      domain,
      file,
      testFile,
      functionName,
      untestedName,
      ordinaryTest,
      edgeTest,
      ordinaryCases,
      edgeCases,
    },
    source: renderSource({ kind, domain, functionName, untestedName, isTyped }, fix),
    testSource: renderTests({ kind, file, testFile, functionName, tests }),
  };
}

function findOperator({ operator }: Readonly<Record<string, Fix>>): Fix {
  if (operator === undefined) throw new Error("every domain has a fix of the style `operator`");
  return operator;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
