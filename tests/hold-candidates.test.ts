import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createProcessRunner } from "../src/adapters/process-runner.ts";
import { holdCandidates, type JobIsolation } from "../src/hold-candidates.ts";
import { isBubblewrapHere } from "./helpers/bubblewrap-here.ts";
import { openScratchFolder } from "./helpers/scratch-folder.ts";

const hasBubblewrap = await isBubblewrapHere();
const processes = createProcessRunner();

/** A machine whose only programs are these scripts. */
function openMachine(programs: Readonly<Record<string, string>>) {
  const folder = openScratchFolder();
  const bin = join(folder.path, "bin");
  mkdirSync(bin);
  // As an ordinary user everything goes through sudo.
  for (const [name, body] of Object.entries({ sudo: 'shift\nexec "$@"', ...programs })) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const notes: string[] = [];
  const hold = (asked?: JobIsolation, configured: JobIsolation = "auto", platform = "linux") =>
    holdCandidates(
      { asked, configured, environment: { PATH: bin }, platform },
      { processes, onNote: (text) => notes.push(text) },
    );
  return { bin, notes, hold, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

it.skipIf(!hasBubblewrap)(
  "installs bubblewrap where it is missing, with an update where that is needed",
  async () => {
    using machine = openMachine({});
    const script = `echo "$@" >> ${machine.bin}/../calls
if [ "$1" = update ]; then /usr/bin/touch ${machine.bin}/updated; exit 0; fi
[ -e ${machine.bin}/updated ] || { echo "E: Unable to locate package bubblewrap" >&2; exit 100; }
printf '#!/bin/sh\\nPATH=/usr/bin:/bin exec /usr/bin/bwrap "$@"\\n' > ${machine.bin}/bwrap; /bin/chmod 755 ${machine.bin}/bwrap`;
    writeFileSync(join(machine.bin, "apt-get"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(machine.bin, "apt-get"), 0o755);
    expect(await machine.hold()).toBe("required");
    expect(machine.notes).toEqual([
      "To isolate candidate code: installed bubblewrap.",
      expect.stringMatching(/^Candidate code is isolated by bubblewrap \d/),
    ]);
  },
);

it.skipIf(!hasBubblewrap)(
  "lifts the restriction of user namespaces where bubblewrap does not start",
  async () => {
    using machine = openMachine({});
    const { bin } = machine;
    const scripts = {
      bwrap: `[ -e ${bin}/lifted ] || { echo "bwrap: setting up uid map: Permission denied" >&2; exit 1; }\nPATH=/usr/bin:/bin exec /usr/bin/bwrap "$@"`,
      sysctl: `[ "$*" = "--write kernel.apparmor_restrict_unprivileged_userns=0" ] && /usr/bin/touch ${bin}/lifted`,
    };
    for (const [name, body] of Object.entries(scripts)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    expect(await machine.hold("required")).toBe("required");
    expect(machine.notes[0]).toBe(
      "To isolate candidate code: set kernel.apparmor_restrict_unprivileged_userns=0.",
    );
  },
);

it("fails, and says what was tried and why it did not help", async () => {
  using machine = openMachine({
    "apt-get": "echo 'E: no network' >&2; exit 100",
    sysctl: "echo 'read-only' >&2; exit 1",
  });
  await expect(machine.hold()).rejects.toMatchObject({
    code: "ISOLATION_MISSING",
    message: expect.stringMatching(
      /bwrap.*not installed.*apt-get install bubblewrap: E: no network.*sysctl .*read-only/,
    ),
  });
});

it("names the mode that runs elsewhere, and what publish then refuses", async () => {
  using machine = openMachine({ "apt-get": "exit 7" });
  await expect(machine.hold(undefined, "auto", "darwin")).rejects.toMatchObject({
    message: expect.stringContaining("this is darwin"),
    hint: expect.stringMatching(/`isolation: none`.*publish then refuses/),
  });
  expect(machine.notes).toEqual([]);
});

it("goes on without isolation only where a person switched it off, or asked for what there is", async () => {
  using machine = openMachine({ "apt-get": "exit 1", sysctl: "exit 1" });
  expect(await machine.hold("none")).toBe("none");
  expect(await machine.hold(undefined, "none")).toBe("none");
  expect(await machine.hold("auto")).toBe("auto");
  expect(machine.notes.join(" ")).toMatch(/not isolated.*cannot be isolated/);
  await expect(machine.hold("required", "none")).rejects.toThrow(/cannot be isolated/);
});
