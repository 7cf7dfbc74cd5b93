import { announcedGroups, statusCounts, placeOf, type CountGroup } from "../../reading";
import { tallyOf } from "../against/figures";

import { OWED } from "../owed";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { type Status, STATUS_WORDS } from "../../ledger";

type Data = { readonly announced: number; readonly found: number; readonly status: Status };

const KINDS = ["problem", "clue", "letter", "immediate", "matter"] as const;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const kind of KINDS) yield* ofKind(context, kind);
}

function* ofKind(context: ProofContext, kind: (typeof KINDS)[number]): Generator<ProofHit<Data>> {
  const items = context.document.items.filter((item) => item.kind === kind);
  if (items.length < (kind === "problem" ? 3 : 1)) return;
  const counts = statusCounts(items);
  const none = counts.get("none") ?? 0;
  if (none * 5 > items.length) return;
  const groups = announcedGroups(context).filter((group) => group.subject === kind && group.parts.length > 0);
  // Several inspections or levels: the body's statuses belong to none of them alone.
  if (new Set(groups.map((group) => group.total.value)).size > 1) return;
  for (const group of groups) {
    if (items.length * 10 < group.total.value * 6 || items.length * 10 > group.total.value * 12) continue;
    for (const part of group.parts) {
      if (part.nested || part.status === null) continue;
      const found = countOf(context, kind, group, part.status, counts);
      if (found === part.value || (OWED.has(part.status) && owesAsMany(group, counts))) continue;
      if (part.value > found && part.value - found <= none && none > 0) continue;
      yield {
        place: placeOf(part.line, part.start - part.before.length, part.end),
        data: { announced: part.value, found, status: part.status },
        severity: isByDefinition(part.value, group, part.status, counts) ? "info" : none > 0 ? "warning" : "error",
      };
    }
  }
}

/** 未完成，正在协调 is of either: as many are owed in all, whatever they are called. */
function owesAsMany({ parts }: CountGroup, counts: ReadonlyMap<Status | "none", number>): boolean {
  const told = parts.filter(({ status, nested }) => !nested && status !== null && OWED.has(status));
  const owed = [...OWED].reduce((sum, status) => sum + (counts.get(status) ?? 0), 0);
  return told.reduce((sum, { value }) => sum + value, 0) === owed;
}

/** 已完成3 of one done and two 阶段性完成: a definition may count these as done, where the summary tells none of them. */
function isByDefinition(
  told: number,
  { parts }: CountGroup,
  status: Status,
  counts: ReadonlyMap<Status | "none", number>,
): boolean {
  if (status !== "done") return false;
  const untold = (other: Status): number =>
    parts.some((part) => part.status === other) ? 0 : (counts.get(other) ?? 0);
  const own = counts.get("done") ?? 0;
  const basic = own + untold("basic");
  return told === basic || told === basic + untold("phased");
}

/** Items told to have a status; 已完成 of the summary may hold what the ledger's definition counts as done. */
function countOf(
  context: ProofContext,
  kind: (typeof KINDS)[number],
  group: CountGroup,
  status: Status,
  counts: ReadonlyMap<Status | "none", number>,
): number {
  const own = counts.get(status) ?? 0;
  const ledger = context.ledger?.tally;
  if (status !== "done" || !ledger || tallyOf(ledger, kind) === null) return own;
  const { done } = ledger.definition;
  const told = (other: Status): boolean => group.parts.some((part) => part.status === other);
  return (
    own +
    (done !== "done" && !told("basic") ? (counts.get("basic") ?? 0) : 0) +
    (done === "phased" && !told("phased") ? (counts.get("phased") ?? 0) : 0)
  );
}

export const statusCount = defineProofRule<Data>({
  alias: "status-count",
  code: "P201",
  severity: "error",
  name: { zh: "公布的状态数与正文不符", en: "announced status count differs from the body" },
  messages: {
    zh: ({ announced, found, status }) =>
      `综述说${STATUS_WORDS[status].zh}${announced}个，正文逐项写明${STATUS_WORDS[status].zh}的有${found}项，请核对。`,
    en: ({ announced, found, status }) =>
      `The summary says ${announced} ${STATUS_WORDS[status].en}, but ${found} items in the body say so; please check.`,
  },
  find,
  page: {
    what: "正文逐项写明整改状态时，各状态的条目数与综述公布的数。",
    why: "同一份通报前后两个数，总有一个是错的。",
    bad: "综述：已完成整改3个；正文有4项写“已完成”。",
    good: "综述：已完成整改4个；正文有4项写“已完成”。",
    todo: "对照台账核实后统一。",
    en: "The number of items with a status against the number the summary announces.",
  },
  ground: "正文与综述一致。",
});
