import { posix } from "node:path";
import type { SandboxCommand } from "../../../sandbox/sandbox.ts";
import { openPythonSession } from "./python-open.ts";
import type { WarmRunner } from "./warm-session.ts";

/** unittest as a fork server: loads tests as Nightshift's own runner of the gate does, with the same arguments. */
export const unittestWarmRunner: WarmRunner = {
  name: "unittest",
  suits: ({ runner, kind }) => runner === "unittest" && kind === "tests",
  open: (input) =>
    openPythonSession(
      {
        runner: "unittest",
        plan: (command, { sandbox }) => {
          const replaced = replaceScript(command, sandbox.supportPath);
          return replaced === null ? null : { command: replaced, env: {} };
        },
      },
      input,
    ),
};

function replaceScript(
  command: SandboxCommand["command"],
  supportPath: string,
): SandboxCommand["command"] | null {
  const [from, to] = ["unittest_report.py", "nightshift_warm_unittest.py"].map((name) =>
    posix.join(supportPath, name),
  );
  if (from === undefined || to === undefined || !command.includes(from)) return null;
  return typeof command === "string"
    ? command.replace(from, to)
    : command.map((word) => (word === from ? to : word));
}
