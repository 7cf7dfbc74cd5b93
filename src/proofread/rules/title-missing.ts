import { placeOf, isFullNotice } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly line: number };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { document, lines } = context;
  if (!isFullNotice(document) || document.title) return;
  const first = lines.find((line) => line.indent < line.text.trimEnd().length);
  if (!first) return;
  yield {
    place: placeOf(first.index, first.indent, Math.min(first.text.length, first.indent + 20)),
    data: { line: first.index + 1 },
  };
}

export const titleMissing = defineProofRule<Data>({
  alias: "title-missing",
  code: "P710",
  severity: "warning",
  name: { zh: "缺标题", en: "title missing" },
  messages: {
    zh: () => "没有标题；标题应写明发文机关、事由和文种（××关于××整改情况的通报）。",
    en: () => "No title: it should name the issuing body, the matter and the kind of document.",
  },
  find,
  page: {
    what: "正文之前有没有写明“通报、公告、报告、情况”的标题行。",
    why: "公文标题由发文机关名称、事由和文种组成。",
    bad: "（全文从“根据县委统一部署”开始）",
    good: "中共××县××局党组关于巡察整改情况的通报",
    todo: "补标题。",
    en: "A title with issuing body, matter and kind of document.",
  },
  ground: "《党政机关公文处理工作条例》第九条；GB/T 9704—2012 7.3.1。",
});
