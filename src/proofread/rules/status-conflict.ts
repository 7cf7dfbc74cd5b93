import { charTable } from "../../zh/plain";

import { defineProofRule, type ProofHit } from "../rule";
import type { ReadItem } from "../../reading";
import type { ProofContext } from "../types";
import { type Status, STATUS_WORDS } from "../../ledger";
import { reWith } from "../../zh/pattern";
import { contradicts } from "../owed";
import { worksOn as words } from "../../zh/words/told-status";

type ItemData = {
  readonly first: Status;
  readonly second: Status;
  readonly number: string;
  readonly firstLine: number;
};

function* conflicts(context: ProofContext): Generator<ProofHit<ItemData>> {
  const byProblem = new Map<number, Told[]>();
  for (const item of context.document.items) {
    const first = item.statuses[0];
    if (!first) continue;
    const other = item.statuses.find((one) => contradicts(first.status, one.status) && !goesOn(context, first, one));
    if (other)
      yield {
        place: other,
        data: { first: first.status, second: other.status, number: item.number, firstLine: first.line + 1 },
      };
    const { problem } = item;
    if (problem.length < SHORTEST) continue;
    const key = wordsKey(problem);
    const known = byProblem.get(key);
    const told = { status: first.status, line: first.line, problem };
    if (!known) {
      byProblem.set(key, [told]);
      continue;
    }
    const words = withoutMarks(problem);
    if (words.length < SHORTEST) continue;
    const same = known.find((other) => withoutMarks(other.problem) === words);
    if (same && contradicts(same.status, first.status))
      yield {
        place: first,
        data: { first: same.status, second: first.status, number: item.number, firstLine: same.line + 1 },
      };
    else if (!same) known.push(told);
  }
}

/** A stage is reached, and the work goes on: 阶段性完成 with 「持续推进。」 is no contradiction. */
const GOES_ON = reWith("u")`持续${words.goesOn}`;
const STAGES: ReadonlySet<Status> = new Set<Status>(["phased", "basic", "partial"]);

function goesOn(
  context: ProofContext,
  first: ReadItem["statuses"][number],
  other: ReadItem["statuses"][number],
): boolean {
  const text = context.document.lines[other.line]?.text.slice(other.start, other.end) ?? "";
  return STAGES.has(first.status) && GOES_ON.test(text);
}

interface Told {
  readonly status: Status;
  readonly line: number;
  readonly problem: string;
}

/** Problems of fewer characters are headlines that recur. */
const SHORTEST = 8;

/** A number made of a problem's words, marks and blanks apart: problems of other numbers have other words. */
function wordsKey(text: string): number {
  let key = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (MARKS[code] !== 1) key = (Math.imul(key, 31) + code) | 0;
  }
  return key;
}

const MARKS = charTable("，。、；： \t\n\r\v\f\u00a0\u3000\ufeff");

/** A problem's words alone: marks and blanks differ between two places. */
function withoutMarks(text: string): string {
  let words = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (MARKS[text.charCodeAt(at)] !== 1) continue;
    words += text.slice(from, at);
    from = at + 1;
  }
  return words + text.slice(from);
}

export const statusConflict = defineProofRule<ItemData>({
  alias: "status-conflict",
  code: "P204",
  severity: "error",
  name: { zh: "一个事项两种状态", en: "two statuses for one item" },
  messages: {
    zh: ({ first, second, firstLine }) =>
      `同一事项第${firstLine}行写${STATUS_WORDS[first].zh}，这里写${STATUS_WORDS[second].zh}，请统一。`,
    en: ({ first, second, firstLine }) =>
      `Line ${firstLine} says ${STATUS_WORDS[first].en}, this one ${STATUS_WORDS[second].en}.`,
  },
  find: conflicts,
  page: {
    what: "同一条目里（整改结果、整改情况、“此项问题……”）写了不同状态，或题目相同的两条状态不同。",
    why: "状态决定完成率。",
    bad: "整改结果：完成。……此项问题部分已整改。",
    good: "整改结果：完成。……此项问题已整改。",
    todo: "对照台账统一状态。",
    en: "Two different statuses told of one item, or of two items with the same problem.",
  },
  ground: "状态与事实一致。",
});
