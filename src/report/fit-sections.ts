/** A part of a text. `weight` says how gladly it is kept: the lightest goes first, 0 never goes. */
export type Section = { readonly text: string; readonly weight: number };

const leftOut = "Some of the detail did not fit here; the campaign's artifact has all of it.";

/** Sections as one text of at most `maxChars`: where they are too long, whole sections go, and it says so. Pure. */
export function fitSections(sections: readonly Section[], maxChars: number): string {
  let kept = sections.filter(({ text }) => text !== "");
  for (;;) {
    const isCut = kept.length < sections.filter(({ text }) => text !== "").length;
    const parts = [...kept.map(({ text }) => text), ...(isCut ? [leftOut] : [])];
    const text = parts.join("\n\n");
    const optional = kept.filter(({ weight }) => weight > 0);
    if (text.length <= maxChars || optional.length === 0) return text;
    const lightest = Math.min(...optional.map(({ weight }) => weight));
    const goes = kept.findLastIndex(({ weight }) => weight === lightest);
    kept = kept.toSpliced(goes, 1);
  }
}
