import { bodyOfTitle, inspectedBody, meetingBody, takingBody } from "../../zh/bodies";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly title: string; readonly of: "title" | "inspected" };

/** The body inspected, or taking the matter seriously, in the introduction, against the one in the title. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { title, bodyStart } = context.document;
  let named = title ? bodyOfTitle(title.text) : null;
  // A title that names nobody leaves it to the sentence that tells of the inspection.
  const isTitles = named !== null;
  for (const line of context.lines.slice((title?.lastLine ?? -1) + 1, bodyStart)) {
    for (const sentence of line.sentences) {
      const text = line.plain.slice(sentence.start, sentence.end);
      const inspected = inspectedBody(text);
      const body = inspected ?? takingBody(text) ?? meetingBody(text, named ?? "");
      if (!body) continue;
      if (named === null) {
        named = inspected?.name ?? null;
        continue;
      }
      if (context.mayBeOneUnit(body.name, named) || (!isTitles && inspected)) continue;
      const start = sentence.start + body.start;
      yield {
        place: placeOf(line.index, start, start + body.name.length),
        data: { written: body.name, title: named, of: isTitles ? "title" : "inspected" },
      };
    }
  }
}

export const unitDiffers = defineProofRule<Data>({
  alias: "unit-differs",
  code: "P212",
  severity: "warning",
  name: { zh: "正文单位与标题单位不一", en: "organisation in the text differs from the title" },
  messages: {
    zh: ({ written, title, of }) =>
      `正文写“${written}”，${of === "title" ? "标题的" : "开头被巡察的"}单位是“${title}”，请核对是否从别的通报改来。`,
    en: ({ written, title, of }) =>
      `The text names “${written}”, ${of === "title" ? "the title" : "its opening"} “${title}”.`,
  },
  find,
  page: {
    what: "引言里“对某单位开展了巡察”“某单位党组高度重视”“某局党组召开会议研究整改”的单位与标题的单位不同；标题没有写单位的，与被巡察的单位对照。简称、全称和“我局、各单位”不报。",
    why: "通报常从别单位的改来，单位名称漏改。",
    bad: "标题：甲县水务局……；正文：对县林业局党组开展了巡察。",
    good: "对县水务局党组开展了巡察。",
    todo: "统一单位名称。",
    en: "The inspected body of the introduction against the title's; short forms are one with long ones.",
  },
  ground: "前后表述一致。",
});
