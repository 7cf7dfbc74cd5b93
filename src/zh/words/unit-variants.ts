/** Read by src/ledger/fields/unit-variants.ts. */
export const unitVariants = {
  /** Levels of places that people leave out before a name they all know. */
  level: ["省", "市", "县", "区", "州", "旗"],
  /** Endings of offices whose names are shortened to a character of each word (住建局, 卫健委, 医保中心). */
  shortened: ["局", "委", "委员会", "中心"],
  /** What the last words of a name are shortened to. */
  endings: [
    ["委员会", "委"],
    ["办公室", "办"],
  ],
  /** Characters that tell sister units apart: a name that has one more of them is another unit. */
  telling: "0123456789一二三四五六七八九十东西南北中上下内外前后分副新老甲乙丙丁",
} as const;
