// Writes schema/nightshift.schema.json from the zod schema; with --check it only says whether the file is current.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildConfigJsonSchema } from "../src/config/config-json-schema.ts";

const file = path.join(import.meta.dirname, "..", "schema", "nightshift.schema.json");
const text = `${JSON.stringify(buildConfigJsonSchema(), null, 2)}\n`;

if (process.argv.includes("--check")) {
  if (readIfThere() !== text) {
    console.error(
      "schema/nightshift.schema.json is not current; run `npm run schema` and commit the result.",
    );
    process.exit(1);
  }
} else {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function readIfThere(): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
