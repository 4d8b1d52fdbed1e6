/** Where thoughts begin and end that are no part of an answer. */
export type ThinkingMark = { readonly open: string; readonly close: string };

/**
 * Between what models put their thoughts, where a server leaves them in the text: DeepSeek R1 and Qwen (`think`),
 * Magistral (`[THINK]`), Kimi (`◁think▷`), gpt-oss (channels), and what prompts ask for.
 */
export const thinkingMarks: readonly ThinkingMark[] = [
  ...["think", "thinking", "thought", "reasoning", "reflection", "scratchpad"].map((name) => ({
    open: `<${name}>`,
    close: `</${name}>`,
  })),
  { open: "[THINK]", close: "[/THINK]" },
  { open: "◁think▷", close: "◁/think▷" },
  { open: "<|channel|>analysis<|message|>", close: "<|end|>" },
];
