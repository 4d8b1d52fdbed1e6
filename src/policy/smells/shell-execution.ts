import { createSmellRule } from "./create-smell-rule.ts";

const does = "starts other programs";
const spreads = "starts other interpreters of the same program";

export const shellExecution = createSmellRule({
  id: "shell-execution",
  title: "New code that starts other programs",
  explanation:
    "Another program does what no rule on the diff can see, and may outlive the test that started it. A fix that truly " +
    "needs one is made by a person.",
  inTests: "note",
  script: [
    {
      does,
      names: [
        "child_process",
        "execa",
        "cross-spawn",
        "shelljs",
        "zx",
        "node-pty",
        "tinyexec",
        "nano-spawn",
        "spawn-*",
        "foreground-child",
        "cluster",
        "Bun.spawn",
        "Bun.spawnSync",
        "Bun.$",
        "Deno.Command",
        "Deno.run",
      ],
    },
    { does: spreads, names: ["worker_threads.Worker", "worker_threads[*]", "Worker"] },
  ],
  python: [
    {
      does,
      names: [
        "os.system",
        "os.popen*",
        "os.spawn*",
        "os.exec*",
        "os.posix_spawn*",
        "os.fork*",
        "os.startfile",
        "posix.system",
        "posix.fork*",
        "posix.exec*",
        "posix.popen",
        "pty",
        "commands",
        "popen2",
        "pexpect",
        "plumbum",
        "sh",
        "fabric",
        "asyncio.create_subprocess_*",
        "asyncio.subprocess",
        "platform.popen",
        "_posixsubprocess",
        "webbrowser",
      ],
    },
    // Its exceptions and constants start nothing, so that handling them is no smell.
    {
      does,
      names: [
        "subprocess.run",
        "subprocess.Popen",
        "subprocess.call",
        "subprocess.check_*",
        "subprocess.getoutput",
        "subprocess.getstatusoutput",
        "subprocess[*]",
        "subprocess.*",
      ],
      uses: ["call", "alias", "import"],
    },
    { does: spreads, names: ["multiprocessing", "concurrent.futures.ProcessPoolExecutor"], severity: "note" },
  ],
  text: {
    script: [{ does, pattern: /\b(child_process|execa|execSync|spawnSync|execFile|fork)\b/ }],
    python: [{ does, pattern: /\b(subprocess|popen|os\s*\.\s*(system|exec|spawn|fork))/ }],
    go: [{ does, pattern: /"os\/exec"|\bexec\.Command|\bsyscall\.(Exec|ForkExec)|\bos\.StartProcess/ }],
    rust: [{ does, pattern: /\bprocess::(Command|\{)|\bCommand::new\b/ }],
    ruby: [
      {
        does,
        pattern: /`[^`]+`|%x[{([]|\b(system|exec|spawn|fork)\s*[( ]["']|\bIO\.popen|\bOpen3\b|\bKernel\./,
      },
    ],
    php: [{ does, pattern: /\b(shell_exec|exec|system|passthru|proc_open|popen|pcntl_\w+)\s*\(|`[^`]+`/ }],
    jvm: [{ does, pattern: /\bgetRuntime\s*\(\s*\)|\bProcessBuilder\b|\bsys\.process\b/ }],
    c: [{ does, pattern: /\b(system|popen|fork|vfork|execv?[lpe]*|posix_spawnp?)\s*\(/ }],
    csharp: [{ does, pattern: /\bProcess\.Start\b|\bProcessStartInfo\b/ }],
    other: [{ does, pattern: /\b(os\.execute|io\.popen|System\.cmd|system)\b|\bProcess\(\)/ }],
  },
});
