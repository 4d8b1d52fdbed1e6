import type { PolicyRule } from "../policy-rule.ts";

/** A candidate of more files is no fix of one thing any more. */
const maxFiles = 20;
const maxTotalBytes = 4 * 1024 * 1024;

export const size: PolicyRule = {
  id: "size",
  group: "shape",
  title: "Changes of more files or bytes than a person reads",
  explanation: "A fix of one thing is small. Split the change, or make it by hand.",
  find({ files }) {
    const file = files[0]?.path ?? "";
    const sizeBytes = files.reduce((sum, { after }) => sum + (after?.sizeBytes ?? 0), 0);
    return [
      ...(files.length > maxFiles
        ? [{ file, line: null, reason: `the change touches ${files.length} files, more than ${maxFiles}` }]
        : []),
      ...(sizeBytes > maxTotalBytes
        ? [{ file, line: null, reason: `the change holds ${sizeBytes} bytes, more than ${maxTotalBytes}` }]
        : []),
    ];
  },
};
