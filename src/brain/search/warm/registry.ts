import { nodeTestRunner } from "./node-test-runner.ts";
import { vitestRunner } from "./node-vitest-runner.ts";
import { pytestWarmRunner } from "./python-pytest-runner.ts";
import { unittestWarmRunner } from "./python-unittest-runner.ts";
import type { WarmRunner } from "./warm-session.ts";

/** Every warm runner. A new one is a file beside this one, and a line here. */
export const warmRunners: readonly WarmRunner[] = [
  nodeTestRunner,
  vitestRunner,
  pytestWarmRunner,
  unittestWarmRunner,
];
