/**
 * Forms of address and doctrine that public documents write in one way only. Ground: the wording of the Party constitution
 * (2022) and of the communiqués of the Central Committee. No name stands here: a leader is known by the post, a doctrine by
 * its fixed words.
 */
interface WrongAddress {
  /** Fixed words that the lexicon finds; what stands before them decides. */
  readonly word: string;
  /** Must match the characters right before the word (at most 12); its group belongs to what is wrong. */
  readonly before?: RegExp;
  /** Replaces the word; null where only a person can fill in what is right. */
  readonly right: string | null;
  readonly advice: { readonly zh: string; readonly en: string };
}

const DOCTRINE = "新时代中国特色社会主义思想";
const DOCTRINE_ADVICE = { zh: `“${DOCTRINE}”应写全`, en: `the doctrine is written in full: ${DOCTRINE}` };

export const WRONG_ADDRESSES: readonly WrongAddress[] = [
  {
    word: "总书记",
    // A surname alone, of those that holders of the post have borne; 学习总书记, 长江总… begin no name.
    before: /(?:^|[^学研复练讲见实温补长珠])([习江胡])$/u,
    right: null,
    advice: { zh: "称谓应写全名加职务", en: "the full name goes before the post" },
  },
  {
    word: "总书记为核心",
    before: /以[^，。；、以]{2,4}$/u,
    right: "同志为核心",
    advice: { zh: "固定写法是“以……同志为核心”", en: "the fixed form is 以……同志为核心" },
  },
  ...["新时期中国特色社会主义思想", "新时代特色社会主义思想", "新时代社会主义思想", "新时代中国特色主义思想"].map(
    (word) => ({ word, right: DOCTRINE, advice: DOCTRINE_ADVICE }),
  ),
];
