import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { bankCard as words } from "../../zh/words/money";

type Data = { readonly masked: string };

/**
 * Luhn check of a card number (ISO/IEC 7812-1 annex B).
 * @example passesLuhn("6222021234567890128") // depends on the last digit
 */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const CARD_WORDS = reWith("u")`${words.cardWords}`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.codes) {
    const line = context.lines[token.line];
    if (!line) continue;
    if (!/^\d{16,19}$/u.test(token.digits) || !passesLuhn(token.digits)) continue;
    const near = line.plain.slice(Math.max(0, token.start - 24), token.start);
    const named = CARD_WORDS.test(near);
    if (!named && !/^(?:62|4|5[1-5])/u.test(token.digits)) continue;
    const masked = `${token.digits.slice(0, 4)}****${token.digits.slice(-4)}`;
    yield {
      place: placeOf(token.line, token.start, token.end),
      data: { masked },
      fix: masked,
      severity: named ? "error" : "warning",
    };
  }
}

export const bankCard = defineProofRule<Data>({
  alias: "bank-card",
  code: "P603",
  severity: "error",
  name: { zh: "公开了银行卡号", en: "bank card number in public text" },
  messages: {
    zh: ({ masked }) => `公开稿中有银行卡号，请删去，或隐去为${masked}。`,
    en: ({ masked }) => `A bank card number: delete it, or mask it as ${masked}.`,
  },
  find,
  page: {
    what: "16至19位、通过校验的卡号；前文有“卡号、账号、开户”为错误，否则为提醒。",
    why: "财产信息不予公开。",
    bad: "退回至其个人银行卡（完整卡号）。",
    good: "退回至原支付账户。",
    todo: "删去卡号。",
    en: "Bank card numbers, verified by the Luhn check.",
  },
  ground: "ISO/IEC 7812-1 附录B；《中华人民共和国个人信息保护法》第二十八条。",
});
