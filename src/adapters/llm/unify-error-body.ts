import { describeUnreadable } from "./describe-unreadable.ts";

/**
 * The body of an error as OpenAI writes it, `{"error": {"message": …}}`, which is all that the SDK reads. Gemini sends
 * a list of such, vLLM and AWS the message alone, FastAPI `detail`, Ollama a text, and proxies a web page. Pure.
 */
export function unifyErrorBody(text: string): string {
  const body = parseJson(text);
  if (body === undefined) return write({ message: text.trim() === "" ? "" : describeText(text) });
  const value: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof value === "string") return write({ message: value });
  if (!isRecord(value)) return write({ message: "" });
  const { error } = value;
  if (isRecord(error)) return write({ ...error, message: findMessage(error) });
  if (typeof error === "string") return write({ ...value, message: error });
  return write({ ...value, message: findMessage(value) });
}

function describeText(text: string): string {
  return /^\s*</.test(text) ? describeUnreadable(text) : text.slice(0, 2_000);
}

function findMessage(from: Readonly<Record<string, unknown>>): string {
  const found = [from.message, from.Message, from.detail, from.title].find(
    (value) => value !== undefined && value !== null && value !== "",
  );
  if (found === undefined) return "";
  return typeof found === "string" ? found : JSON.stringify(found);
}

function write(error: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
