import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "prints what looks like a test's report";
const takes = "takes over the channels that reports go through";

export const outputForging = createSmellRule({
  id: "output-forging",
  title: "New code that prints test results, workflow commands or writes to the report's channels",
  explanation:
    "Sources share their output with the test runner; who prints its format writes the verdict. Use the program's own " +
    "words, and leave file descriptors and the parent process alone.",
  inTests: "denial",
  script: [
    {
      does: takes,
      names: [
        "process.send",
        "process.channel",
        "process.disconnect",
        "process.openStdin",
        "process.stdout._*",
        "process.stderr._*",
        "process.stdout.end",
        "process.stdout.destroy",
        "process.stdout.fd",
        "process.stderr.fd",
        "process.stdout.cork",
        "process.stdout.pipe",
        "process._rawDebug",
        "worker_threads.parentPort",
        "process.stdout[*]",
      ],
    },
    {
      does: takes,
      names: ["process.stdout.write", "process.stderr.write", "process.stdout"],
      uses: ["write"],
    },
  ],
  python: [
    {
      does: takes,
      names: ["os.dup*", "os.fdopen", "os.closerange", "os.set_blocking", "os.writev", "fcntl", "termios"],
    },
    {
      does: takes,
      names: [
        "sys.stdout",
        "sys.stderr",
        "sys.__stdout__",
        "sys.__stderr__",
        "sys.stdin",
        "sys.stdout.write",
      ],
      uses: ["write"],
    },
    { does: takes, names: ["sys.__stdout__", "sys.__stderr__"] },
  ],
  text: {
    ...Object.fromEntries(
      (
        ["script", "python", "go", "rust", "ruby", "php", "jvm", "c", "csharp", "shell", "other"] as const
      ).map((family) => [
        family,
        [
          {
            does,
            pattern:
              /["'`](not )?ok \d|["'`]TAP version|["'`]1\.\.\d|["'`\s]<testsuites?\b|<testcase\b|["'`]::[a-z-]+(\s[^"'`]*)?::|--- (PASS|FAIL):|test result: ok/,
          },
        ],
      ]),
    ),
  },
  find: (facts) => [...findReports(facts), ...findDescriptors(facts)],
});

const report =
  /^\s*(not )?ok \d+\b|^TAP version \d|^\s*1\.\.\d+\s*$|<testsuites?\b|<testcase\b|^\s*::(set-output|set-env|add-path|add-mask|error|warning|notice|debug|group|endgroup|save-state|stop-commands|add-matcher|remove-matcher)\b|^##\[|"num(Passed|Failed|Total)Tests"|^num(Passed|Failed|Total)Tests$|^\s*=+ .*\b\d+ passed\b|^\s*# (pass|fail|tests) \d+|--- (PASS|FAIL): |test result: ok\.|^\s*Tests:?\s+\d+ passed|^# Subtest: |__VITEST_|^\d+ passing\b/m;

function findReports(facts: CodeFacts): readonly Smell[] {
  return facts.texts.flatMap(({ value, node }) =>
    report.test(value)
      ? [
          makeSmell(facts, node, {
            does: `${does} (${JSON.stringify(value.trim().slice(0, 40))})`,
            kind: does,
            isUsualInTests: true,
          }),
        ]
      : [],
  );
}

/** Writing to a descriptor by its number: the streams' own checks are passed by. */
function findDescriptors(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    const call = node.parent;
    const isWriter =
      /^fs(\.promises)?\.(write|writeSync|writev|writevSync|close|closeSync|writeFile|writeFileSync|appendFileSync|createWriteStream)$|^os\.(write|close)$|^open$/.test(
        name,
      );
    if (use !== "call" || call === null || !isWriter) return [];
    const given = namedChildrenOf(childOf(call, "arguments") ?? call)[0];
    const value = given === undefined ? undefined : facts.foldValue(given);
    const isStream =
      typeof value === "number" || (typeof value === "string" && /^\/dev\/(std|fd|tty|pts)/.test(value));
    return isStream ? [makeSmell(facts, node, { does: `${takes} (${name} of ${value})`, kind: takes })] : [];
  });
}
