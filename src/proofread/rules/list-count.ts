import { listFaults } from "../claims/listed";
import { respectiveFaults, type ListFault } from "../claims/respective";
import { LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly what: ListFault["what"]; readonly told: number; readonly found: number };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const signs = LINE_SIGN.respectively | LINE_SIGN.enumeration | LINE_SIGN.title | LINE_SIGN.colon | LINE_SIGN.firstly;
  for (const line of signed(context.lines, signs)) {
    if ((line.signs & LINE_SIGN.respectively) !== 0)
      for (const { place, ...data } of respectiveFaults(line)) yield { place, data };
    for (const { place, ...data } of listFaults(line, context.lines[line.index + 1])) yield { place, data };
  }
}

export const listCount = defineProofRule<Data>({
  alias: "list-count",
  code: "P110",
  severity: "warning",
  name: { zh: "列举的个数与所说不符", en: "a list is not as long as stated" },
  messages: {
    zh: ({ what, told, found }) =>
      what === "respective"
        ? `“分别”之前是${told}个，之后列出${found}个数，请一一对应。`
        : `文中说${told}，列出的是${found}，请核对个数或补齐列举（只举一部分的，加“等”字）。`,
    en: ({ what, told, found }) =>
      what === "respective"
        ? `${told} names come before 分别, but ${found} numbers follow it; please match them one to one.`
        : `The text says ${told} but lists ${found}; check the number or complete the list.`,
  },
  find,
  page: {
    what: "自己说了个数的列举：“三条措施：一是……”，“制度3项：《》《》”，“甲某、乙某等2人”，“东镇、西镇2个乡镇”；“分别”前后的个数。带“等”字的，只在列出的比所说的多时报。",
    why: "加一条、减一人，开头的数常常忘了改。",
    bad: "甲某、乙某、丙某等2人被约谈。",
    good: "甲某、乙某、丙某等3人被约谈。",
    todo: "核对个数，或补齐列举。",
    en: "Lists that tell their own length, and numbers led in by 分别.",
  },
  ground: "前后一致。",
});
