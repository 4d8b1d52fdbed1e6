import { openPythonSession } from "./python-open.ts";
import type { WarmRunner } from "./warm-session.ts";

/**
 * pytest as a fork server: the gate's own command collects the tests once, and a plugin of ours
 * (`support/nightshift_warm_pytest.py`) takes over where they would be run.
 */
export const pytestWarmRunner: WarmRunner = {
  name: "pytest",
  suits: ({ runner, kind }) => runner === "pytest" && kind === "tests",
  open: (input) =>
    openPythonSession(
      {
        runner: "pytest",
        plan: (command, { gate, sandbox }) => ({
          command,
          env: {
            PYTHONPATH: [sandbox.supportPath, gate.env.PYTHONPATH ?? ""]
              .filter((path) => path !== "")
              .join(":"),
            // Another order each time would make each candidate's outcome another one.
            PYTEST_ADDOPTS:
              `${gate.env.PYTEST_ADDOPTS ?? ""} --maxfail=0 -p no:randomly -p nightshift_warm_pytest`.trim(),
          },
        }),
      },
      input,
    ),
};
