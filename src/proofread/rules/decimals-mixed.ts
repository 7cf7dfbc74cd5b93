import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { startingIn, placeOf, type Line, type NumberToken, type PercentToken, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };
type Amount = NumberToken | PercentToken;

const LISTED = reWith("gu")`${words.listed}`;
const MEMBERS = 3;

function* inLine(line: Line): Generator<ProofHit<Data>> {
  for (const found of line.plain.matchAll(LISTED)) {
    const list = listFrom(line, found.index + found[0].length);
    const first = list[0];
    const last = list[list.length - 1];
    if (!first || !last || list.length < MEMBERS) continue;
    const decimals = new Set(list.map((amount) => amount.decimals));
    if (decimals.size < 2) continue;
    const end = last.type === "number" ? last.unitEnd : last.end;
    yield { place: placeOf(line.index, first.start, end), data: { written: line.text.slice(first.start, end) } };
  }
}

/** 98%、95.5%、93.25%; 甲乡完成率95.2%，乙乡完成率91%，丙乡完成率88.75%: of one sentence, by one name. All and nothing have no decimals. */
function* rates(line: Line): Generator<ProofHit<Data>> {
  for (const { tokens, start } of line.sentences) {
    let list: PercentToken[] = [];
    let from = start;
    for (const token of [...tokens, null]) {
      const isRate = token?.type === "percent" && !token.approx;
      if (isRate && goesOn(line.plain.slice(from, token.start), line, list)) list.push(token);
      else {
        yield* mixedIn(line, list);
        list = isRate ? [token] : [];
      }
      if (token) from = token.type === "number" ? token.unitEnd : token.end;
    }
  }
}

const JOINED = /^[、和及与]$/u;
const NAMED = /^[，、；]([^，、；。：\d]{2,16}率)[为达到是]{0,2}$/u;
const RATE_NAME = /([^，、；。：\d]{2}率)[为达到是]{0,2}$/u;

/** Another of the list: right behind 、, or named by the name of the first. */
function goesOn(between: string, { plain }: Line, [first]: readonly PercentToken[]): boolean {
  if (!first) return true;
  if (JOINED.test(between)) return true;
  const name = RATE_NAME.exec(plain.slice(Math.max(0, first.start - NAME_REACH), first.start))?.[1];
  return name !== undefined && NAMED.exec(between)?.[1]?.endsWith(name) === true;
}

const NAME_REACH = 12;

function* mixedIn(line: Line, list: readonly PercentToken[]): Generator<ProofHit<Data>> {
  const [first] = list;
  const last = list[list.length - 1];
  if (!first || !last || list.length < MEMBERS) return;
  const told = list.filter(({ text }) => !ALL_OR_NOTHING.test(text));
  if (new Set(told.map(({ decimals }) => decimals)).size < 2) return;
  yield {
    place: placeOf(line.index, first.start, last.end),
    data: { written: list.map(({ text }) => text).join("、") },
  };
}

const ALL_OR_NOTHING = /^(?:100|0)%?$/u;

/** Amounts of one unit in a row, each behind 、 or 和. */
function listFrom(line: Line, from: number): readonly Amount[] {
  const list: Amount[] = [];
  let at = from;
  for (const token of startingIn(line.tokens, from, from + 200)) {
    if (token.type !== "number" && token.type !== "percent") break;
    const unit = token.type === "number" ? token.unit : "%";
    const before = list[0];
    if (!/^[、和及\s]{0,2}$/u.test(line.plain.slice(at, token.start))) break;
    if (before && (before.type === "number" ? before.unit : "%") !== unit) break;
    list.push(token);
    at = token.type === "number" ? token.unitEnd : token.end;
  }
  return list;
}

export const decimalsMixed = defineProofRule<Data>({
  alias: "decimals-mixed",
  code: "P728",
  severity: "info",
  name: { zh: "并列数字小数位数不一", en: "decimals differ within a list" },
  messages: {
    zh: ({ written }) => `并列的数字“${written}”小数位数不一致，宜统一。`,
    en: ({ written }) => `“${written}”: one list, different decimals.`,
  },
  find: function* (context: ProofContext) {
    for (const line of signed(context.lines, LINE_SIGN.listed | LINE_SIGN.percent)) {
      if (line.tokens.length < MEMBERS) continue;
      const found = (line.signs & LINE_SIGN.listed) === 0 ? [] : [...inLine(line)];
      yield* found;
      for (const hit of (line.signs & LINE_SIGN.percent) === 0 ? [] : rates(line))
        if (!found.some(({ place }) => place.start < hit.place.end && hit.place.start < place.end)) yield hit;
    }
  },
  page: {
    what: "“分别为”后面并列三个以上同一单位的数，或同一句并列的三个以上同名比率，小数位数不一致。100%不算。",
    why: "同一组数精确到同一位，读者才好比较。",
    bad: "得分分别为89.5、90、92.5。",
    good: "得分分别为89.5、90.0、92.5。",
    todo: "统一小数位数。",
    en: "Numbers listed behind 分别为 with different decimals.",
  },
  ground: "GB/T 15835—2011 数字形式的一致。",
});
