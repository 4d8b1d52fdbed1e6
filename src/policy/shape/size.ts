import { diffFileLines } from "../diff-lines.ts";
import type { PolicyRule } from "../policy-rule.ts";

const maxFileBytes = 1024 * 1024;
const maxTotalBytes = 4 * 1024 * 1024;

export const size: PolicyRule = {
  id: "size",
  group: "shape",
  title: "Changes of more files, lines or bytes than a person reads",
  explanation:
    "A fix of one thing is small. Split the change, or make it by hand. policy.maxFiles and policy.maxLines set how " +
    "many files it may touch and how many lines it may add and remove; a file may have 1 MiB, a change 4 MiB.",
  find({ files }, { config: { policy } }) {
    const whole = { file: files[0]?.path ?? "", line: null };
    if (files.length > policy.maxFiles) {
      const reason = `the change touches ${files.length} files, more than ${policy.maxFiles}`;
      return [{ ...whole, reason }];
    }
    const sizes = files.map(({ path, after }) => ({
      path,
      sizeBytes: Math.max(after?.sizeBytes ?? 0, Buffer.byteLength(after?.text ?? "")),
    }));
    const tooBig = sizes.filter(({ sizeBytes }) => sizeBytes > maxFileBytes);
    if (tooBig.length > 0)
      return tooBig.map(({ path, sizeBytes }) => ({
        file: path,
        line: null,
        reason: `${path} would have ${sizeBytes} bytes, more than ${maxFileBytes}`,
      }));
    const totalBytes = sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (totalBytes > maxTotalBytes)
      return [{ ...whole, reason: `the change holds ${totalBytes} bytes, more than ${maxTotalBytes}` }];
    let lines = 0;
    for (const file of files) {
      const { removed, added } = diffFileLines(file, policy.maxLines - lines + 1);
      lines += removed.length + added.length;
      if (lines > policy.maxLines)
        return [{ ...whole, reason: `the change adds and removes more than ${policy.maxLines} lines` }];
    }
    return [];
  },
};
