import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "writes or deletes files";
const writers = [
  "write*",
  "appendFile*",
  "rm*",
  "unlink*",
  "rename*",
  "copyFile*",
  "cp*",
  "truncate*",
  "ftruncate*",
  "chmod*",
  "fchmod*",
  "chown*",
  "lchown*",
  "symlink*",
  "link*",
  "mkdir*",
  "mkdtemp*",
  "utimes*",
  "lutimes*",
  "createWriteStream",
  "WriteStream",
];
const modules = ["fs", "fs.promises", "fs-extra", "graceful-fs"];

export const fileTampering = createSmellRule({
  id: "file-tampering",
  title: "The first code that writes or deletes files in a file that had none",
  explanation:
    "A source that begins to write files can rewrite tests, reports and settings while it is tested. Where a file " +
    "already writes, one more place is only pointed out.",
  inTests: "note",
  isOnlyFirstDenied: true,
  script: [
    {
      does,
      names: [
        ...modules.flatMap((module) => writers.map((writer) => `${module}.${writer}`)),
        ...modules.map((module) => `${module}[*]`),
        "fs.promises.promises",
        "rimraf",
        "del",
        "write-file-atomic",
        "tmp",
        "Bun.write",
        "Deno.write*",
        "Deno.remove*",
        "Deno.rename*",
        "Deno.create*",
      ],
    },
  ],
  python: [
    {
      does,
      names: [
        "os.remove*",
        "os.unlink",
        "os.rename*",
        "os.replace",
        "os.rmdir",
        "os.truncate",
        "os.chmod",
        "os.chown",
        "os.symlink",
        "os.link",
        "os.mkdir",
        "os.makedirs",
        "os.open",
        "os.mkfifo",
        "os.utime",
        "os.chdir",
        "shutil.rmtree",
        "shutil.move",
        "shutil.copy*",
        "shutil.chown",
        "shutil.unpack_archive",
        "shutil.make_archive",
        "fileinput.*",
        "mmap",
        "linecache.*",
      ],
    },
  ],
  text: {
    go: [
      {
        does,
        pattern:
          /\b(os|ioutil)\.(WriteFile|Create\w*|Remove\w*|Rename|OpenFile|Truncate|Chmod|Symlink|Mkdir\w*)\b/,
      },
    ],
    rust: [
      {
        does,
        pattern:
          /\bfs::(write|remove_\w+|rename|copy|create_\w+|set_permissions)\b|\bFile::create\b|\bOpenOptions\b/,
      },
    ],
    ruby: [
      {
        does,
        pattern:
          /\bFile\.(write|delete|rename|unlink|chmod|symlink)\b|\bFileUtils\b|\bFile\.open\([^)]*["'][wa]/,
      },
    ],
    php: [
      {
        does,
        pattern: /\b(file_put_contents|unlink|rename|fwrite|rmdir|mkdir|copy|touch|chmod|symlink)\s*\(/,
      },
    ],
    jvm: [
      {
        does,
        pattern:
          /\bFiles\.(write|delete|move|copy|create)\w*|\bFile(Writer|OutputStream)\b|\.writeText\(|\.delete\(\)/,
      },
    ],
    c: [
      { does, pattern: /\bfopen\s*\([^)]*"[wa]|\bofstream\b|\b(unlink|remove|rename|truncate|chmod)\s*\(/ },
    ],
    csharp: [
      {
        does,
        pattern:
          /\bFile\.(Write|Delete|Move|Copy|Append|Create)\w*|\bStreamWriter\b|\bDirectory\.(Delete|Create)/,
      },
    ],
    other: [{ does, pattern: /\bio\.open\s*\([^)]*["'][wa]|\bos\.(remove|rename)\b|\bFile\.(write|rm)/ }],
  },
  find: (facts) =>
    facts.source.language === "python" ? [...findOpens(facts), ...findPaths(facts)] : findFlags(facts),
});

/** `open(…, "w")` and the like; a mode that is not spelled out counts, since it may be any. */
function findOpens(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    const call = node.parent;
    if (
      use !== "call" ||
      call === null ||
      !/^(open|io\.open|codecs\.open|gzip\.open|bz2\.open|lzma\.open)$/.test(name)
    )
      return [];
    const given = namedChildrenOf(childOf(call, "arguments") ?? call);
    const named = given.find(
      (part) =>
        part.type === "keyword_argument" && /^mode\b/.test(facts.source.text.slice(part.start, part.end)),
    );
    const mode =
      (named === undefined ? undefined : childOf(named, "value")) ??
      given.filter(({ type }) => type !== "keyword_argument")[1];
    const value = mode === undefined ? "r" : facts.foldValue(mode);
    const isRead = typeof value === "string" && !/[wax+]/.test(value);
    return isRead ? [] : [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })];
  });
}

/** Methods of `pathlib` that no other common type has. */
function findPaths(facts: CodeFacts): readonly Smell[] {
  return facts.methods.flatMap(({ name, node }) => {
    const isWriter = /^(write_text|write_bytes|unlink|symlink_to|hardlink_to|rmdir|touch|rmtree)$/.test(name);
    const callee = childOf(node, "function");
    const given = namedChildrenOf(childOf(node, "arguments") ?? node)[0];
    const mode = given === undefined ? undefined : facts.foldValue(given);
    const isOpen =
      name === "open" &&
      callee !== null &&
      facts.namesOf(callee).length === 0 &&
      typeof mode === "string" &&
      /^[rbt]*[wax+][rbtwax+]*$/.test(mode);
    return isWriter || isOpen ? [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })] : [];
  });
}

/** `fs.open` with flags that write. */
function findFlags(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    const call = node.parent;
    if (use !== "call" || call === null || !/^fs(\.promises)?\.open(Sync)?$/.test(name)) return [];
    const flags = namedChildrenOf(childOf(call, "arguments") ?? call)[1];
    const value = flags === undefined ? "r" : facts.foldValue(flags);
    const isRead =
      value === "r" || value === "rs" || value === 0 || (flags?.type.includes("function") ?? false);
    return isRead ? [] : [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })];
  });
}
