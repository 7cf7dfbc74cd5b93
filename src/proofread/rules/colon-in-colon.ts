import { labelsIn, ownText, placeOf, type Line, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

function hasTwo(plain: string): boolean {
  const first = plain.indexOf("：");
  return first >= 0 && plain.includes("：", first + 1);
}

function* inLine(context: ProofContext, line: Line): Generator<ProofHit<Data>> {
  const text = ownText(line);
  const labelEnds = new Set(labelsIn(context.document.labels, line.index, line.index).map((label) => label.end - 1));
  for (const sentence of line.sentences) {
    if (!"。！？".includes(text[sentence.end - 1] ?? " ")) continue;
    // Telephone numbers stand behind several words with colons.
    if (sentence.tokens.some((token) => token.type === "code")) continue;
    let first = -1;
    let depth = 0;
    for (let at = sentence.start; at < sentence.end; at++) {
      const char = text[at];
      if (char === "（" || char === "【") depth++;
      else if (char === "）" || char === "】") depth--;
      else if (char === "；" || char === ";") first = -1;
      if (char !== "：" || depth > 0 || labelEnds.has(at)) continue;
      // Names and addresses stand behind words with colons, side by side.
      if (first >= 0 && !/[\s\d□]/u.test(text.slice(first + 1, at))) {
        yield {
          place: placeOf(line.index, Math.max(first, at - 8), Math.min(sentence.end, at + 5)),
          data: { written: line.text.slice(first, at + 1) },
        };
        break;
      }
      first = at;
    }
  }
}

export const colonInColon = defineProofRule<Data>({
  alias: "colon-in-colon",
  code: "P721",
  severity: "info",
  name: { zh: "一句之内冒号套冒号", en: "a colon inside a colon" },
  messages: {
    zh: () => "一个句子里冒号套用冒号，宜改用逗号、“即”，或另起一句。",
    en: () => "One sentence uses a colon within another colon; use a comma, 即 or a new sentence.",
  },
  find: function* (context: ProofContext) {
    for (const line of signed(context.lines, LINE_SIGN.colon)) if (hasTwo(line.plain)) yield* inLine(context, line);
  },
  page: {
    what: "一个句子里用了两层冒号；“整改情况：”之类的栏目名、联系方式、分号隔开的各项不算。",
    why: "冒号管到哪里为止，读者分不清。",
    bad: "整改要求：做到四个到位：思想到位、措施到位。",
    good: "整改要求：做到四个到位，即思想到位、措施到位。",
    todo: "改掉其中一个。",
    en: "Two levels of colons in a sentence.",
  },
  ground: "GB/T 15834—2011 冒号的用法。",
});
