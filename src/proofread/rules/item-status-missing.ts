import {
  announcedGroups,
  openPlacesIn,
  problemItems,
  labelsIn,
  placeOf,
  type ReadItem,
  type Place,
} from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type MissingData = {
  readonly count: number;
  readonly items: number;
  readonly notDone: number;
  readonly where: "summary" | "item";
};

/** Where an item's answer begins: its label, else its first characters. */
function answerPlace(context: ProofContext, item: ReadItem): Place {
  const { document } = context;
  const label = labelsIn(document.labels, item.progressLine ?? 0, item.progressLine ?? -1)[0];
  if (label) {
    const text = document.lines[label.line]?.text ?? "";
    return placeOf(label.line, label.start, Math.min(text.trimEnd().length, label.end + 6));
  }
  return item.problemPlace;
}

/** 整改结果：【待补充：整改状态】 is known to be open. */
function isLeftOpen(context: ProofContext, item: ReadItem): boolean {
  const { lines } = context.document;
  for (let line = item.problemPlace.line; line <= item.lastLine; line++) {
    if (openPlacesIn(lines[line]?.text ?? "").some((place) => place.name.endsWith("状态"))) return true;
  }
  return false;
}

function* missing(context: ProofContext): Generator<ProofHit<MissingData>> {
  const items = problemItems(context.document);
  if (items.length < 3) return;
  const without = items.filter((item) => item.statuses.length === 0 && !isLeftOpen(context, item));
  if (without.length === 0) return;
  if (without.length < items.length) {
    // Most items tell theirs: the others are slips.
    if (without.length * 2 >= items.length) return;
    for (const item of without)
      yield {
        place: answerPlace(context, item),
        data: { count: without.length, items: items.length, notDone: 0, where: "item" },
      };
    return;
  }
  // A ledger at hand tells which items are open, and two of our own styles leave it to the ledger.
  const severity = context.ledger === null ? "warning" : "info";
  // Nothing is told of any item; that matters where the summary says that some are not done.
  for (const group of announcedGroups(context)) {
    if (group.subject !== "problem") continue;
    const done = group.parts.find((part) => part.status === "done" && !part.nested);
    if (!done || done.value >= group.total.value) continue;
    // Where the items are some of many, nobody looks for those that are not done among them.
    const isOfSome = items.length * 2 < group.total.value;
    const data = { count: items.length, items: items.length, notDone: group.total.value - done.value };
    const start = Math.max(0, group.start - group.total.before.length);
    yield {
      place: placeOf(group.line, start, group.parts[group.parts.length - 1]?.end ?? group.end),
      data: { ...data, where: "summary" },
      severity: isOfSome ? "info" : severity,
    };
    const first = items[0];
    if (first)
      yield {
        place: answerPlace(context, first),
        data: { ...data, where: "item" },
        severity: isOfSome ? "info" : severity,
      };
    return;
  }
}

export const itemStatusMissing = defineProofRule<MissingData>({
  alias: "item-status-missing",
  code: "P205",
  severity: "warning",
  name: { zh: "条目没有写明整改状态", en: "items without a status" },
  messages: {
    zh: ({ count, items, notDone, where }) =>
      where === "summary"
        ? `综述称有${notDone}个未完成，正文${items}项都没有逐项写明状态，无法指认是哪几项。`
        : count === items
          ? `正文${items}项都没有写明整改状态（自本项起），请逐项补写。`
          : `其他条目写明了整改状态，本项没有写明。`,
    en: ({ notDone, items, where }) =>
      where === "summary"
        ? `${notDone} are not done, but none of the ${items} items states its status.`
        : `The item does not tell its status.`,
  },
  find: missing,
  page: {
    what: "综述公布了未完成数，正文却没有一项写明状态；或多数条目写了状态，个别没写。综述称全部完成的不报；与台账一起核对、各项都没写状态时，只作提示。",
    why: "公布“正在整改3个”，应能在正文里指认是哪3个。",
    bad: "综述：正在整改3个；正文各项只写“整改进展情况”。",
    good: "各项写明“整改结果：已完成”或“正在整改”。",
    todo: "逐项补写整改状态。",
    en: "Unfinished problems are announced, but no item says that it is one of them.",
  },
  ground: "对账销号：总数与逐项状态一致。",
});
