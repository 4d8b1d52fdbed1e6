import { plainWord } from "../shell/plain-word.ts";
import type { ToolCall } from "../tools/tool.ts";

/** A call of plain words: `("pytest", ["python3", "-m", "pytest"], ["-q"])`. */
export function plainCall(name: string, program: readonly string[], args: readonly string[]): ToolCall {
  return { program: program.map(plainWord), name, args: args.map(plainWord), assignments: [] };
}
