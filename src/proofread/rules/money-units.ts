import { placeOf, sentenceAt, type NumberToken, type Sentence } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly first: string; readonly second: string };

/** Amounts of 元 from this size on would be told in 万元 beside others that are. */
const COMPARABLE = 1000;

/** An amount told in 元 itself. */
function isPlain({ scale, unit }: NumberToken): boolean {
  return scale === 1 && unit === "元";
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  let before: Sentence | null = null;
  for (const plain of context.numbers.filter(isPlain)) {
    const line = context.lines[plain.line];
    const sentence = line ? sentenceAt(line, plain.start) : null;
    if (!line || !sentence || sentence === before) continue;
    before = sentence;
    const money = sentence.tokens.filter(
      (token): token is NumberToken => token.type === "number" && token.unit === "元",
    );
    const big = money.find((token) => token.scale === 10000);
    const small = money.find((token) => token.scale === 1 && token.mantissa / 10 ** token.decimals >= COMPARABLE);
    if (!big || !small) continue;
    const [first, second] = big.start < small.start ? [big, small] : [small, big];
    const text = (token: NumberToken): string => line.text.slice(token.start, token.unitEnd);
    yield {
      place: placeOf(line.index, first.start, second.unitEnd),
      data: { first: text(first), second: text(second) },
    };
  }
}

export const moneyUnits = defineProofRule<Data>({
  alias: "money-units",
  code: "P502",
  severity: "info",
  name: { zh: "元与万元混用", en: "元 and 万元 mixed" },
  messages: {
    zh: ({ first, second }) => `同一句里“${first}”与“${second}”单位不同，建议统一。`,
    en: ({ first, second }) => `“${first}” and “${second}” in one sentence use different units.`,
  },
  find,
  page: {
    what: "同一句里既有万元又有一千元以上以元计的金额。",
    why: "单位混用不便核对合计。",
    bad: "收到经费5万元，清算12000元。",
    good: "收到经费5万元，清算1.2万元。",
    todo: "统一单位。",
    en: "Amounts of 元 and 万元 in one sentence.",
  },
  ground: "同类数据单位一致。",
});
