import type { NamedSetting } from "../src/config/read-environment.ts";
import type { RunOptions } from "./commands/run.ts";

/** The settings that flags of `run` give, by config path; flags that were not given are undefined and left out. */
export function flagSettings(options: RunOptions): readonly NamedSetting[] {
  return [
    { path: "goal", name: "--goal", value: options.goal },
    { path: "brain.kind", name: "--brain", value: options.brain },
    { path: "brain.llm.provider", name: "--provider", value: options.provider },
    { path: "brain.llm.model", name: "--model", value: options.model },
    { path: "brain.llm.baseUrl", name: "--base-url", value: options.baseUrl },
    { path: "brain.llm.temperature", name: "--temperature", value: options.temperature },
    { path: "brain.seed", name: "--seed", value: options.seed },
    { path: "method.kind", name: "--method", value: options.method },
    { path: "stop.maxCycles", name: "--max-cycles", value: options.maxCycles },
    { path: "stop.maxHours", name: "--max-hours", value: options.maxHours },
    { path: "stop.maxCostUsd", name: "--max-cost", value: options.maxCost },
    { path: "stop.convergence", name: "--convergence", value: options.convergence },
    { path: "attempts", name: "--max-attempts", value: options.maxAttempts },
    { path: "focus", name: "--focus", value: options.focus === undefined ? undefined : [...options.focus] },
    { path: "promotion.strict", name: "--strict", value: options.strict },
    { path: "sandbox.isolation", name: "--isolation", value: options.isolation },
  ];
}
