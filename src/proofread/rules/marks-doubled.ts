import { charTable } from "../../zh/plain";
import { ownText, placeOf, type Line, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

const STOPS = charTable("，、；：。");

const NONE: readonly number[] = [];

/** Offsets of two stops side by side; 。。。 stands for an ellipsis and is left alone. No generator: it sees every character. */
function doubledIn(plain: string): readonly number[] {
  let found: number[] | null = null;
  let run = 0;
  for (let at = 0; at < plain.length; at++) {
    if (STOPS[plain.charCodeAt(at)] === 1) {
      run++;
    } else if (run > 0) {
      if (run === 2) (found ??= []).push(at - 2);
      run = 0;
    }
  }
  if (run === 2) (found ??= []).push(plain.length - 2);
  return found ?? NONE;
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.stopsDoubled))
    for (const at of doubledIn(line.plain)) if (ownText(line)[at] === line.plain[at]) yield doubledAt(line, at);
}

function doubledAt(line: Line, at: number): ProofHit<Data> {
  const written = line.plain.slice(at, at + 2);
  const start = Math.max(0, at - 2);
  return {
    place: placeOf(line.index, start, at + 2),
    data: { written },
    fix: written[0] === written[1] ? line.text.slice(start, at + 1) : undefined,
  };
}

export const marksDoubled = defineProofRule<Data>({
  alias: "marks-doubled",
  code: "P718",
  severity: "warning",
  name: { zh: "标点重叠", en: "two punctuation marks side by side" },
  messages: {
    zh: ({ written }) => `标点“${written}”连用，应只留一个。`,
    en: ({ written }) => `“${written}” appear side by side; keep one.`,
  },
  find,
  page: {
    what: "句号、逗号、顿号、分号、冒号两个连用。",
    why: "删改文字后留下的多余标点。",
    bad: "组织学习6次，，参加300人次。",
    good: "组织学习6次，参加300人次。",
    todo: "留一个合适的。",
    en: "Two stops in a row.",
  },
  ground: "GB/T 15834—2011 的标点用法。",
});
