import { checkRepository } from "../../src/campaign/check-repository.ts";
import { countUncommitted, warnOfUncommitted } from "../../src/campaign/count-uncommitted.ts";
import { describeModel } from "../../src/describe-model.ts";
import { describeError, NightshiftError } from "../../src/domain/errors.ts";
import type { Finding } from "../../src/domain/finding.ts";
import { findGates } from "../../src/find-gates.ts";
import { findModels } from "../../src/find-models.ts";
import { cleanPath } from "../../src/sandbox/clean-path.ts";
import { probeIsolation } from "../../src/sandbox/probe-isolation.ts";
import type { DoctorOptions } from "../commands/doctor.ts";
import { lookAtGitHub } from "../look-at-github.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift doctor`: what stands in the way of a campaign, and how to mend it. Gives 1 when something does. */
export async function doctorAction({ options, output }: ActionInput<DoctorOptions>): Promise<number> {
  const findings: Finding[] = [];
  const look = async (check: string, body: () => Promise<string>): Promise<void> => {
    try {
      findings.push({ check, status: "ok", detail: await body(), hint: "" });
    } catch (error) {
      const hint = error instanceof NightshiftError ? error.hint : "";
      findings.push({ check, status: "problem", detail: describeError(error), hint });
    }
  };
  const repository = await openForCommand(options, output);
  const { git, loaded, paths, processes, environment } = repository;
  let commit: string | null = null;
  await look("repository", async () => {
    const { sacred } = await checkRepository(
      { configuredSacred: loaded.config.branches.sacred, stateRoot: paths.root },
      { git },
    );
    commit = sacred.commit;
    return `sacred is ${sacred.branch} at ${sacred.commit.slice(0, 12)}, state is kept in ${paths.root}`;
  });
  await look("configuration", async () => loaded.path ?? "no config file: the defaults, and detected gates");
  await look("model", async () => {
    const models = findModels(loaded.config, repository);
    return (
      models.map(describeModel).join("; ") || `none is asked, the brain is \`${loaded.config.brain.kind}\``
    );
  });
  if (commit !== null) {
    const found = commit;
    await look("gates", async () => (await findGates(repository, found)).notes.join("; "));
  }
  const isolation = await probeIsolation({ path: cleanPath(environment.PATH) }, { processes });
  findings.push(
    isolation.status === "available"
      ? { check: "isolation", status: "ok", detail: `bubblewrap ${isolation.version}`, hint: "" }
      : { check: "isolation", status: "warning", detail: isolation.reason, hint: isolation.hint },
  );
  const uncommitted = commit === null ? null : warnOfUncommitted(await countUncommitted({ git }));
  if (uncommitted !== null) {
    const { message, hint } = uncommitted;
    findings.push({ check: "work tree", status: "warning", detail: message, hint });
  }
  if (options.github !== undefined && options.github !== false)
    findings.push(...(await lookAtGitHub(options.github, repository)));
  const text = findings.map(
    ({ check, status, detail, hint }) =>
      `${status.padEnd(8)} ${check}: ${detail}${hint && `\n${hint.replaceAll(/^/gm, " ".repeat(9))}`}`,
  );
  output.result({ json: findings, text: text.join("\n") });
  return findings.some(({ status }) => status === "problem") ? 1 : 0;
}
