import { writeNumeral } from "../../zh/numerals";
import { groupsNamed, tellsOtherRound, type InspectionGroup } from "../../zh/bodies";
import { placeOf, sentenceAt, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly first: string; readonly line: number };

/** A group of another number than the one the notice begins with, of the same level and kind. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  let first: (InspectionGroup & { readonly line: number }) | null = null;
  for (const line of signed(context.lines, LINE_SIGN.inspection)) {
    // A sentence of many groups is asked once.
    let asked = -1;
    let text = "";
    let isOther = false;
    for (const group of groupsNamed(line.plain)) {
      const { start, end } = sentenceAt(line, group.start) ?? { start: 0, end: line.plain.length };
      if (start !== asked) {
        asked = start;
        text = line.plain.slice(start, end);
        isOther = tellsOtherRound(text);
      }
      if (isOther) continue;
      // A notice about several groups names now this one, now that.
      if (group.several) return;
      first ??= { ...group, line: line.index };
      if (group.number === first.number || group.kind !== first.kind) continue;
      if (group.level !== "" && first.level !== "" && group.level !== first.level) continue;
      // 第一、第二巡察组 side by side: the notice is about several.
      if (line.index === first.line && groupsNamed(text).length > 1) return;
      yield {
        place: placeOf(line.index, group.start, group.end),
        data: {
          written: line.text.slice(group.start, group.end),
          first: `第${writeNumeral(first.number)}${first.kind}组`,
          line: first.line + 1,
        },
      };
    }
  }
}

export const groupDiffers = defineProofRule<Data>({
  alias: "group-differs",
  code: "P211",
  severity: "warning",
  name: { zh: "巡察组序号前后不一", en: "number of the inspection group differs" },
  messages: {
    zh: ({ written, first, line }) => `这里写“${written}”，第${line}行写的是“${first}”，请核对。`,
    en: ({ written, first, line }) => `“${written}”, but line ${line} has “${first}”.`,
  },
  find,
  page: {
    what: "巡察（巡视）组的序号与全文第一次写到的不同。不同级别的巡视、巡察，“上轮、此前”等其他轮次，同一句并列几个组的不报。",
    why: "通报常从别单位的改来，组号漏改。",
    bad: "县委第一巡察组开展了巡察。……县委第二巡察组反馈的问题",
    good: "县委第一巡察组反馈的问题",
    todo: "对照反馈文件统一组号。",
    en: "The number of the inspection group against its first mention.",
  },
  ground: "前后表述一致。",
});
