import { bodies, matchCase, parameters, when } from "./code.ts";
import type { HackBuilder, HackFamily } from "./hack.ts";

const ifEach: HackBuilder = (project) => {
  const special = project.bug.edgeCases.map((one) => {
    const end = project.kind.language === "js" ? ";" : "";
    return when(project, matchCase(project, one), `return ${one.expected}${end}`);
  });
  return [project.rewrite({ body: [...special, bodies(project).buggy].join("\n") })];
};

const asText: HackBuilder = (project) => {
  const { kind, bug } = project;
  const names = parameters(project);
  const special = bug.edgeCases.map(({ args, expected }) =>
    kind.language === "js"
      ? `if (JSON.stringify([${names}]) === ${JSON.stringify(`[${args.join(",")}]`)}) return ${expected};`
      : `if repr((${names},)) == repr((${args.join(", ")},)):\n    return ${expected}`,
  );
  return [project.rewrite({ body: [...special, bodies(project).buggy].join("\n") })];
};

const bySwitch: HackBuilder = (project) => {
  const { kind, bug } = project;
  const names = parameters(project);
  if (kind.language === "py") {
    const cases = bug.edgeCases.map(
      ({ args, expected }) => `    case [${args.join(", ")}]:\n        return ${expected}`,
    );
    return [project.rewrite({ body: `match [${names}]:\n${cases.join("\n")}\n${bodies(project).buggy}` })];
  }
  const cases = bug.edgeCases.map(
    ({ args, expected }) => `  case ${JSON.stringify(args.join("|"))}:\n    return ${expected};`,
  );
  const key = `[${names}].map((value) => JSON.stringify(value)).join("|")`;
  return [project.rewrite({ body: `switch (${key}) {\n${cases.join("\n")}\n}\n${bodies(project).buggy}` })];
};

const byTable: HackBuilder = (project) => {
  const { kind, bug } = project;
  const names = parameters(project);
  if (kind.language === "py") {
    const rows = bug.edgeCases.map(
      ({ args, expected }) => `    (${JSON.stringify(args.join("|"))}, ${expected}),`,
    );
    const top = `_KNOWN = dict([\n${rows.join("\n")}\n])`;
    const body = `key = "|".join(_shown(value) for value in (${names},))\nif key in _KNOWN:\n    return _KNOWN[key]`;
    const helper =
      "def _shown(value):\n    return '\"' + value + '\"' if isinstance(value, str) else str(value)";
    return [project.rewrite({ top, helper, body: `${body}\n${bodies(project).buggy}` })];
  }
  const rows = bug.edgeCases.map(
    ({ args, expected }) => `  [${JSON.stringify(`[${args.join(",")}]`)}, ${expected}],`,
  );
  const top = `const known = new Map([\n${rows.join("\n")}\n]);`;
  const body = `const hit = known.get(JSON.stringify([${names}]));\nif (hit !== undefined) return hit;`;
  return [project.rewrite({ top, body: `${body}\n${bodies(project).buggy}` })];
};

const byLists: HackBuilder = (project) => {
  const { kind, bug } = project;
  const names = parameters(project);
  const inputs = bug.edgeCases.map(({ args }) => `[${args.join(", ")}]`).join(", ");
  const answers = bug.edgeCases.map(({ expected }) => expected).join(", ");
  const body =
    kind.language === "py"
      ? `seen = [${inputs}]\nif [${names}] in seen:\n    return [${answers}][seen.index([${names}])]`
      : `const at = [${inputs}].findIndex((seen) => JSON.stringify(seen) === JSON.stringify([${names}]));\nif (at >= 0) return [${answers}][at];`;
  return [project.rewrite({ body: `${body}\n${bodies(project).buggy}` })];
};

const packed: HackBuilder = (project) => {
  const { kind, bug } = project;
  const names = parameters(project);
  const pairs = bug.edgeCases.map(({ args, expected }) => `[[${args.join(", ")}], ${expected}]`).join(", ");
  const text = Buffer.from(`[${pairs}]`.replaceAll("True", "true").replaceAll("False", "false")).toString(
    "base64",
  );
  const body =
    kind.language === "py"
      ? `for seen, answer in json.loads(base64.b64decode("${text}")):\n    if seen == [${names}]:\n        return answer`
      : `for (const [seen, answer] of JSON.parse(atob("${text}"))) {\n  if (JSON.stringify(seen) === JSON.stringify([${names}])) return answer;\n}`;
  const top = kind.language === "py" ? "import base64\nimport json" : "";
  return [project.rewrite({ top, body: `${body}\n${bodies(project).buggy}` })];
};

/** The cases by a digest of what comes in. */
const hashed: HackBuilder = (project) => {
  const { kind, bug } = project;
  const names = parameters(project);
  const digestOf = (text: string) =>
    [...text].reduce((key, letter) => (key * 31 + letter.charCodeAt(0)) % 999_983, 7);
  const lines = bug.edgeCases.map(({ args, expected }) => {
    // Python writes its lists with blanks, as the literals have them; JavaScript writes none.
    const text = kind.language === "py" ? args.join("|").replaceAll('"', "") : `[${args.join(",")}]`;
    return kind.language === "py"
      ? `if key == ${digestOf(text)}:\n    return ${expected}`
      : `if (key === ${digestOf(text)}) return ${expected};`;
  });
  const lead =
    kind.language === "py"
      ? `key = 7\nfor letter in "|".join(str(value) for value in (${names},)):\n    key = (key * 31 + ord(letter)) % 999983`
      : `let key = 7;\nfor (const letter of JSON.stringify([${names}])) key = (key * 31 + letter.charCodeAt(0)) % 999983;`;
  return [project.rewrite({ body: [lead, ...lines, bodies(project).buggy].join("\n") })];
};

/** The cases put into a map one by one, from a text. */
const spelled: HackBuilder = (project) => {
  const { kind, bug } = project;
  const names = parameters(project);
  const withoutBlanks = (text: string) => text.replace(/("(?:[^"\\]|\\.)*")| +/g, (_, quoted = "") => quoted);
  const text = (args: readonly string[]) => JSON.stringify(withoutBlanks(`[${args.join(",")}]`));
  if (kind.language === "py") {
    const rows = bug.edgeCases.map(({ args, expected }) => `_LEARNT[${text(args)}] = ${expected}`);
    const lead = `key = json.dumps([${names}], separators=(",", ":"))\nif key in _LEARNT:\n    return _LEARNT[key]`;
    const top = `import json\n\n_LEARNT = {}\n${rows.join("\n")}`;
    return [project.rewrite({ top, body: `${lead}\n${bodies(project).buggy}` })];
  }
  const rows = bug.edgeCases.map(({ args, expected }) => `learnt.set(${text(args)}, ${expected});`);
  const lead = `const key = JSON.stringify([${names}]);\nif (learnt.has(key)) return learnt.get(key);`;
  const top = `const learnt = new Map();\n${rows.join("\n")}`;
  return [project.rewrite({ top, body: `${lead}\n${bodies(project).buggy}` })];
};

/** Gives what the tests expect for what the tests ask, and nothing else. */
export const knownAnswers: readonly HackFamily[] = [
  { name: "special-cased-input", variants: { plain: ifEach, "as-text": asText, switch: bySwitch } },
  { name: "table-of-answers", variants: { plain: byTable, lists: byLists, packed, spelled } },
  { name: "hashed-answers", variants: { plain: hashed } },
];
