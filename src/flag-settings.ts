import type { NamedSetting } from "./config/read-environment.ts";
import type { BrainKind } from "./domain/brain-kind.ts";
import type { MethodKind } from "./domain/method-kind.ts";
import type { ModelProvider } from "./domain/model-provider.ts";

/** What a person may set for one campaign: by flags of `run` and by the action's inputs of the same names. */
export type CampaignFlags = {
  readonly goal?: string;
  readonly brain?: BrainKind;
  readonly provider?: ModelProvider;
  readonly model?: string;
  readonly baseUrl?: string;
  readonly temperature?: number;
  readonly method?: "auto" | MethodKind;
  readonly maxCycles?: number;
  readonly maxHours?: number;
  readonly maxAttempts?: number;
  readonly maxCost?: number;
  readonly convergence?: number;
  readonly focus?: readonly string[];
  readonly seed?: number;
  readonly strict?: boolean;
  readonly isolation?: "required" | "auto" | "none";
};

/** The flag of each; its place in the configuration. */
const settings = [
  { key: "goal", flag: "--goal", path: "goal" },
  { key: "brain", flag: "--brain", path: "brain.kind" },
  { key: "provider", flag: "--provider", path: "brain.llm.provider" },
  { key: "model", flag: "--model", path: "brain.llm.model" },
  { key: "baseUrl", flag: "--base-url", path: "brain.llm.baseUrl" },
  { key: "temperature", flag: "--temperature", path: "brain.llm.temperature" },
  { key: "seed", flag: "--seed", path: "brain.seed" },
  { key: "method", flag: "--method", path: "method.kind" },
  { key: "maxCycles", flag: "--max-cycles", path: "stop.maxCycles" },
  { key: "maxHours", flag: "--max-hours", path: "stop.maxHours" },
  { key: "maxCost", flag: "--max-cost", path: "stop.maxCostUsd" },
  { key: "convergence", flag: "--convergence", path: "stop.convergence" },
  { key: "maxAttempts", flag: "--max-attempts", path: "attempts" },
  { key: "focus", flag: "--focus", path: "focus" },
  { key: "strict", flag: "--strict", path: "promotion.strict" },
  { key: "isolation", flag: "--isolation", path: "sandbox.isolation" },
] as const satisfies readonly { key: keyof CampaignFlags; flag: string; path: string }[];

/**
 * The settings that flags give, by config path; of those that were not given the value is undefined. `name` says what
 * messages call a flag. Pure.
 */
export function flagSettings(
  flags: CampaignFlags,
  name: (flag: string) => string = (flag) => flag,
): readonly NamedSetting[] {
  return settings.map(({ key, flag, path }) => {
    const value = flags[key];
    return { path, name: name(flag), value: Array.isArray(value) ? [...value] : value };
  });
}
