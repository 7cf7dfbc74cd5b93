/**
 * Names of leaders, thought and policies that public documents write in one way only. Ground: the wording of the Party
 * constitution (2022) and of the communiqués of the Central Committee.
 */
export interface WrongAddress {
  readonly wrong: string;
  readonly right: string;
  readonly notBefore?: string;
  readonly notAfter?: readonly string[];
}

export const WRONG_ADDRESSES: readonly WrongAddress[] = [
  { wrong: "习总书记", right: "习近平总书记" },
  { wrong: "习大大", right: "习近平总书记" },
  { wrong: "习近平书记", right: "习近平总书记" },
  { wrong: "习近平新时期中国特色社会主义思想", right: "习近平新时代中国特色社会主义思想" },
  { wrong: "习近平中国特色社会主义思想", right: "习近平新时代中国特色社会主义思想" },
  { wrong: "习近平新时代特色社会主义思想", right: "习近平新时代中国特色社会主义思想" },
  { wrong: "习近平新时代社会主义思想", right: "习近平新时代中国特色社会主义思想" },
  { wrong: "习近平新时代中国特色主义思想", right: "习近平新时代中国特色社会主义思想" },
  { wrong: "以习近平为核心的党中央", right: "以习近平同志为核心的党中央" },
  { wrong: "以习近平总书记为核心的党中央", right: "以习近平同志为核心的党中央" },
];
