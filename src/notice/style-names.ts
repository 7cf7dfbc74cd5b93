/** Names of the shipped styles, in the order in which they are offered: known without their texts. */
export const STYLE_NAMES = ["rate", "measures", "items", "partial", "phased", "audit", "bulletin"] as const;

export type StyleName = (typeof STYLE_NAMES)[number];
