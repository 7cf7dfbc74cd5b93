/**
 * Lists whose members share one measure word or are percentages: 三个片区分别有12、15、16个村，共43个; 占比分别为25%、35%、40%，合计100%. Told
 * with a total right behind, or behind a whole and 分别, they make it up.
 */
import { reWith } from "../../zh/pattern";
import { bareLists as words } from "../../zh/words/claim-lists";
import { CARRIERS } from "../../zh/words/claim-leads";
import type { Line } from "../../reading";
import type { SumFault } from "./sum-fault";

const LIST = String.raw`\d{1,9}(?:[、和及]\d{1,9}){1,20}`;
const PERCENTS = String.raw`\d{1,3}(?:\.\d{1,4})?%(?:[、和及]\d{1,3}(?:\.\d{1,4})?%){1,20}`;
const TOTAL_BEHIND = reWith(
  "gu",
)`(?<![第\d.年月])(${[LIST]})(${words.units})[^，。；、\d]{0,8}[，,]${words.subject}?${words.total}[^，。；、\d]{0,6}(\d{1,9})(${words.units})`;
const WHOLE_BEFORE = reWith(
  "gu",
)`(\d{1,9})(${words.units})[^。；\d]{0,24}分别[^，。；、\d]{0,6}?(${[LIST]})(${words.units})(?=[。；]|$)`;
const TOTAL_PERCENT = reWith(
  "gu",
)`(${[PERCENTS]})[，,]${words.subject}?${words.total}[^，。；、\d]{0,6}(\d{1,3}(?:\.\d{1,4})?)%`;
/** Stands in whatever these find. */
const SIGN = /[\d%][、和及]\d/u;
/** Rounded shares may miss their total by so much. */
const ROUNDED = 0.5;

/** Faults of a line, in text order. */
export function bareListFaults(line: Line): readonly SumFault[] {
  return line.tokens.length > 1 && SIGN.test(line.plain) ? faultsIn(line) : NONE;
}

const NONE: readonly SumFault[] = [];

function faultsIn({ plain, index }: Line): readonly SumFault[] {
  const faults: SumFault[] = [];
  const check = (at: number, text: string, list: string, told: string, unit: string, most: number): void => {
    const parts = list.split(/[、和及]/u).map((part) => part.replace("%", ""));
    const sum = parts.reduce((all, part) => all + Number(part), 0);
    const difference = Math.abs(sum - Number(told));
    if (difference <= most || parts.length < 2) return;
    const decimals = Math.max(...parts.map((part) => part.split(".")[1]?.length ?? 0));
    faults.push({
      place: { line: index, start: at, end: at + text.length },
      how: "sum",
      parts,
      sum: sum.toFixed(decimals),
      whole: told,
      difference: difference.toFixed(decimals),
      unit,
      severity: "warning",
      near: true,
    });
  };
  for (const found of plain.matchAll(TOTAL_BEHIND)) {
    const [text, list = "", unit = "", told = "", of] = found;
    // 1、2、3号 are no amounts; 2、3个 may be two or three.
    if (unit === of && isList(list) && isWhole(text, told, list)) check(found.index, text, list, told, unit, 0);
  }
  for (const found of plain.matchAll(WHOLE_BEFORE)) {
    const [text, told = "", unit = "", list = "", of] = found;
    // 3个科室分别完成12、15、16个, 60个，其中三个科室分别5、8、10个: of those who have them, or of a part.
    if (unit === of && isList(list) && isWhole(text, told, list)) check(found.index, text, list, told, unit, 0);
  }
  for (const found of plain.matchAll(TOTAL_PERCENT)) {
    const [text, list = "", told = ""] = found;
    const parts = list.split(/[、和及]/u);
    // 增幅分别为5%、8%，合计20%: only shares of one whole make it up.
    if (!OF_ONE_WHOLE.test(plain.slice(Math.max(0, found.index - SHARE_REACH), found.index))) continue;
    check(found.index, text, list, told, "%", list.includes(".") ? (ROUNDED / 10) * parts.length : ROUNDED);
  }
  return faults;
}

const OF_ONE_WHOLE = reWith("u")`${words.shares}`;
const SHARE_REACH = 24;
const OF_PART = reWith("u")`${words.ofPart}`;
const CARRIED = reWith("u")`^\d+${words.units}${CARRIERS}`;

/** Whether what is told may be the sum of a list: neither how many members it has (1、3、5项，共3项), nor who has them. */
function isWhole(text: string, told: string, list: string): boolean {
  if (Number(told) === list.split(/[、和及]/u).length) return false;
  return !OF_PART.test(text) && !CARRIED.test(text);
}

/** Neither two or three (2、3个) nor numbers in order (1、2、3). */
function isList(list: string): boolean {
  const parts = list.split(/[、和及]/u).map(Number);
  return !parts.slice(1).every((part, at) => part === (parts[at] ?? 0) + 1);
}
