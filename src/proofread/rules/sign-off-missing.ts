import { tailOf, isFullNotice, openSignOff } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly missing: "both" | "signature" | "date" };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { document, lines } = context;
  if (!isFullNotice(document) || (document.signature && document.signed)) return;
  const open = openSignOff(lines);
  if ((document.signature || open.signature) && (document.signed || open.date)) return;
  const last = [...lines].reverse().find((line) => line.indent < line.text.trimEnd().length);
  if (!last) return;
  // One that does not exist is told as such (date-impossible).
  if (document.signature && last.tokens.some((token) => token.type === "date" && token.day !== null)) return;
  const signature = document.signature !== null || open.signature;
  const missing = signature ? "date" : document.signed || open.date ? "signature" : "both";
  yield { place: tailOf(last, 24), data: { missing } };
}

export const signOffMissing = defineProofRule<Data>({
  alias: "sign-off-missing",
  code: "P711",
  severity: "warning",
  name: { zh: "缺署名或成文日期", en: "signature or date missing" },
  messages: {
    zh: ({ missing }) =>
      missing === "both"
        ? "文末没有发文机关署名和成文日期。"
        : missing === "date"
          ? "文末没有成文日期。"
          : "文末没有发文机关署名。",
    en: ({ missing }) =>
      missing === "both"
        ? "No signature and no date at the end."
        : missing === "date"
          ? "No date at the end."
          : "No signature at the end.",
  },
  find,
  page: {
    what: "文末几行里的发文机关署名和完整的成文日期。只有一两段的文字不算通报，不检查。",
    why: "没有署名和日期，数字截至何时、由谁负责都不清楚。",
    bad: "……欢迎监督。联系电话：……（全文结束）",
    good: "……中共××县××局党组　2025年12月25日",
    todo: "补署名和成文日期。",
    en: "The signing body and the date of issue at the end.",
  },
  ground: "GB/T 9704—2012 7.3.5。",
});
