import { NightshiftError, usageError } from "./domain/errors.ts";
import type { GateSpec } from "./domain/gate.ts";
import type { Capabilities, CapabilityAnswer } from "./policy/capabilities/capabilities.ts";
import type { Sandbox, SandboxCommand } from "./sandbox/sandbox.ts";

type Asked = Pick<Capabilities, "isAllowed">;

/** A sandbox that runs only what the policies let a campaign run. A command rejects with `COMMAND_FORBIDDEN`. */
export function restrictCommands(sandbox: Sandbox, capabilities: Asked): Sandbox {
  const check = async (command: SandboxCommand, isOutside: boolean): Promise<void> => {
    const host = isOutside || !sandbox.isIsolated ? "machine" : nameHost(command.network);
    const answer = await ask(describe(command.command), host, capabilities);
    if (answer.status === "allowed") return;
    throw new NightshiftError({
      code: "COMMAND_FORBIDDEN",
      message: `The campaign may not run ${describe(command.command)}: ${answer.reason}.`,
      hint: `See the Cedar policies: ${answer.policies.join(", ") || "none permits it"}.`,
    });
  };
  return {
    ...sandbox,
    run: async (command) => {
      await check(command, false);
      return sandbox.run(command);
    },
    runOutside: async (command) => {
      await check(command, true);
      return sandbox.runOutside(command);
    },
  };
}

/**
 * Refuses gates and set-up commands that the policies forbid, before anything runs. Throws the usage error
 * `COMMAND_FORBIDDEN` with the first of them.
 */
export async function checkCommands(
  { gates, setup }: { readonly gates: readonly GateSpec[]; readonly setup: readonly string[] },
  capabilities: Asked,
): Promise<void> {
  const commands = [
    ...setup.map((command) => ({ what: "set-up", command, network: "host" as const })),
    ...gates.map(({ name, command, network }) => ({ what: `gate ${name}`, command, network })),
  ];
  for (const { what, command, network } of commands) {
    const answer = await ask(describe(command), nameHost(network), capabilities);
    if (answer.status === "allowed") continue;
    throw usageError({
      code: "COMMAND_FORBIDDEN",
      message: `The policies forbid what ${what} runs, ${describe(command)}: ${answer.reason}.`,
      hint: `Change the command, or the policy ${answer.policies.join(", ")} in .github/nightshift/policies/.`,
    });
  }
}

function ask(
  command: string,
  host: "sandbox" | "network" | "machine",
  capabilities: Asked,
): Promise<CapabilityAnswer> {
  return capabilities.isAllowed({
    principal: "campaign",
    action: "runCommand",
    resource: { kind: "host", host },
    command,
  });
}

function nameHost(network: "none" | "host" | undefined): "sandbox" | "network" {
  return network === "host" ? "network" : "sandbox";
}

function describe(command: SandboxCommand["command"]): string {
  return typeof command === "string" ? command : command.join(" ");
}
