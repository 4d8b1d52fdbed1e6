const maxLength = 2_000;

/**
 * The arguments of an earlier call as providers accept them in a conversation: a JSON object. What is none, which the
 * model was told when it called, goes along as text, since many providers refuse the whole request otherwise. Pure.
 */
export function repairArguments(text: string): string {
  if (text.trim() === "") return "{}";
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return text;
  } catch {
    // It is wrapped below.
  }
  return JSON.stringify({ unreadable: text.slice(0, maxLength) });
}
