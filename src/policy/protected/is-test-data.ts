import picomatch from "picomatch";
import { isTestFile } from "./is-test-file.ts";

/** Where tests keep what they compare with; code in there is data too. */
const isInDataFolder = picomatch(
  "**/{fixtures,__fixtures__,testdata,test-data,test_data,__snapshots__,golden,goldens}/**",
  { dot: true, nocase: true },
);
const code =
  /\.([cm]?[jt]sx?|pyw?|go|rs|rb|java|kts?|scala|groovy|cs|fs|php|swift|exs?|dart|lua|p[lm]|t|bats|sh|bash|cc?|cpp|cxx|h|hpp|mm?|clj[cs]?|hs|mli?|jl|r|vue|svelte)$/i;

/**
 * Whether a test file is data that tests read or compare with (a fixture, a snapshot, a golden output), not code that a
 * runner runs. Only for paths of which `isTestFile` is true it says anything; false for all others. Pure.
 */
export function isTestData(path: string): boolean {
  return isTestFile(path) && (isInDataFolder(path) || !code.test(path));
}
