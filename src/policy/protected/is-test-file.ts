import picomatch from "picomatch";

/** Where tests, their helpers and the data that they compare with live, in the ecosystems that gates know. */
const testGlobs = [
  "**/{test,tests,__tests__,spec,specs,e2e,testing}/**",
  "**/{fixtures,__fixtures__,testdata,test-data,test_data,__mocks__,__snapshots__,golden,goldens}/**",
  "**/*.{test,tests,spec,specs,e2e,cy,test-d}.*",
  "**/*[-_]{test,tests,spec}.*",
  "**/{test,tests,spec}.{js,mjs,cjs,jsx,ts,mts,cts,tsx,py,rb,rs}",
  "**/{test,tests}[-_]*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,py}",
  "**/*{Test,Tests,Spec}.{java,kt,scala,groovy,cs,php,swift}",
  "**/conftest.py",
  "**/*.{snap,golden,approved.txt,expected}",
];

const isMatch = picomatch(testGlobs, { dot: true, nocase: true });

/**
 * Whether a path, relative to the repository's root, is a test, a test's helper, or data that a test compares with.
 * It rather calls a source a test than the other way round: what decides must not be what is edited. Pure.
 */
export function isTestFile(path: string): boolean {
  return isMatch(path);
}
