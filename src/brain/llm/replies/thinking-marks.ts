/**
 * Between what models put thoughts that are not part of their answer, where the server leaves them in the text:
 * DeepSeek R1 and Qwen (`think`), Magistral (`[THINK]`), Kimi (`◁think▷`), gpt-oss (channels), and what prompts ask for.
 */
export const thinkingMarks: readonly { readonly open: string; readonly close: string }[] = [
  ...["think", "thinking", "thought", "reasoning", "reflection", "scratchpad"].map((name) => ({
    open: `<${name}>`,
    close: `</${name}>`,
  })),
  { open: "[THINK]", close: "[/THINK]" },
  { open: "◁think▷", close: "◁/think▷" },
  { open: "<|channel|>analysis<|message|>", close: "<|end|>" },
];
