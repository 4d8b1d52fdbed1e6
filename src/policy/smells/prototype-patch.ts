import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts, CodeReference } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import { ownGlobals, pythonModules } from "./platform-names.ts";
import type { Smell } from "./smell.ts";

const does = "changes what does not belong to it";
const loads = "changes how modules are loaded";

export const prototypePatch = createSmellRule({
  id: "prototype-patch",
  title: "New code that changes built-in objects, other modules or how they are loaded",
  explanation:
    "Who changes a built-in or another module changes the test runner and its assertions too, since they share one " +
    "process. Wrap, subclass or pass a parameter. A module may change what it declares itself.",
  inTests: "denial",
  script: [
    {
      does: loads,
      names: [
        "require.cache",
        "require.extensions",
        "module._*",
        "module.Module._*",
        "module.prototype",
        "module.register",
        "module.registerHooks",
        "module.syncBuiltinESMExports",
        "module.constructor",
        "module.Module.prototype",
        "process.env.NODE_OPTIONS",
        "process.env.NODE_PATH",
      ],
    },
  ],
  python: [
    {
      does: loads,
      names: [
        "sys.meta_path",
        "sys.path_hooks",
        "sys.path_importer_cache",
        "importlib.reload",
        "site.addsitedir",
      ],
    },
    { does: loads, names: ["sys.modules"], uses: ["write"] },
    { does: loads, names: ["sys.path"], uses: ["write"], isUsualInTests: true },
    {
      does: loads,
      names: ["sys.path.insert", "sys.path.append", "sys.path.extend", "sys.path.remove"],
      isUsualInTests: true,
    },
    {
      does: loads,
      names: ["sys.modules.update", "sys.modules.pop", "sys.modules.setdefault", "sys.modules.clear"],
    },
    {
      does,
      names: [
        "sys.settrace",
        "sys.setprofile",
        "threading.settrace",
        "threading.setprofile",
        "sys.addaudithook",
      ],
    },
    {
      does,
      names: [
        "forbiddenfruit",
        "gorilla",
        "codecs.register",
        "gc.get_referrers",
        "gc.get_objects",
        "copyreg",
      ],
    },
    { does, names: ["globals().update", "globals().__setitem__"] },
  ],
  text: {
    script: [
      { does, pattern: /\.\s*prototype\s*(\.\s*\w+|\[[^\]]*\])?\s*=[^=]|\b__proto__\b|\bsetPrototypeOf\b/ },
      { does, pattern: /\b(globalThis|global)\s*[.[][^=;]*=[^=]/ },
    ],
    python: [{ does, pattern: /\bsetattr\s*\(|\bbuiltins?\b|\bsys\.modules\[|\bimportlib\.reload\b/ }],
    ruby: [
      { does, pattern: /\b(define_method|alias_method|remove_method|refine|prepend|class_eval|const_set)\b/ },
      { does, pattern: /^\s*(class|module)\s+(Object|String|Integer|Array|Hash|Kernel|Minitest|RSpec)\b/ },
    ],
    jvm: [{ does, pattern: /\bsetAccessible\s*\(\s*true|\bInstrumentation\b|\bUnsafe\b/ }],
    go: [{ does, pattern: /\/\/go:linkname|"github\.com\/(bouk|agiledragon)\/\w+/ }],
    csharp: [{ does, pattern: /\bHarmony(Lib)?\b|\bRuntimeHelpers\.PrepareMethod\b/ }],
    c: [{ does, pattern: /\bLD_PRELOAD\b|__attribute__\s*\(\(\s*(constructor|destructor)/ }],
    other: [{ does, pattern: /\b(setmetatable|debug\.setmetatable)\s*\(\s*_G\b|\b_G\s*\[/ }],
  },
  find: (facts) =>
    facts.source.language === "python"
      ? findPythonWrites(facts)
      : [...findWrites(facts), ...findDefinitions(facts)],
});

function findWrites(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap((reference) => {
    if (reference.use !== "write") return [];
    const { start, end } = reference.node;
    const isOnGlobal = /^(globalThis|global)\s*[.?[]/.test(facts.source.text.slice(start, end));
    const isFunction = isFunctionAssigned(facts, reference.node);
    const severity = isOnGlobal ? "denial" : judgeTarget(reference, isFunction);
    if (severity === null) return [];
    const isUsualInTests = standIns.test(reference.name);
    return [
      makeSmell(facts, reference.node, {
        does: `${does} (${reference.name})`,
        kind: does,
        severity,
        isUsualInTests,
      }),
    ];
  });
}

/** What tests replace by hand; each runs in its own process or puts it back. */
const standIns =
  /^(console\.\w+|fetch|Date\.now|Math\.random|performance\.now|process\.std(out|err)\.write|process\.(argv|env\b.*)|window|document|navigator|localStorage|WebSocket)$/;

/** What writing to a name means; null for a module's own exports, for what was made here, the page and settings. */
function judgeTarget({ name, origin }: CodeReference, isFunction: boolean): "denial" | "note" | null {
  if (/^(module\.)?exports\b/.test(name)) return null;
  if (/(^|\.)(prototype|__proto__)($|[.[])/.test(name)) return "denial";
  if (name.startsWith("new ")) return null;
  const [root = ""] = name.split(/[.[]/);
  if (origin === "import") {
    const isOwnFile = root === "" || name.startsWith(".") || name.startsWith("/");
    return isFunction || !isOwnFile ? "denial" : "note";
  }
  if (/^(module\.exports|exports|module|document|location|history|localStorage|on\w+|arguments)\b/.test(name))
    return null;
  if (/^process\.(exitCode|env\.(NODE_OPTIONS|NODE_PATH))/.test(name)) return null;
  if (/^process\.(env|title)\b/.test(name)) return "note";
  if (name === "globalThis[*]") return "denial";
  return ownGlobals.has(root) ? "denial" : name.includes(".") ? null : "note";
}

function isFunctionAssigned(facts: CodeFacts, node: SyntaxNode): boolean {
  const right = node.parent === null ? null : childOf(node.parent, "right");
  return right !== null && facts.isFunction(right);
}

const definers =
  /^(Object\.(defineProperty|defineProperties|assign|setPrototypeOf|freeze|seal|preventExtensions)|Reflect\.(set|defineProperty|setPrototypeOf|deleteProperty))$/;

/** `Object.defineProperty(Array.prototype, …)` and its kin, where the object comes from outside of the file. */
function findDefinitions(facts: CodeFacts): readonly Smell[] {
  const called = facts.references.flatMap(({ name, use, node }) => {
    if (use !== "call" || !definers.test(name.replace(/\.(call|apply)$/, ""))) return [];
    const given = namedChildrenOf(childOf(node.parent ?? node, "arguments") ?? node);
    const target = /\.call$/.test(name) ? given[1] : given[0];
    return target === undefined ? [] : explainTarget(facts, target, node, name);
  });
  const old = facts.methods.flatMap(({ name, node }) => {
    if (!/^__define[GS]etter__$/.test(name)) return [];
    const target = childOf(childOf(node, "function") ?? node, "object");
    return target === null ? [] : explainTarget(facts, target, node, name);
  });
  return [...called, ...old];
}

function explainTarget(facts: CodeFacts, target: SyntaxNode, node: SyntaxNode, by: string): readonly Smell[] {
  const isFrozenOwn = /freeze|seal|prevent/.test(by);
  return facts.namesOf(target).flatMap((name) => {
    const isOwn = /^(new |exports\b|module\.exports|module$|process\.env\b|document\b)/.test(name);
    const isForeign = /(^|\.)(prototype|__proto__)$/.test(name) || ownGlobals.has(name.split(".")[0] ?? "");
    const isImported = /^[@a-z.]/.test(name) && !isFrozenOwn;
    if (isOwn || !(isForeign || isImported)) return [];
    return [makeSmell(facts, node, { does: `${does} (${by} on ${name})`, kind: does })];
  });
}

function findPythonWrites(facts: CodeFacts): readonly Smell[] {
  const written = facts.references.flatMap(({ name, use, origin, node }) => {
    if (use !== "write" || node.type === "identifier" || /^(sys\.(modules|path|std\w+))\b/.test(name))
      return [];
    if (!name.includes(".")) return [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })];
    if (/^os\.environ\b/.test(name))
      return [
        makeSmell(facts, node, { does: `${does} (${name})`, kind: "sets variables", severity: "note" }),
      ];
    const right = node.parent === null ? null : childOf(node.parent, "right");
    const isStrong =
      origin === "global" ||
      pythonModules.has(name.split(".")[0] ?? "") ||
      (right !== null && facts.isFunction(right));
    return [
      makeSmell(facts, node, {
        does: `${does} (${name})`,
        kind: does,
        severity: isStrong ? "denial" : "note",
      }),
    ];
  });
  const hidden = facts.members.flatMap(({ name, node }) =>
    (/^__(code|class|base|bases|mro|globals|closure|defaults|kwdefaults)__$/.test(name) && isWritten(node)) ||
    /^__(subclasses|globals|builtins|closure)__$/.test(name)
      ? [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })]
      : [],
  );
  return [...written, ...hidden, ...findSetattr(facts), ...findDictionaries(facts)];
}

/** `vars(module).update(…)`: the names of a module or class are given other values all at once. */
function findDictionaries(facts: CodeFacts): readonly Smell[] {
  return facts.methods.flatMap(({ name, node }) => {
    const object = childOf(childOf(node, "function") ?? node, "object");
    if (object === null || !/^(update|setdefault|pop|clear|__setitem__|__ior__)$/.test(name)) return [];
    const written = facts.source.text.slice(object.start, object.end);
    if (!/^vars\s*\(|\.__dict__$/.test(written)) return [];
    return facts
      .namesOf(object)
      .map((of) => makeSmell(facts, node, { does: `${does} (${name} on ${of})`, kind: does }));
  });
}

function isWritten({ field, parent }: SyntaxNode): boolean {
  return field === "left" && parent?.type === "assignment";
}

function findSetattr(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    if (use !== "call" || !/^(setattr|delattr|type\.__setattr__|object\.__setattr__)$/.test(name)) return [];
    const target = namedChildrenOf(childOf(node.parent ?? node, "arguments") ?? node)[0];
    const names = target === undefined ? [] : facts.namesOf(target);
    return names.map((of) => makeSmell(facts, node, { does: `${does} (${name} on ${of})`, kind: does }));
  });
}
