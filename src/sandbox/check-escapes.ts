import { NightshiftError } from "../domain/errors.ts";
import type { Sandbox } from "./sandbox.ts";

const checkMs = 30_000;

/** Sockets by which whoever reaches them is root on the machine. */
const sockets = [
  ...["/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock"],
  ...["/run/podman/podman.sock", "/run/snapd.socket", "/run/dbus/system_bus_socket"],
];

/** Says on lines of its own what is in reach; silent where nothing is. */
const script = [
  'if sudo -n true >/dev/null 2>&1; then echo "sudo works without a password"; fi',
  'if [ "$(id -u)" = 0 ] && [ -w /etc ]; then echo "it is root"; fi',
  ...sockets.map((path) => `if [ -e ${path} ]; then echo "${path} is there"; fi`),
  "echo checked",
].join("\n");

/**
 * Sees that what runs in a sandbox has neither the runner's password-less sudo nor a container engine's socket, by
 * trying. Throws `ISOLATION_LEAKS` with what was found, and where the try itself did not end.
 */
export async function checkEscapes(sandbox: Pick<Sandbox, "run">): Promise<void> {
  const result = await sandbox.run({ command: ["sh", "-c", script], timeoutMs: checkMs });
  const lines = result.stdout.trim().split("\n");
  const found = lines.filter((line) => line !== "checked");
  if (lines.at(-1) === "checked" && found.length === 0) return;
  const what =
    found.filter((line) => line !== "").join(", ") || `the check ended as ${result.status}: ${result.stderr}`;
  throw new NightshiftError({
    code: "ISOLATION_LEAKS",
    message: `Candidate code could get out of its sandbox: ${what.trim()}.`,
    hint: "Use a runner of GitHub's own, or take away what this one shares with every process.",
  });
}
