import { problemItems, statusCounts, placeOf, isFullNotice, openPlacesIn, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly items: number; readonly done: number };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { document, groups, lines } = context;
  const items = problemItems(document);
  if (!isFullNotice(document) || items.length < 3) return;
  const told = groups.some(
    (group) =>
      !group.foreign &&
      (document.itemOfLine[group.line] ?? -1) < 0 &&
      (group.subject === "problem" ||
        group.subject === "parent" ||
        group.subject === "detail" ||
        group.subject === "measure"),
  );
  // A summary that stands open is there, and says so itself.
  if (
    told ||
    signed(lines, LINE_SIGN.open).some((line) => openPlacesIn(line.text).some((place) => place.name.endsWith(".总数")))
  )
    return;
  const at = document.title?.lastLine ?? lines.find((line) => line.indent < line.text.length)?.index ?? 0;
  const line = lines[at];
  if (!line) return;
  yield {
    place: placeOf(at, line.indent, Math.min(line.text.trimEnd().length, line.indent + 40)),
    data: { items: items.length, done: statusCounts(items).get("done") ?? 0 },
  };
}

export const summaryMissing = defineProofRule<Data>({
  alias: "summary-missing",
  code: "P108",
  severity: "warning",
  name: { zh: "没有总体数字", en: "no overall figures" },
  messages: {
    zh: ({ items, done }) =>
      `全文没有一句总体数字；按正文逐项统计共${items}项${done > 0 ? `，写明完成的${done}项` : ""}，建议补一句综述。`,
    en: ({ items, done }) =>
      `No overall figures are given; the body has ${items} items${done > 0 ? `, ${done} of them done` : ""}.`,
  },
  find,
  page: {
    what: "正文之前（或之后）有没有公布问题总数和完成数。",
    why: "通报的要点是反馈多少、改了多少。",
    bad: "（全文只有逐项情况，没有总数）",
    good: "巡察反馈的12个问题，已完成整改9个，正在整改3个。",
    todo: "补一段综述，可用台账助手从台账生成。",
    en: "A notice without any overall count.",
  },
  ground: "整改情况公开的通行要求：公布问题总数、完成数、完成率。",
});
