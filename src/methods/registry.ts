import type { Config } from "../config/schema.ts";
import { direct } from "./direct.ts";
import type { Method } from "./method.ts";

/** All methods by the name that config and `--method` use. */
export const methods = { direct } satisfies Record<Config["method"]["kind"], Method>;
