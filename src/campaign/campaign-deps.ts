import type { Advisor } from "../brain/advisor.ts";
import type { Brain } from "../brain/brain.ts";
import type { Config } from "../config/schema.ts";
import type { GateSpec } from "../domain/gate.ts";
import type { JudgementDefence } from "../domain/judgement-defence.ts";
import type { MethodKind } from "../domain/method-kind.ts";
import type { WorkItem } from "../domain/work-item.ts";
import type { ArmPolicy } from "../memory/policy/arm-policy.ts";
import type { Recall } from "../memory/recall.ts";
import type { Method, MethodStep } from "../methods/method.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import type { Clock, Git } from "../ports.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { SourceParser } from "../syntax/parse-source.ts";
import type { CampaignLog } from "./campaign-log.ts";

/** Something short-lived that a person who watches may like to see; never a source of truth. */
export type Progress = { readonly phase: string; readonly detail: string };

/** A method that was chosen for an item. */
export type ChosenMethod = {
  readonly kind: MethodKind;
  readonly run: Method;
  readonly choice: MethodStep | null;
};

/** Everything that a campaign's cycles use, made by hand in `create-deps.ts`. */
export type CampaignDeps = {
  readonly campaign: string;
  readonly config: Config;
  readonly gates: readonly GateSpec[];
  readonly git: Git;
  readonly clock: Clock;
  readonly log: CampaignLog;
  readonly sandboxes: { open(name: string, commit: string): Promise<Sandbox> };
  /** The cheapest first. */
  readonly brains: readonly Brain[];
  /** Asks a model on behalf of a method in this cycle; null where none is named. */
  readonly advise: ((cycle: number, item: WorkItem) => Advisor) | null;
  /** The method for an item, its name, and for the journal how it was chosen; null where there was no choice. */
  chooseMethod(item: WorkItem, cycle: number): ChosenMethod;
  readonly recall: Recall;
  /** What prompts, models, operators and methods have earned in this repository, up to now. */
  openPolicy(): ArmPolicy;
  /** Rules on the diff. */
  readonly policyRules: readonly PolicyRule[];
  /** What a judgement guards against besides failing gates. All of them, but in tests of what each is worth. */
  readonly defences: ReadonlySet<JudgementDefence>;
  readonly parser: SourceParser;
  readonly seed: number;
  readonly isDryRun: boolean;
  /** Whether base code may run outside isolation, to tell environment failures apart. Never where secrets are. */
  readonly mayProbeOutside: boolean;
  /** Folder for the whole output of gates, absolute; see `GateDeps`. */
  readonly outputFolder?: string;
  /** Hides known secrets in text that is kept. */
  readonly redact: (text: string) => string;
  /** Writes the lessons of this campaign, and those of killed ones, to the memory branch. */
  storeMemory(): Promise<{ readonly commit: string | null; readonly lessons: number }>;
  /** Writes the report, and patches of what is suggested, as the journal has them now. */
  writeReport(): Promise<void>;
  onProgress(progress: Progress): void;
  readonly signal: AbortSignal;
};
