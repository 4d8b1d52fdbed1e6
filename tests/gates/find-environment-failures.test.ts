import { expect, it } from "vitest";
import { checkId, findingId } from "../../src/domain/gate.ts";
import { findEnvironmentFailures } from "../../src/gates/find-environment-failures.ts";
import { buildChecks, buildFinding, buildResult } from "../helpers/gate-fixtures.ts";

const fails = (message: string) =>
  buildResult({ checks: [{ file: "a", suite: "", name: "t", status: "failed", message }] });
const passes = buildResult({ checks: buildChecks({ t: "passed" }, "a") });

it.each([
  ["getaddrinfo ENOTFOUND registry.example.org", "network: host"],
  ["connect ENETUNREACH 1.2.3.4:443", "network: host"],
  ["requests.exceptions.ConnectionError: Failed to establish a new connection", "network: host"],
  ["connect ECONNREFUSED 127.0.0.1:5432", "service"],
  ["connect ENOENT /var/run/docker.sock", "service"],
  ["EROFS: read-only file system, open 'node_modules/.cache/x'", "sandbox.writable"],
  ["EACCES: permission denied, mkdir '/r/node_modules/.tmp'", "sandbox.writable"],
  ["PermissionError: [Errno 13] Permission denied: 'x'", "sandbox.writable"],
  ["FATAL ERROR: Reached heap limit Allocation failed", "sandbox.memoryMb"],
  ["==8==ReserveShadowMemoryRange failed while trying to map 0xdfff0001000 bytes", "20000000"],
  ["OSError: [Errno 24] Too many open files: 'x'", "sandbox.openFiles"],
  ["ENOSPC: no space left on device, write", "sandbox.diskMb"],
  ["RuntimeError: can't start new thread", "sandbox.processes"],
  ["Error: Cannot find module 'left-pad'", "sandbox.setup"],
  ["expected 1 to be 2", "sandbox.writable"],
])("names the setting that helps with %s", (message, setting) => {
  const found = findEnvironmentFailures(fails(message), passes);
  expect(found?.ids).toEqual([checkId({ file: "a", suite: "", name: "t" })]);
  expect(found?.hint).toContain(setting);
});

it("names each setting once when failures have different causes", () => {
  const messages = {
    one: "getaddrinfo ENOTFOUND a",
    two: "getaddrinfo ENOTFOUND b",
    three: "Cannot find module 'x'",
  };
  const checks = Object.entries(messages).map(([name, message]) => ({
    file: "a",
    suite: "",
    name,
    status: "failed" as const,
    message,
  }));
  const outside = buildResult({
    checks: buildChecks({ one: "passed", two: "passed", three: "passed" }, "a"),
  });
  expect(findEnvironmentFailures(buildResult({ checks, gate: "unit" }), outside)?.hint).toBe(
    "it asks for the network; set network: host for gate unit; install what is missing in sandbox.setup, or share its folder with sandbox.share",
  );
});

it("leaves failures alone that are the same outside, or have no pass to show there", () => {
  expect(findEnvironmentFailures(fails("x"), fails("x"))).toBeNull();
  expect(findEnvironmentFailures(fails("x"), buildResult({ status: "error" }))).toBeNull();
  expect(
    findEnvironmentFailures(fails("x"), buildResult({ checks: buildChecks({ t: "skipped" }, "a") })),
  ).toBeNull();
  expect(findEnvironmentFailures(passes, passes)).toBeNull();
});

it("finds findings that only the sandbox gives", () => {
  const [own, known] = [buildFinding("x"), buildFinding("y")];
  const found = findEnvironmentFailures(
    buildResult({ findings: [own, known] }),
    buildResult({ findings: [known] }),
  );
  expect(found?.ids).toEqual([findingId(own)]);
});

it("gives a hint without ids for a gate that is an error inside alone", () => {
  const inside = buildResult({ status: "error", outputTail: "npm error EAI_AGAIN", gate: "build" });
  expect(findEnvironmentFailures(inside, passes)).toEqual({
    ids: [],
    hint: "it asks for the network; set network: host for gate build",
  });
});
