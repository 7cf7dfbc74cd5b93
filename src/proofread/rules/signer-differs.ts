import { oneChange } from "../against/near-text";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly title: string };

/** The body that signs is the one the title names, but for one word. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { signature, title } = context.document;
  if (!signature || !title) return;
  const named = title.text.replace(/\s+/gu, "").split("关于", 1)[0] ?? "";
  const text = context.lines[signature.line]?.text.slice(signature.start, signature.end) ?? "";
  const written = text.replace(/\s+/gu, "");
  if (named === "" || title.text.includes("【") || oneChange(written, named) === null) return;
  // 某局 signs for 某局党组: one name goes on where the other ends.
  if (named.includes(written) || written.includes(named)) return;
  const data = { written, title: named };
  yield { place: placeOf(signature.line, signature.start, signature.end), data };
  // Either may be the wrong one.
  const at = context.lines[title.firstLine];
  if (at) yield { place: placeOf(at.index, at.indent, at.text.trimEnd().length), data, severity: "info" };
}

export const signerDiffers = defineProofRule<Data>({
  alias: "signer-differs",
  code: "P714",
  severity: "warning",
  name: { zh: "署名与标题单位不一", en: "signature and title name different bodies" },
  messages: {
    zh: ({ written, title }) => `署名“${written}”与标题的“${title}”有一处不同，请核对单位名称。`,
    en: ({ written, title }) => `Signed "${written}", but the title names "${title}".`,
  },
  find,
  page: {
    what: "文末署名与标题“关于”之前的单位名称只差一处文字。简称、全称的长短不同不报。",
    why: "单位名称写错，通报就不是本单位的通报。",
    bad: "标题：中共××县财政局党组关于……；署名：中共××县民政局党组",
    good: "两处一致。",
    todo: "统一单位名称。",
    en: "The signing body against the one in the title.",
  },
  ground: "GB/T 9704—2012 7.3.5：发文机关署名用全称或规范化简称。",
});
