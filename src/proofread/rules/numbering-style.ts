import { placeOf, type Heading } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly mark: string; readonly right: string; readonly count: number };

/** 1、 for 1. and （一）、 for （一）: told once, at its first place. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { headings } = context.document;
  const wrong = headings.filter((heading) => rightMark(heading) !== null);
  const first = wrong[0];
  const right = first ? rightMark(first) : null;
  if (!first || right === null) return;
  yield {
    place: placeOf(first.line, first.start, first.start + first.mark.length),
    data: { mark: first.mark, right, count: wrong.length },
    fix: right,
  };
}

function rightMark(heading: Heading): string | null {
  const { mark, style } = heading;
  if (style === "arabic" && mark.endsWith("、")) return `${mark.slice(0, -1)}.`;
  if (style === "bracketedChinese" && mark.endsWith("、")) return mark.slice(0, -1);
  return null;
}

export const numberingStyle = defineProofRule<Data>({
  alias: "numbering-style",
  code: "P302",
  severity: "warning",
  name: { zh: "序号写法不规范", en: "numbering mark of the wrong form" },
  messages: {
    zh: ({ mark, right, count }) => `序号“${mark}”应写作“${right}”${count > 1 ? `，全文共${count}处` : ""}。`,
    en: ({ mark, right, count }) => `“${mark}” should be “${right}”${count > 1 ? ` (${count} places)` : ""}.`,
  },
  find,
  page: {
    what: "阿拉伯数字后用顿号（1、），括号序号后加顿号（（一）、）。全文只报第一处，写明处数。",
    why: "公文结构层次序数有固定写法。",
    bad: "1、制度执行有差距。",
    good: "1.制度执行有差距。",
    todo: "“1、”改为“1.”，“（一）、”改为“（一）”。",
    en: "1、 for 1., （一）、 for （一）.",
  },
  ground: "GB/T 9704—2012 7.3.3。",
});
