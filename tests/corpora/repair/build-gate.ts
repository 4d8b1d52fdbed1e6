import { completeGate } from "../../../src/config/gate-defaults.ts";
import { instrumentCommand } from "../../../src/config/instrument-command.ts";
import type { GateSpec } from "../../../src/domain/gate.ts";
import type { RepairModule } from "./repair-bug.ts";

const commands: Readonly<Record<RepairModule["runner"], string>> = {
  "node-test": "node --test",
  vitest: "node_modules/.bin/vitest run",
  pytest: "python3 -m pytest -q",
  unittest: "python3 -m unittest discover",
};

/** The gate that a project of this runner has, as configuration would make it of the runner's own command. */
export function buildGate(runner: RepairModule["runner"]): GateSpec {
  const found = instrumentCommand(commands[runner]);
  if (found === null) throw new Error(`no tool is known to start with ${commands[runner]}`);
  const { tool, toolName: _, ...call } = found;
  const seen = tool.runner === undefined ? {} : { runner: tool.runner };
  return completeGate({
    name: "tests",
    kind: tool.kind,
    format: tool.format,
    ...seen,
    ...call,
    timeoutMs: 60_000,
  });
}
