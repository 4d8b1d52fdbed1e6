/** How much of what a campaign tells is kept: characters of a text, entries of a list. */
export type DetailLimits = { readonly chars: number; readonly entries: number };
