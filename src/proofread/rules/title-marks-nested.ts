import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { pairMarks } from "../generic/mark-pairs";

type NestedData = { readonly inner: string };

function* findNested(context: ProofContext): Generator<ProofHit<NestedData>> {
  for (const line of context.lines.filter(({ marks }) => marks.length >= 4)) {
    for (const { open, close } of pairMarks(line.text, line.marks).nested) {
      const inner = line.text.slice(open, close + 1);
      yield { place: placeOf(line.index, open, close + 1), data: { inner }, fix: `〈${inner.slice(1, -1)}〉` };
    }
  }
}

export const titleMarksNested = defineProofRule<NestedData>({
  alias: "title-marks-nested",
  code: "P703",
  severity: "error",
  name: { zh: "书名号嵌套有误", en: "nested title marks" },
  messages: {
    zh: ({ inner }) => `书名号里面的“${inner}”应改用单书名号〈〉。`,
    en: ({ inner }) => `Inside 《》 the title “${inner}” takes 〈〉.`,
  },
  find: findNested,
  page: {
    what: "书名号内又用双书名号。",
    why: "书名号嵌套，外双内单。",
    bad: "《关于印发《管理办法》的通知》",
    good: "《关于印发〈管理办法〉的通知》",
    todo: "内层改为〈〉。",
    en: "《…《…》…》 takes 〈〉 inside.",
  },
  ground: "GB/T 15834—2011 书名号的用法：书名号内还要使用书名号时，外面用双书名号，里面用单书名号。",
});
