import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly masked: string; readonly mail: "yes" | "no" };

/** 138****1234. */
function mask(digits: string): string {
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.codes) {
    const line = context.lines[token.line];
    if (!line) continue;
    const { digits } = token;
    const number = digits.length === 13 && digits.startsWith("86") ? digits.slice(2) : digits;
    if (number.length !== 11 || !/^1[3-9]/u.test(number)) continue;
    const mail = /^[A-Za-z0-9._-]{0,20}@/u.test(line.plain.slice(token.end, token.end + 22));
    yield {
      place: placeOf(token.line, token.start, token.end),
      data: { masked: mask(number), mail: mail ? "yes" : "no" },
      fix: mask(number),
    };
  }
}

export const mobileNumber = defineProofRule<Data>({
  alias: "mobile-number",
  code: "P601",
  severity: "error",
  name: { zh: "公开了手机号码", en: "mobile number in public text" },
  messages: {
    zh: ({ masked, mail }) =>
      mail === "yes"
        ? `邮箱名是个人手机号码，公开前请改用单位邮箱，或隐去为${masked}。`
        : `公开稿中有个人手机号码，请改用单位座机，或隐去为${masked}。`,
    en: ({ masked }) => `A personal mobile number: use an office line, or mask it as ${masked}.`,
  },
  find,
  page: {
    what: "11位、13至19开头的号码，中间有空格、短横也算；以手机号码作邮箱名的也报。",
    why: "手机号码是个人信息，通报的监督电话应是单位座机。",
    bad: "联系电话：1380013某某某某（完整号码）",
    good: "联系电话：0377-6503××××",
    todo: "改用单位座机、单位邮箱；必须保留时写作138****1234。",
    en: "Personal mobile numbers, also as names of mail addresses.",
  },
  ground: "《中华人民共和国个人信息保护法》第二十八条、第二十九条；《政府信息公开条例》第十五条。",
});
