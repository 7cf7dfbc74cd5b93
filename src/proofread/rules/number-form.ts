import { placeOf, type NumberToken } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly right: string; readonly how: "range" | "approx" };

/** 3-5个. 任务12-2 is a number of something: a range goes up. */
function isRangeOfSigns({ rangeTo, text, mantissa, decimals }: NumberToken): boolean {
  return rangeTo !== null && text.includes("-") && mantissa < rangeTo * 10 ** decimals;
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.numbers.filter((one) => isRangeOfSigns(one) || (one.approx && one.decimals > 0))) {
    const line = context.lines[token.line];
    if (!line) continue;
    const written = line.text.slice(token.start, token.unitEnd);
    const place = placeOf(token.line, token.start, token.unitEnd);
    if (isRangeOfSigns(token)) {
      const right = written.replace("-", "—");
      yield { place, data: { written, right, how: "range" }, fix: right };
    } else if (/[余多]/u.test(written)) {
      const right = written.replace(/[余多]/u, "");
      yield { place, data: { written, right, how: "approx" } };
    }
  }
}

export const numberForm = defineProofRule<Data>({
  alias: "number-form",
  code: "P713",
  severity: "info",
  name: { zh: "数字写法", en: "form of numbers" },
  messages: {
    zh: ({ written, right, how }) =>
      how === "range"
        ? `数值范围“${written}”宜写作“${right}”。`
        : `“${written}”精确到小数，不与“余、多”连用，宜写作“${right}”。`,
    en: ({ written, right }) => `“${written}” is better written “${right}”.`,
  },
  find,
  page: {
    what: "数值范围用半角短横（2-3名），精确小数与“余、多”连用（10.72余万元）。",
    why: "范围用一字线或浪纹线；精确数不能又是约数。",
    bad: "增加2-3名代表；共10.72余万元。",
    good: "增加2—3名代表；共10.72万元。",
    todo: "按提示改写。",
    en: "Ranges with a hyphen; exact decimals with 余.",
  },
  ground: "GB/T 15835—2011 数值范围的写法；GB/T 15834—2011 连接号的用法。",
});
