import { childOf, enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "looks at who called it";
const inside = "looks into the running program";

export const stackInspection = createSmellRule({
  id: "stack-inspection",
  title: "New code that looks at its callers or into the running program",
  explanation:
    "A function that knows who calls it can answer a test otherwise than a user. Pass what is needed as an argument. " +
    "Logging an error's stack is no smell; reading in it is.",
  inTests: "note",
  script: [
    {
      does,
      names: [
        "Error.prepareStackTrace",
        "new Error.stack",
        "Error.stack",
        "arguments.callee",
        "arguments.caller",
      ],
    },
    {
      does,
      names: [
        "util.getCallSites",
        "util.getCallSite",
        "callsites",
        "stack-trace",
        "caller",
        "error-stack-parser",
      ],
    },
    {
      does: inside,
      names: [
        "inspector",
        "v8",
        "async_hooks.createHook",
        "async_hooks.executionAsyncResource",
        "async_hooks.triggerAsyncId",
        "diagnostics_channel",
        "trace_events",
        "process._getActiveHandles",
        "process._getActiveRequests",
        "process.getActiveResourcesInfo",
        "process.report",
        "process.mainModule.children",
        "module.children",
      ],
    },
  ],
  python: [
    {
      does,
      names: [
        "inspect.stack",
        "inspect.currentframe",
        "inspect.getframeinfo",
        "inspect.getouterframes",
        "inspect.getinnerframes",
        "inspect.trace",
        "inspect.getsource*",
        "inspect[*]",
        "sys._getframe*",
        "sys._current_*",
        "traceback.extract_stack",
        "traceback.format_stack",
        "traceback.print_stack",
        "traceback.walk_stack",
        "traceback.walk_tb",
        "traceback.StackSummary",
      ],
    },
    {
      does: inside,
      names: ["gc.get_*", "sys.settrace", "sys.setprofile", "sys.monitoring", "tracemalloc", "bdb", "pdb"],
    },
  ],
  text: {
    script: [
      { does, pattern: /\bnew\s+Error\s*\([^)]*\)\s*\??\.\s*stack\b|\bprepareStackTrace\b|\bcallee\b/ },
    ],
    python: [{ does, pattern: /\b(_getframe|f_back|currentframe|extract_stack)\b/ }],
    go: [{ does, pattern: /\bruntime\.(Caller|Callers|Stack|FuncForPC)\b|\bdebug\.(Stack|PrintStack)\b/ }],
    rust: [{ does, pattern: /\bBacktrace::|\bLocation::caller\b/ }],
    ruby: [{ does, pattern: /\bcaller(_locations)?\b|\bTracePoint\b|\bset_trace_func\b|\bObjectSpace\b/ }],
    php: [{ does, pattern: /\bdebug_(print_)?backtrace\b/ }],
    jvm: [{ does, pattern: /\bgetStackTrace\b|\bStackWalker\b|\bgetCallerClass\b/ }],
    c: [{ does, pattern: /\bbacktrace\s*\(|\b__builtin_return_address\b|\bptrace\s*\(/ }],
    csharp: [{ does, pattern: /\bnew\s+Stack(Trace|Frame)\b|\bCallerMemberName\b|\bCallerFilePath\b/ }],
    other: [{ does, pattern: /\bdebug\.(getinfo|traceback)\b|\bcaller\s*\(/ }],
  },
  find: (facts) => [...findMembers(facts), ...findProcFiles(facts)],
});

const frameMembers =
  /^(f_back|f_locals|f_globals|f_code|f_builtins|tb_frame|tb_next|co_filename|co_name|gi_frame|cr_frame)$/;
const readsText =
  /^(includes|indexOf|split|match|matchAll|search|startsWith|endsWith|replace|replaceAll|slice|substring)$/;

function findMembers(facts: CodeFacts): readonly Smell[] {
  const members = facts.members.flatMap(({ name, node }) => {
    const isFrame = facts.source.language === "python" && frameMembers.test(name);
    const isStack = name === "stack" && facts.source.language !== "python" && isErrorRead(facts, node);
    const isCaller = name === "caller" && facts.source.language !== "python" && isOfFunction(facts, node);
    return isFrame || isStack || isCaller
      ? [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })]
      : [];
  });
  return [...members, ...findCaptures(facts)];
}

/** Whether a `.stack` is an error's and its text is looked through, not merely printed. */
function isErrorRead(facts: CodeFacts, node: SyntaxNode): boolean {
  const object = childOf(node, "object");
  const index = childOf(node, "index");
  // Nobody spells the name of a member in parts who has nothing to hide.
  if (index !== null && index.type !== "string") return true;
  const owner = object === null ? "" : facts.source.text.slice(object.start, object.end);
  if (!/(^|\.|_)(e|err|error|ex|exception|cause|reason)\d*[?!]?$|Err(or)?$|^new |\bError\(/.test(owner))
    return false;
  const above = node.parent;
  const method = above === null ? null : childOf(above, "property");
  if (above?.type === "member_expression" && method !== null)
    return readsText.test(facts.source.text.slice(method.start, method.end));
  const kept = above === null ? null : (childOf(above, "left") ?? childOf(above, "name"));
  if (kept?.type === "identifier") {
    const name = facts.source.text.slice(kept.start, kept.end);
    if (
      new RegExp(
        `\\b${name}\\s*\\??\\.\\s*(includes|indexOf|split|match|search|startsWith|endsWith)\\b`,
      ).test(facts.source.text)
    )
      return true;
  }
  const call = enclosing(node, new Set(["call_expression"]));
  const callee = call === null ? null : childOf(call, "function");
  const name = callee === null ? "" : facts.source.text.slice(callee.start, callee.end);
  return /\.(test|exec|match)$/.test(name);
}

function isOfFunction(facts: CodeFacts, node: SyntaxNode): boolean {
  const object = childOf(node, "object");
  return object !== null && facts.isFunction(object);
}

/** `Error.captureStackTrace(this)` is how error classes hide their constructor; on other objects it takes a stack. */
function findCaptures(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, node }) => {
    if (!/^Error\.captureStackTrace/.test(name)) return [];
    const call = node.parent;
    const given = call === null ? null : childOf(call, "arguments");
    const isOwn = given !== null && /^\(\s*this\b/.test(facts.source.text.slice(given.start, given.end));
    return isOwn ? [] : [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })];
  });
}

function findProcFiles(facts: CodeFacts): readonly Smell[] {
  return facts.texts.flatMap(({ value, node }) =>
    /^\/(proc|dev\/(fd|shm|tty))(\/|$)/.test(value)
      ? [
          makeSmell(facts, node, {
            does: `${inside} (${value.slice(0, 60)})`,
            kind: inside,
            isUsualInTests: true,
          }),
        ]
      : [],
  );
}
