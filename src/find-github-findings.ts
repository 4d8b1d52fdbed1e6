import { z } from "zod";
import type { ReadSettings, SettingsAnswer } from "./adapters/github/create-settings-reader.ts";
import type { Finding } from "./domain/finding.ts";
import { nameRefs } from "./domain/ref-names.ts";
import { findWorkflowFindings } from "./find-workflow-findings.ts";
import { renderRuleset } from "./render-ruleset.ts";

const repositorySchema = z.object({
  full_name: z.string(),
  default_branch: z.string(),
  archived: z.boolean().default(false),
});
const actionsSchema = z.object({ enabled: z.boolean() });
const permissionsSchema = z.object({ can_approve_pull_request_reviews: z.boolean() });
const runsSchema = z.object({ total_count: z.number() });
const rulesSchema = z.array(z.object({ type: z.string() }));

const settings = "Settings, Actions, General";

/** A finding. */
function tell(check: string, status: Finding["status"], detail: string, hint = ""): Finding {
  return { check, status, detail, hint };
}

/**
 * What on GitHub stands in the way of Nightshift in a repository, each with how to mend it. What the token may not see
 * is said to be unseen, never taken for well. Nothing is written.
 */
export async function findGitHubFindings(
  { repository, prefix }: { readonly repository: string; readonly prefix: string },
  { read }: { readonly read: ReadSettings },
): Promise<readonly Finding[]> {
  const answer = await read("");
  const found = parse(answer, repositorySchema);
  if (found === null) return [explainUnseen(repository, answer)];
  const repositoryFindings = findRepositoryFindings({ repository, found, answer });
  const branch = encodeURIComponent(found.default_branch);
  if ((await read(`/branches/${branch}`)).status === "missing")
    return [
      ...repositoryFindings,
      tell(
        "default branch",
        "problem",
        `There is no branch ${found.default_branch}: the repository is empty.`,
        "Push a first commit.",
      ),
    ];
  return [
    ...repositoryFindings,
    ...(await findWorkflowFindings({ branch: found.default_branch }, { read })),
    findActions(await read("/actions/permissions")),
    findPullRequestPermission(await read("/actions/permissions/workflow")),
    findWaitingRuns(await read("/actions/runs?status=action_required&per_page=1")),
    await findProtection(prefix, read),
  ];
}

function findRepositoryFindings({
  repository,
  found,
  answer,
}: {
  readonly repository: string;
  readonly found: z.infer<typeof repositorySchema>;
  readonly answer: SettingsAnswer;
}): readonly Finding[] {
  const check = "GitHub";
  const findings: Finding[] = [];
  if (found.archived)
    findings.push(
      tell(check, "problem", `${repository} is archived.`, "Nobody can write until it is unarchived."),
    );
  if (found.full_name.toLowerCase() !== repository.toLowerCase())
    findings.push(
      tell(
        check,
        "warning",
        `${repository} is called ${found.full_name} now.`,
        "Bundles made under the old name are refused: `git remote set-url origin` sets the new one.",
      ),
    );
  const scopes = answer.status === "ok" ? answer.headers.get("x-oauth-scopes") : null;
  // Only classic tokens tell their scopes; an empty list sees what everybody sees.
  if (scopes !== null && !/\b(?:public_)?repo\b/.test(scopes))
    findings.push(
      tell(
        check,
        "warning",
        "The token has not the scope `repo`, so that parts of the settings stay unseen.",
        "`gh auth refresh --scopes repo`, or a fine-grained token with administration: read.",
      ),
    );
  return findings.length > 0 ? findings : [tell(check, "ok", `${found.full_name}, ${found.default_branch}`)];
}

function explainUnseen(repository: string, answer: SettingsAnswer): Finding {
  if (answer.status === "unauthorized")
    return tell(
      "GitHub",
      "problem",
      "GitHub does not take the token.",
      "It is wrong, expired or revoked: `gh auth login`.",
    );
  if (answer.status === "hidden" || answer.status === "missing")
    return tell(
      "GitHub",
      "problem",
      `${repository} is not there, or the token may not see it.`,
      "Check the name; a private repository needs a token with metadata: read in GH_TOKEN.",
    );
  const reason = answer.status === "failed" ? answer.reason : "an answer of another form";
  return tell(
    "GitHub",
    "problem",
    `${repository} cannot be read: ${reason}.`,
    "https://www.githubstatus.com",
  );
}

function findActions(answer: SettingsAnswer): Finding {
  const check = "Actions";
  const found = parse(answer, actionsSchema);
  if (found === null) return tellUnseen(check, `whether Actions are allowed (${settings})`);
  return found.enabled
    ? tell(check, "ok", "allowed")
    : tell(check, "problem", "Actions are switched off for this repository.", `${settings}: allow them.`);
}

function findPullRequestPermission(answer: SettingsAnswer): Finding {
  const check = "pull requests by Actions";
  const found = parse(answer, permissionsSchema);
  if (found === null)
    return tellUnseen(check, `whether Actions may create pull requests (${settings}, Workflow permissions)`);
  return found.can_approve_pull_request_reviews
    ? tell(check, "ok", "allowed")
    : tell(
        check,
        "problem",
        "Actions may not create pull requests.",
        `${settings}, Workflow permissions: "Allow GitHub Actions to create and approve pull requests". The App does not need it.`,
      );
}

function findWaitingRuns(answer: SettingsAnswer): Finding {
  const check = "CI on pull requests of bots";
  const found = parse(answer, runsSchema);
  if (found === null) return tellUnseen(check, "whether runs wait for an approval (the Actions tab)");
  return found.total_count === 0
    ? tell(check, "ok", "no run waits for an approval")
    : tell(
        check,
        "warning",
        `${found.total_count} runs wait for somebody's approval.`,
        `Approve them on the Actions tab. GitHub holds back CI on pull requests that a workflow's token opened; on those of the App it does not.`,
      );
}

async function findProtection(prefix: string, read: ReadSettings): Promise<Finding> {
  const branch = nameRefs(prefix).master.slice("refs/heads/".length);
  const check = `protection of ${branch}`;
  const rules = parse(await read(`/rules/branches/${encodeURIComponent(branch)}?per_page=100`), rulesSchema);
  if (rules === null) return tellUnseen(check, `which rules ${branch} has (Settings, Rules)`);
  const types = new Set(rules.map(({ type }) => type));
  return types.has("deletion") && types.has("non_fast_forward")
    ? tell(check, "ok", "it can be neither deleted nor rewritten")
    : tell(
        check,
        "warning",
        `${branch} can be deleted or rewritten by whoever may push.`,
        `Settings, Rules, Rulesets, Import a ruleset, with this file:\n${renderRuleset(branch)}`,
      );
}

function tellUnseen(check: string, what: string): Finding {
  return tell(
    check,
    "warning",
    `This token does not show ${what}.`,
    "Look there, or give a token of an administrator in GH_TOKEN.",
  );
}

function parse<T>(answer: SettingsAnswer, schema: z.ZodType<T>): T | null {
  if (answer.status !== "ok") return null;
  const parsed = schema.safeParse(answer.data);
  return parsed.success ? parsed.data : null;
}
