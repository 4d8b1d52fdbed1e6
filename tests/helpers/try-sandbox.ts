/** Opens a sandbox as the user that runs this, damages it, resets it, and prints what was seen as JSON. */
import { openSandboxRig } from "./sandbox-rig.ts";

await using rig = await openSandboxRig({
  files: { "a.txt": "one\n", "src/b.txt": "two\n" },
  sandbox: { processes: 40 },
});
await using sandbox = await rig.pool.open("c1/1", rig.commit);
const run = (command: string) => sandbox.run({ command, timeoutMs: 30_000 });
const seen = await run(
  "id -u; grep CapEff /proc/self/status; cat /proc/*/environ | tr '\\0' '\\n'; ls -A / /tmp",
);
const forked = await run("for i in $(seq 200); do sleep 3 & done; echo all");
await run(
  "mkdir -p closed/in ro; touch closed/in/x ro/y; chmod 0 closed/in closed src; chmod 555 ro; echo x > a.txt",
);
await sandbox.reset();
const after = await run(
  "find . -path ./.git -prune -o -type f -print | sort; cat a.txt src/b.txt; git status --porcelain",
);
await sandbox.apply([{ path: "new/c.txt", mode: "100644", content: "three" }]);
const applied = await run("echo ! >> new/c.txt; cat new/c.txt");
console.log(
  JSON.stringify({ seen: seen.stdout, forked: forked.stdout, after: after.stdout, applied: applied.stdout }),
);
