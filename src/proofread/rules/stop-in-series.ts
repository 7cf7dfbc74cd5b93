import { LINE_SIGN, placeOf, signed, type Line } from "../../reading";
import { parseCount } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { charTable, isIn } from "../../zh/plain";
import { listed } from "../../zh/words/claim-lists";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly how: "between" | "inside" };

/** So many members make a series. */
const SERIES = 3;

const BEFORE_MEMBER = charTable("。；;：:，");

function isMemberAt(text: string, at: number): boolean {
  return at === 0 || isIn(BEFORE_MEMBER, text, at - 1);
}

const NUMBERED = reWith("gu")`${listed.member}`;

/** Where members begin: 一是, else （1）, 1. or 第一，numbered one by one. */
function membersOf({ plain, hits }: Line): readonly number[] {
  const told = hits.filter(({ topic, start }) => topic === "ordinal" && isMemberAt(plain, start));
  if (told.length >= SERIES) return told.map(({ start }) => start);
  const starts: number[] = [];
  for (const found of plain.matchAll(NUMBERED)) {
    const number = found.slice(1).find((group) => group !== undefined) ?? "";
    if ((parseCount(number) ?? Number(number)) !== starts.length + 1) continue;
    starts.push(found.index + (isIn(BEFORE_MEMBER, plain, found.index) ? 1 : 0));
  }
  return starts;
}

/** 一是…；二是…。三是…; and a full stop inside of a member of …；…；…. */
function* inLine(line: Line): Generator<ProofHit<Data>> {
  const text = line.plain;
  let members = 0;
  let first = 0;
  let last = 0;
  let semicolons = 0;
  let stop = -1;
  for (const start of membersOf(line)) {
    last = start;
    if (members++ === 0) {
      first = start;
      continue;
    }
    const mark = text[start - 1];
    if (mark === "；" || mark === ";") semicolons++;
    else if (stop < 0 && mark === "。") stop = start - 1;
  }
  if (members < SERIES || semicolons === 0) return;
  const hit = (at: number, how: Data["how"]): ProofHit<Data> => ({
    place: placeOf(line.index, Math.max(0, at - 4), Math.min(line.text.length, at + 3)),
    data: { how },
  });
  if (stop >= 0) {
    yield hit(stop, "between");
    return;
  }
  // No member but the last, which ends the series, holds a full stop.
  if (semicolons < members - 1) return;
  const at = text.indexOf("。", first);
  if (at >= 0 && at < last - 1) yield hit(at, "inside");
}

export const stopInSeries = defineProofRule<Data>({
  alias: "stop-in-series",
  code: "P720",
  severity: "info",
  name: { zh: "分号并列中夹句号", en: "a full stop inside a series with semicolons" },
  messages: {
    zh: ({ how }) =>
      how === "between"
        ? "并列各项有的用分号、有的用句号隔开，宜统一。"
        : "用分号隔开的一项里又用了句号，宜改为逗号，或各项都用句号隔开。",
    en: ({ how }) =>
      how === "between"
        ? "Members of one series end in semicolons and in full stops."
        : "A member between semicolons holds a full stop.",
  },
  find: function* (context: ProofContext) {
    for (const line of signed(context.lines, LINE_SIGN.semicolon)) yield* inLine(line);
  },
  page: {
    what: "同一段“一是、二是、三是”（或（1）（2）（3）、第一、第二、第三）各项之间分号、句号混用，或用分号隔开的一项里面又有句号。",
    why: "句号比分号大，项内用了句号，分号就隔不开各项。",
    bad: "一是完善制度；二是加强培训。三是严格检查；四是通报结果。",
    good: "一是完善制度；二是加强培训；三是严格检查；四是通报结果。",
    todo: "统一为分号或句号。",
    en: "Full stops and semicolons mixed in 一是…二是….",
  },
  ground: "GB/T 15834—2011 分号的用法。",
});
