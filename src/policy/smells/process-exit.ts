import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import { childOf, enclosing, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const leaves = "leaves the process";
const handlers = "takes part in how the process ends";

export const processExit = createSmellRule({
  id: "process-exit",
  title: "New code that leaves, kills or outlives the process",
  explanation:
    "Code that ends the process ends the tests with it, and a run that stops early can look like a green one. Return " +
    "or throw instead. A program's entry file may keep the exits that it has.",
  inTests: "denial",
  script: [
    {
      does: leaves,
      names: [
        "process.exit",
        "process.abort",
        "process.kill",
        "process._kill",
        "process.reallyExit",
        "process.dlopen",
        "process[*]",
        "globalThis[*]",
        "Deno.exit",
        "Deno.kill",
        "Bun.exit",
      ],
    },
    { does: leaves, names: ["process.exitCode"], uses: ["write"] },
    {
      does: handlers,
      names: [
        "process.emit",
        "process.removeAllListeners",
        "process.removeListener",
        "process.off",
        "process.listeners",
        "process.setUncaughtExceptionCaptureCallback",
        "process.setSourceMapsEnabled",
        "process.finalization",
      ],
    },
  ],
  python: [
    {
      does: leaves,
      names: [
        "os._exit",
        "os.abort",
        "os.kill",
        "os.killpg",
        "posix._exit",
        "posix.kill",
        "posix.abort",
        "nt._exit",
        "sys.exit",
        "sys[*]",
        "os[*]",
        "exit",
        "quit",
        "signal.raise_signal",
        "signal.pthread_kill",
        "signal.alarm",
        "signal.setitimer",
        "signal.signal",
        "_thread.interrupt_main",
        "faulthandler._*",
      ],
      uses: ["read", "alias", "call", "import"],
    },
    { does: leaves, names: ["SystemExit", "KeyboardInterrupt"], uses: ["call", "alias"] },
    { does: handlers, names: ["atexit", "weakref.finalize"] },
    {
      does: handlers,
      names: ["sys.excepthook", "sys.unraisablehook", "threading.excepthook", "sys.exitfunc"],
      uses: ["write"],
    },
  ],
  text: {
    script: [
      { does: leaves, pattern: /\bprocess\s*(\?\.)?\s*(\[|\.\s*(exit|abort|kill|reallyExit))/ },
      { does: handlers, pattern: /\bprocess\s*\.\s*(on|once|addListener|prependListener)\s*\(/ },
    ],
    python: [{ does: leaves, pattern: /\braise\s+(SystemExit|KeyboardInterrupt)\b|\b_exit\b/ }],
    go: [{ does: leaves, pattern: /\b(os\.Exit|log\.Fatal\w*|runtime\.Goexit|syscall\.(Exit|Kill))\b/ }],
    rust: [{ does: leaves, pattern: /\bprocess::(exit|abort)\b|\blibc::_?exit\b|\bstd::process\b/ }],
    ruby: [
      {
        does: leaves,
        pattern: /(^|[^\w.:])(exit!?|abort|at_exit)\b(?!\s*=)|\bProcess\.(kill|exit!?|abort)\b/,
      },
    ],
    php: [{ does: leaves, pattern: /\b(exit|die)\b\s*[(;]|\bposix_kill\b|\bregister_shutdown_function\b/ }],
    jvm: [
      {
        does: leaves,
        pattern: /\bSystem\.exit\b|\.halt\s*\(|\bexitProcess\b|\baddShutdownHook\b|\bsys\.exit\b/,
      },
    ],
    c: [{ does: leaves, pattern: /\b(_?exit|_Exit|quick_exit|abort|kill|raise|atexit)\s*\(/ }],
    csharp: [{ does: leaves, pattern: /\bEnvironment\.(Exit|FailFast)\b|\bProcess\.\w*Kill\b/ }],
    other: [{ does: leaves, pattern: /\b(os\.exit|System\.halt|exit)\s*\(/ }],
  },
  find: (facts) => [...findHandlers(facts), ...findRaised(facts), ...findHandedOn(facts)],
});

/** Listeners of what ends a process: an exit or an error that nobody caught can be turned into another result. */
function findHandlers(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, node }) => {
    if (!/^process\.(on|once|addListener|prependListener|prependOnceListener)(\.|$)/.test(name)) return [];
    const call = enclosing(node, new Set(["call_expression"]));
    const given = call === null ? undefined : namedChildrenOf(childOf(call, "arguments") ?? call)[0];
    const event = given === undefined ? undefined : facts.foldValue(given);
    const isHarmless = typeof event === "string" && /^(warning|message|multipleResolves)$/.test(event);
    return isHarmless ? [] : [makeSmell(facts, node, { does: `${handlers} (${name})`, kind: handlers })];
  });
}

function findRaised(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, node }) =>
    /^(SystemExit|KeyboardInterrupt|GeneratorExit)$/.test(name) && isRaised(node)
      ? [makeSmell(facts, node, { does: `${leaves} (raise ${name})`, kind: leaves })]
      : [],
  );
}

function isRaised({ parent, field }: SyntaxNode): boolean {
  return parent?.type === "raise_statement" && field !== "cause";
}

/** Uses of a whole object that show nothing of it: `typeof process`, `process && …`. */
const looksOnly = new Set([
  "unary_expression",
  "binary_expression",
  "parenthesized_expression",
  "ternary_expression",
]);

/** The process or the global object given to other code, which then can do with it what no rule sees. */
function findHandedOn(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    const written = facts.source.text.slice(node.start, node.end);
    const isWhole = (name === "process" || name === "globalThis") && use === "read";
    if (!isWhole || /^(window|self|frames)$/.test(written) || looksOnly.has(node.parent?.type ?? ""))
      return [];
    return [
      makeSmell(facts, node, {
        does: `hands ${name} on as a whole, where its use cannot be seen`,
        isUsualInTests: isGivenToTool(facts, node),
      }),
    ];
  });
}

const standsIn =
  /(^|\.)(spy\w*|stub\w*|mock[\w-]*(\.(method|getter|setter|property))?|replace\w*|intercept|capture)$/i;

/** Whether what makes stand-ins takes it, as `vi.spyOn(process, "cwd")` does; the project's own code is none. */
function isGivenToTool(facts: CodeFacts, { parent }: SyntaxNode): boolean {
  const callee =
    parent?.type === "arguments" && parent.parent !== null ? childOf(parent.parent, "function") : null;
  if (callee === null || facts.isFunction(callee)) return false;
  const names = facts.namesOf(callee);
  const written = facts.source.text.slice(callee.start, callee.end);
  const isOwn = names.some((name) => /^[./]/.test(name));
  return !isOwn && [...names, ...(names.length === 0 ? [written] : [])].every((name) => standsIn.test(name));
}
