import type { ChangeSet } from "../change-set.ts";
import type { PolicyContext, PolicyRule } from "../policy-rule.ts";
import { listTestFiles } from "./copied/list-test-files.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { findEnvironmentReads } from "./find-environment-reads.ts";
import { findFixedComparisons } from "./find-fixed-comparisons.ts";

const does = "asks about the machine or the process that it runs in";

const watches = "asks whether a person is watching, or which thread it is";
/** A file that has to do with terminals or workers may well ask. */
const isAboutThat = /\b(std(out|err|in)|i?s?a?tty|colou?rs?|terminal|console|worker\w*|threading)\b/i;

const rule = createSmellRule({
  id: "ambient-state",
  title: "New code that asks about its machine, its process or environment variables that nobody knew",
  explanation:
    "A result that depends on the host's name, the process's age or a variable that happens to be set can be right " +
    "under test and wrong elsewhere. Take what is needed as an argument. What the tests themselves name, because they " +
    "set it or stand in for it, is only pointed out.",
  inTests: "ignored",
  script: [
    {
      does,
      names: [
        "os.hostname",
        "os.userInfo",
        "os.networkInterfaces",
        "os.loadavg",
        "os.uptime",
        "os.totalmem",
        "os.freemem",
        "os.getPriority",
        "os.machine",
        "process.uptime",
        "process.getuid",
        "process.geteuid",
        "process.getgid",
        "process.getegid",
        "process.getgroups",
        "process.eventNames",
        "process.listenerCount",
        "process.rawListeners",
        "process.resourceUsage",
        "process.constrainedMemory",
        "process.availableMemory",
        "process.config",
        "process.allowedNodeEnvironmentFlags",
        "async_hooks.executionAsyncId",
        "async_hooks.triggerAsyncId",
        "worker_threads.threadId",
        "performance.timeOrigin",
        "performance.nodeTiming",
        "Error.stackTraceLimit",
      ],
      uses: ["read", "alias", "call", "import"],
    },
    {
      does: watches,
      names: ["process.std*.isTTY", "tty.isatty", "worker_threads.isMainThread"],
    },
  ],
  python: [
    { does: watches, names: ["sys.std*.isatty", "os.isatty", "sys.__std*", "os.ttyname"] },
    {
      does,
      names: [
        "socket.gethostname",
        "socket.getfqdn",
        "platform.node",
        "platform.uname",
        "os.uname",
        "os.getuid",
        "os.geteuid",
        "os.getgid",
        "os.getegid",
        "os.getlogin",
        "os.getloadavg",
        "os.getpgid",
        "os.getsid",
        "getpass.getuser",
        "sys.flags",
        "sys._xoptions",
        "sys.warnoptions",
        "sys.getrefcount",
        "sys.getallocatedblocks",
        "sys.__excepthook__",
        "sys.getswitchinterval",
        "threading.active_count",
        "threading.enumerate",
        "warnings.filters",
        "faulthandler.is_enabled",
        "resource.getrusage",
        "asyncio._get_running_loop",
        "__debug__",
      ],
      uses: ["read", "alias", "call", "import"],
    },
  ],
  text: {
    go: [{ does, pattern: /\bos\.(Hostname|Getuid|Geteuid|Getppid)\b|\buser\.Current\(/ }],
    rust: [{ does, pattern: /\bhostname::get\b|\blibc::getuid\b/ }],
    ruby: [{ does, pattern: /\bSocket\.gethostname\b|\bProcess\.(uid|euid|ppid)\b|\bEtc\.getlogin\b/ }],
    php: [{ does, pattern: /\b(gethostname|get_current_user|posix_getuid|getmyuid|php_uname)\s*\(/ }],
  },
  find: (facts) => [...findEnvironmentReads(facts), ...findFixedComparisons(facts)],
});

/** A rule of smells that knows which variables and functions the tests name. */
export const ambientState: PolicyRule = {
  ...rule,
  async find(change, context) {
    const found = await rule.find(change, context);
    if (found.length === 0) return found;
    const tests = await readTests(change, context);
    return found.map((finding) => {
      const [, name = ""] = /\((?:.*[.])?(\w+)\)$/.exec(finding.reason) ?? [];
      const before = change.files.find(({ path }) => path === finding.file)?.before?.text ?? "";
      const isUsual = finding.reason.includes(watches) && isAboutThat.test(before);
      const isNamed = name !== "" && new RegExp(`\\b${name}\\b`).test(tests);
      return isNamed || isUsual ? { ...finding, severity: "note" as const } : finding;
    });
  },
};

async function readTests(change: ChangeSet, { readBase }: PolicyContext): Promise<string> {
  const texts = await Promise.all(listTestFiles(change).map((path) => readBase(path)));
  return texts.join("\n");
}
