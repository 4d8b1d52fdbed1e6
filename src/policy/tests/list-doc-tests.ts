/** An example in documentation that a runner executes. */
export type DocTest = { readonly text: string; readonly line: number };

/** The examples of doctest in Python's docstrings: what is typed, and what it has to print. Pure. */
export function listPythonDocTests(text: string): readonly DocTest[] {
  const examples: { readonly parts: string[]; readonly line: number }[] = [];
  let isOpen = false;
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim();
    const isPrompt = /^>>>(?:\s|$)/.test(line);
    if (isPrompt) examples.push({ parts: [], line: index + 1 });
    isOpen = isPrompt || (isOpen && line !== "" && !/^(?:"""|''')/.test(line));
    if (isOpen) examples.at(-1)?.parts.push(line.replace(/(?:"""|''')$/, ""));
  }
  return examples.map(({ parts, line }) => ({ text: parts.join("\n"), line }));
}

/** The code blocks in Rust's doc comments that cargo runs, each with the words after its fence. Pure. */
export function listRustDocTests(text: string): readonly DocTest[] {
  const blocks: DocTest[] = [];
  let open: { readonly parts: string[]; readonly line: number } | null = null;
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const comment = /^\s*\/\/[/!](.*)$/.exec(whole)?.[1]?.trim();
    if (comment === undefined) open = null;
    else if (open === null && comment.startsWith("```"))
      open = { parts: [comment.replaceAll(/\s/g, "")], line: index + 1 };
    else if (open !== null && comment.startsWith("```")) {
      if (isRun(open.parts[0] ?? "")) blocks.push({ text: open.parts.join("\n"), line: open.line });
      open = null;
    } else open?.parts.push(comment);
  }
  return blocks;
}

/** A fence that names another language is prose. */
function isRun(fence: string): boolean {
  const words = fence
    .replace(/^`+/, "")
    .split(",")
    .filter((word) => word !== "");
  return words.every((word) =>
    /^(?:rust|no_run|should_panic|compile_fail\w*|ignore\S*|edition\d+|E\d+|test_harness)$/.test(word),
  );
}
