import { namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "compares the process or the clock with a fixed value";
/** What programs may well ask for, only not to compare it with a value that is written down. */
const asked =
  /^(process\.(pid|cwd|memoryUsage(\.rss)?|cpuUsage|hrtime(\.bigint)?)|(perf_hooks\.)?performance\.now|Date\.now|os\.(getpid|getcwd|times)|time\.(time|time_ns|monotonic|monotonic_ns|perf_counter|process_time|thread_time)|threading\.(current_thread|main_thread|get_ident)|pathlib\.Path\.cwd|worker_threads\.isMainThread|sys\.(getrecursionlimit|excepthook|displayhook))$/;
const compares = /^(===?|!==?|<=?|>=?|in|not in|is|is not)$/;

/** `process.pid < 300`, `performance.now() < 30_000`, `os.getpid() == 7`: no program's result depends on that. Pure. */
export function findFixedComparisons(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, node }) => {
    if (!asked.test(name)) return [];
    const whole = climb(node);
    const above = whole.parent;
    if (above === null || !/^(binary_expression|comparison_operator)$/.test(above.type)) return [];
    if (!above.children.some(({ type }) => compares.test(type))) return [];
    const others = namedChildrenOf(above).filter(
      ({ start, end }) => start !== whole.start || end !== whole.end,
    );
    const isFixed = others.some((other) => facts.foldValue(other) !== undefined && !isNothing(facts, other));
    return isFixed ? [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })] : [];
  });
}

/** The call and the members that a name leads to: `memoryUsage().heapTotal`, `threading.current_thread().name`. */
function climb(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (
    at.parent !== null &&
    /^(call|call_expression|member_expression|attribute|subscript|subscript_expression)$/.test(
      at.parent.type,
    ) &&
    at.parent.start === at.start
  )
    at = at.parent;
  return at;
}

function isNothing(facts: CodeFacts, node: SyntaxNode): boolean {
  const value = facts.foldValue(node);
  return value === null || value === 0;
}
