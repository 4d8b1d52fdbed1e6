type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: "code"; readonly language: string; readonly lines: readonly string[] }
  | { readonly kind: "paragraph"; readonly text: string };

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Marks within a line: code first, since nothing within code is a mark. */
export function renderInline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      if (part.startsWith("`") && part.endsWith("`") && part.length > 2) return `<code>${escape(part.slice(1, -1))}</code>`;
      return escape(part)
        .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
        .replace(/\*([^*]+)\*/g, "<em>$1</em>")
        .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>');
    })
    .join("");
}

/** The blocks of a text, in their order. */
export function parseBlocks(text: string): readonly Block[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    if (line.trim() === "") {
      at += 1;
    } else if (heading !== null) {
      blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" });
      at += 1;
    } else if (line.startsWith("```")) {
      const close = lines.indexOf("```", at + 1);
      const end = close === -1 ? lines.length : close;
      blocks.push({ kind: "code", language: line.slice(3).trim(), lines: lines.slice(at + 1, end) });
      at = end + 1;
    } else if (isItem(line)) {
      const isOrdered = /^\d/.test(line);
      const items: string[] = [];
      while (isItem(lines[at] ?? "") && /^\d/.test(lines[at] ?? "") === isOrdered) {
        items.push((lines[at] ?? "").replace(/^(?:[-*]|\d+\.)\s+/, ""));
        at += 1;
      }
      blocks.push({ kind: "list", isOrdered, items });
    } else {
      const start = at;
      while (at < lines.length && !endsParagraph(lines[at] ?? "")) at += 1;
      blocks.push({ kind: "paragraph", text: lines.slice(start, at).map((part) => part.trim()).join(" ") });
    }
  }
  return blocks;
}

function isItem(line: string): boolean {
  return /^(?:[-*]|\d+\.)\s+\S/.test(line);
}

function endsParagraph(line: string): boolean {
  return line.trim() === "" || isItem(line) || line.startsWith("```") || /^#{1,6}\s+\S/.test(line);
}

export function renderMarkdown(text: string): string {
  return parseBlocks(text)
    .map((block) => {
      switch (block.kind) {
        case "heading":
          return `<h${block.level}>${renderInline(block.text)}</h${block.level}>`;
        case "code":
          return `<pre>${escape(block.lines.join("\n"))}</pre>`;
        case "list": {
          const tag = block.isOrdered ? "ol" : "ul";
          return `<${tag}>${block.items.map((item) => `<li>${renderInline(item)}</li>`).join("")}</${tag}>`;
        }
        case "paragraph":
          return `<p>${renderInline(block.text)}</p>`;
      }
    })
    .join("\n");
}

/** Headings as a list of links, indented by their level below the highest. */
export function tableOfContents(text: string): string {
  const headings = parseBlocks(text).flatMap((block) => (block.kind === "heading" ? [block] : []));
  const top = Math.min(...headings.map(({ level }) => level));
  const used = new Map<string, number>();
  return headings
    .map(({ level, text: title }) => {
      const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      const times = used.get(slug) ?? 0;
      used.set(slug, times + 1);
      return `${"  ".repeat(level - top)}- [${title}](#${times === 0 ? slug : `${slug}-${times}`})`;
    })
    .join("\n");
}
