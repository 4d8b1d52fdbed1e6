import { expect, it } from "vitest";
import { openLocalSandbox } from "./local-sandbox.ts";

it("runs, edits, reads and comes back to its files", async () => {
  await using sandbox = await openLocalSandbox({
    files: { "a.txt": "one\n", "run.sh": "#!/bin/sh\necho hi\n" },
  });
  expect((await sandbox.run({ command: ["./run.sh"], timeoutMs: 5000 })).stdout).toBe("hi\n");
  await sandbox.apply([{ path: "a.txt", mode: "100644", content: "two\n" }]);
  await sandbox.run({ command: "echo x > extra", timeoutMs: 5000 });
  expect(String(await sandbox.read("a.txt"))).toBe("two\n");
  await sandbox.reset();
  expect(String(await sandbox.read("a.txt"))).toBe("one\n");
  expect(await sandbox.read("extra")).toBeNull();
  expect(await sandbox.read("../out")).toBeNull();
});

it("ends a hanging command with its children and keeps the ends of a flood", async () => {
  await using sandbox = await openLocalSandbox({ files: {} });
  const hang = await sandbox.run({ command: "sleep 60 & sleep 60", timeoutMs: 200 });
  expect(hang).toMatchObject({ status: "timed-out", exitCode: null });
  const flood = await sandbox.run({
    command: "echo first; head -c 5000000 /dev/zero; echo last",
    timeoutMs: 20_000,
    maxOutputBytes: 1000,
  });
  expect(flood.isTruncated).toBe(true);
  expect(flood.stdout.startsWith("first")).toBe(true);
  expect(flood.stdout.endsWith("last\n")).toBe(true);
  expect((await sandbox.run({ command: ["no-such-program"], timeoutMs: 1000 })).status).toBe("not-found");
});
