/** Runs every probe as the user that runs this, and prints what got out, and whether the sandbox was new after, as JSON. */
import { openSandboxRig } from "../helpers/sandbox-rig.ts";
import { allProbes } from "./all-probes.ts";
import { findEscape } from "./find-escape.ts";
import { plantHost } from "./planted-host.ts";

await using host = await plantHost();
await using rig = await openSandboxRig({
  files: { "a.txt": "one\n", "src/b.txt": "two\n" },
  sandbox: { memoryMb: 1024, processes: 200, diskMb: 256 },
  environment: host.environment,
});
await using sandbox = await rig.pool.open("c1/1", rig.commit);
const out: string[] = [];
let count = 0;
for (const probe of Object.values(allProbes).flat()) {
  count += 1;
  const env = { OUT: sandbox.outMountPath, TREE: sandbox.mountPath, STATE_ROOT: rig.stateRoot };
  const result = await sandbox.run({
    command: probe.command(host),
    timeoutMs: probe.timeoutMs ?? 30_000,
    env,
  });
  out.push(...findEscape({ result, outDir: sandbox.outDir }, host).map((what) => `${probe.name}: ${what}`));
  await sandbox.reset();
  const { stdout } = await sandbox.run({ command: "ls; cat a.txt src/b.txt", timeoutMs: 10_000 });
  if (stdout !== "a.txt\nsrc\none\ntwo\n") out.push(`${probe.name}: the sandbox is not new: ${stdout}`);
  out.push(...host.findHarm().map((what) => `${probe.name}, later: ${what}`));
}
console.log(JSON.stringify({ count, out }));
