import { WRONG_ADDRESSES } from "../../zh/words/forms-of-address";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type AddressData = { readonly written: string; readonly advice: string; readonly adviceEn: string };

const ADDRESSES = new Map(WRONG_ADDRESSES.map((entry) => [entry.word, entry]));

const LONGEST_BEFORE = 12;

function* addresses(context: ProofContext): Generator<ProofHit<AddressData>> {
  for (const { line, start: from, end, word } of context.hitsOf("address")) {
    const entry = ADDRESSES.get(word);
    const { text = "", plain = "" } = context.lines[line] ?? {};
    const before = entry?.before?.exec(plain.slice(Math.max(0, from - LONGEST_BEFORE), from));
    if (!entry || before === null) continue;
    const start = from - (before?.[1]?.length ?? 0);
    yield {
      place: placeOf(line, start, end),
      data: { written: text.slice(start, end), advice: entry.advice.zh, adviceEn: entry.advice.en },
      fix: entry.right ?? undefined,
    };
  }
}

export const formOfAddress = defineProofRule<AddressData>({
  alias: "form-of-address",
  code: "P706",
  severity: "error",
  name: { zh: "称谓、提法不规范", en: "form of address" },
  messages: {
    zh: ({ written, advice }) => `“${written}”不规范，${advice}。`,
    en: ({ written, adviceEn }) => `“${written}”: ${adviceEn}.`,
  },
  find: addresses,
  page: {
    what: "称谓和重要提法的固定写法：总书记前只写姓、“以……总书记为核心”、写漏写错的新时代中国特色社会主义思想。",
    why: "公开文件用规范称谓、完整提法。",
    bad: "学习新时代特色社会主义思想",
    good: "学习新时代中国特色社会主义思想",
    todo: "改为规范写法。",
    en: "Posts take a full name, doctrines their full fixed words.",
  },
  ground: "中国共产党章程（2022年）及中央全会公报用语。",
});
