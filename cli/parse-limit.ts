import { InvalidArgumentError } from "commander";

/** A `--limit`: a whole number from 1. Throws what commander shows with the option's name and value. */
export function parseLimit(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}
