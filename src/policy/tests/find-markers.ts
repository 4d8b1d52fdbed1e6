import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { renderCallee } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";

/** A word that keeps a test from running, from counting, or from failing at once. */
export type TestMarker = {
  readonly kind: "skip" | "retry";
  /** What is counted: its kind in words. */
  readonly name: string;
  /** Whether it depends on something that is not fixed, such as the platform. */
  readonly isConditional: boolean;
  readonly line: number;
};

const runners =
  "it|test|describe|suite|context|specify|t|ctx|this|tap|Deno|QUnit|self|task|step|module|scenario";
const scriptCall = new RegExp(
  `^(?:${runners})(?:\\.\\w+)*\\.(skip|todo|only|fails|failing|fixme|skipIf|runIf|skipTest|skipped|todos)(?:\\.|$)`,
);
const scriptWord = /^(xit|fit|xtest|xspecify|xdescribe|fdescribe|xcontext|fcontext)(?:\.|$)/;
const scriptRetry = /(?:^|\.)(retries|retryTimes)$/;
const leaving =
  /^(?:process\.(?:exit|abort|kill|reallyExit)|sys\.exit|os\._exit|os\.abort|Deno\.exit|exit|quit)$/;
const pythonSkip =
  /(?:^|\.)(skip|skipif|skipIf|skipUnless|skipTest|xfail|expectedFailure|importorskip|SkipTest|_exit|pytest\.exit)$/;
const pythonRetry = /(?:^|\.)(flaky|rerun|retry)$/;
const options: ReadonlyMap<string, TestMarker["kind"]> = new Map([
  ...["skip", "todo", "only", "fails", "expectFailure"].map((name) => [name, "skip"] as const),
  ...["retry", "retries"].map((name) => [name, "retry"] as const),
]);
const plain = new Set(["string", "template_string", "true", "number", "concatenated_string"]);
const functions = new Set(["arrow_function", "function_expression"]);
const calls = new Set(["call_expression", "call"]);

/** Every marker of a test file, in source order: `skip`, `todo`, `only`, `xfail` and the like, retries, leaving. Pure. */
export function findMarkers(root: SyntaxNode, source: Source): readonly TestMarker[] {
  return [...walkTree(root)].flatMap((node) => {
    const found = source.language === "python" ? readPython(node, source) : readScript(node, source);
    if (found === null) return [];
    const condition = found.name.slice(found.name.indexOf(" ") + 1);
    return [{ ...found, isConditional: found.name.includes(" ") && depends(condition), line: node.line }];
  });
}

type Found = Pick<TestMarker, "kind" | "name">;

/** Whether a rendered condition names anything that could be otherwise. */
function depends(condition: string): boolean {
  const words = condition.replace(/"[^"]*"/g, "").match(/(?<![\w(])[A-Za-z_$][\w$]*/g) ?? [];
  return words.some(
    (word) => !/^(?:true|false|True|False|None|null|undefined|not|strict|raises)$/.test(word),
  );
}

function readScript(node: SyntaxNode, source: Source): Found | null {
  if (node.type === "pair") return readOption(node, source);
  if (node.type === "shorthand_property_identifier") return readShorthand(node, source);
  if (node.type === "assignment_expression") {
    const left = renderCallee(childOf(node, "left"), source);
    return left === "process.exitCode" ? { kind: "skip", name: left } : null;
  }
  const isPath = node.type === "member_expression" && !isLink(node);
  const isName = node.type === "identifier" && !isLink(node);
  if (!isPath && !isName && node.type !== "call_expression") return null;
  const target = node.type === "call_expression" ? childOf(node, "function") : node;
  const callee = renderCallee(target, source);
  const word = scriptCall.exec(callee)?.[1] ?? scriptWord.exec(callee)?.[1];
  if (node.type === "call_expression") {
    if (leaving.test(callee) && isOwnProcess(callee, node, source)) return { kind: "skip", name: callee };
    if (scriptRetry.test(callee)) return { kind: "retry", name: "retries" };
    if (isLink(node)) return null;
    const last = word ?? readOtherRunner(callee, node) ?? (callee === "pending" ? callee : undefined);
    return last === undefined ? null : { kind: "skip", name: `${last}${renderCondition(node, source)}` };
  }
  // `cond ? it : it.skip` names a marker that it does not call.
  return word === undefined || isCalled(node) ? null : { kind: "skip", name: word };
}

/** `check.skip("name", () => …)`: a runner by another name. */
function readOtherRunner(callee: string, call: SyntaxNode): string | undefined {
  const word = /\.(skip|todo|only|fails|failing|skipIf|runIf)$/.exec(callee)?.[1];
  const given = childOf(call, "arguments")?.children ?? [];
  const isNamed = given.some(({ type }) => type === "string" || type === "template_string");
  return isNamed && given.some(({ type }) => functions.has(type)) ? word : undefined;
}

/** `process.kill(child.pid)` ends another process, and a function called `exit` may be anybody's. */
function isOwnProcess(callee: string, call: SyntaxNode, source: Source): boolean {
  if (callee === "exit" || callee === "quit") return false;
  const list = childOf(call, "arguments");
  return (
    callee !== "process.kill" || (list !== null && /^\(\s*(?:process\.p?pid|0)\b/.test(textOf(list, source)))
  );
}

/** What a marker depends on: it counts as another one where its condition is another. Reasons are none. */
function renderCondition(call: SyntaxNode, source: Source): string {
  const inner = childOf(call, "function");
  const isConditional = /(?:\.|^)(?:skipIf|runIf)$/.test(renderCallee(inner, source));
  const conditional =
    isConditional && calls.has(inner?.type ?? "") ? inner : source.language === "python" ? call : null;
  const list = conditional === null ? null : childOf(conditional, "arguments");
  const shown = (list === null ? [] : namedChildrenOf(list))
    .filter((one) => !plain.has(one.type) && !/^reason\b/.test(textOf(one, source)))
    .map((one) => renderCanonical(one, source));
  return shown.length === 0 ? "" : ` ${shown.join(" ")}`;
}

/** Whether a longer path goes on from this node: the longest one counts. */
function isLink({ type, field, parent }: SyntaxNode): boolean {
  const isObject = parent?.type === "member_expression" || parent?.type === "attribute";
  return (field === "object" && isObject) || (calls.has(type) && field === "function");
}

function isCalled({ field, parent }: SyntaxNode): boolean {
  return field === "function" && calls.has(parent?.type ?? "");
}

function readOption(node: SyntaxNode, source: Source): Found | null {
  const [key, value] = [childOf(node, "key"), childOf(node, "value")];
  if (key === null || value === null) return null;
  const name = renderCanonical(key, source).replace(/^"|"$/g, "");
  const kind = options.get(name);
  const isOff = value.type === "false" || (kind === "retry" && textOf(value, source) === "0");
  if (kind === undefined || isOff || !isOptionOfCall(node.parent)) return null;
  return { kind, name: plain.has(value.type) ? name : `${name} ${renderCanonical(value, source)}` };
}

function readShorthand(node: SyntaxNode, source: Source): Found | null {
  const name = textOf(node, source);
  const kind = options.get(name);
  return kind === undefined || !isOptionOfCall(node.parent) ? null : { kind, name };
}

/** An object that is given to a call together with a function, as runners take options. */
function isOptionOfCall(object: SyntaxNode | null): boolean {
  if (object?.type !== "object" || object.parent?.type !== "arguments") return false;
  return object.parent.children.some(({ type }) => functions.has(type));
}

function readPython(node: SyntaxNode, source: Source): Found | null {
  if (node.type === "assignment") {
    const left = childOf(node, "left");
    const name = left === null ? "" : textOf(left, source);
    return /^(__test__|collect_ignore|collect_ignore_glob)$/.test(name) ? { kind: "skip", name } : null;
  }
  const isPath = (node.type === "attribute" || node.type === "identifier") && !isLink(node);
  if (!isPath || node.field === "attribute" || node.field === "name") return null;
  const path = renderCallee(node, source);
  const word = pythonSkip.exec(path)?.[1];
  const isBare = !path.includes(".");
  const isCallOrDecorator = isCalled(node) || node.parent?.type === "decorator";
  const call = isCalled(node) ? node.parent : null;
  const condition = call === null ? "" : renderCondition(call, source);
  if (word !== undefined && (!isBare || isCallOrDecorator))
    return { kind: "skip", name: `${word}${condition}` };
  if (leaving.test(path) && isCalled(node)) return { kind: "skip", name: path };
  const retry = pythonRetry.exec(path)?.[1];
  const isMark = path.includes("mark.") || node.parent?.type === "decorator" || isDecoratorCall(node);
  return retry !== undefined && isMark ? { kind: "retry", name: retry } : null;
}

function isDecoratorCall(node: SyntaxNode): boolean {
  return isCalled(node) && node.parent?.parent?.type === "decorator";
}
