import { civilDate } from "../../zh/civil-date";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly masked: string; readonly valid: "yes" | "no" };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/**
 * Whether 18 characters are a citizen identity number: birth date and check character (GB 11643-1999, ISO 7064 MOD 11-2).
 * @example isIdentityNumber("11010519491231002X") // true
 */
function isIdentityNumber(text: string): boolean {
  if (!looksLikeIdentity(text)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (WEIGHTS[i] ?? 0) * Number(text[i]);
  return CHECKS[sum % 11] === text[17]?.toUpperCase();
}

/** 18 characters with a possible birth date. */
function looksLikeIdentity(text: string): boolean {
  if (!/^[1-8]\d{16}[\dXx]$/u.test(text)) return false;
  const year = Number(text.slice(6, 10));
  return (
    year >= 1900 && year <= 2100 && civilDate(year, Number(text.slice(10, 12)), Number(text.slice(12, 14))) !== null
  );
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.codes) {
    if (token.digits.length !== 18 || !looksLikeIdentity(token.digits)) continue;
    const valid = isIdentityNumber(token.digits);
    const masked = `${token.digits.slice(0, 6)}********${token.digits.slice(-4)}`;
    yield {
      place: placeOf(token.line, token.start, token.end),
      data: { masked, valid: valid ? "yes" : "no" },
      fix: masked,
      severity: valid ? "error" : "warning",
    };
  }
}

export const identityNumber = defineProofRule<Data>({
  alias: "identity-number",
  code: "P602",
  severity: "error",
  name: { zh: "公开了身份证号码", en: "identity number in public text" },
  messages: {
    zh: ({ masked, valid }) =>
      valid === "yes"
        ? `公开稿中有身份证号码，请删去，或隐去为${masked}。`
        : `疑似身份证号码（校验位不符），请核对后删去，或隐去为${masked}。`,
    en: ({ masked }) => `An identity number: delete it, or mask it as ${masked}.`,
  },
  find,
  page: {
    what: "18位公民身份号码，出生日期存在且校验位相符为错误，校验位不符为提醒。",
    why: "身份证号码不得公开。",
    bad: "当事人身份证号为完整18位。",
    good: "当事人王某（不写身份证号）。",
    todo: "删去。",
    en: "Citizen identity numbers, verified by birth date and check character.",
  },
  ground: "GB 11643—1999；《中华人民共和国个人信息保护法》。",
});
