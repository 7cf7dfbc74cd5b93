/**
 * Percentages that make up a hundred: 咨询类占77.81%，举报类占12.47%，…，其他类占0.01%; 三次产业结构比25.7:36.8:47.4; 满意率92.47%，基本满意率7.35%. One digit off, or a
 * ratio near a hundred that misses it, is worth a look.
 */
import { reWith } from "../../zh/pattern";
import { hundreds as words } from "../../zh/words/claim-slips";
import { LINE_SIGN, type Line, type PercentToken, type Sentence } from "../../reading";
import { isSlip } from "./slips";
import type { SumFault } from "./sum-fault";

/** A list without 其他 at its end may leave something out, unless it is as long as this and told finely. */
const LONG = 4;
const LEAST = 3;

/** Faults of a line, in text order. */
export function hundredFaults(line: Line): readonly SumFault[] {
  const isShared = (line.signs & LINE_SIGN.percent) !== 0;
  const shares = isShared ? line.sentences.flatMap((sentence) => shareFaults(line, sentence)) : NONE;
  return [...shares, ...ratioFaults(line)];
}

const NONE: readonly SumFault[] = [];

/** Shares that stand one behind another, with no count between. */
function shareFaults(line: Line, sentence: Sentence): readonly SumFault[] {
  const faults: SumFault[] = [];
  let list: PercentToken[] = [];
  let leads: string[] = [];
  const close = (): void => {
    const decimals = Math.min(...list.map((token) => token.decimals));
    if (isWholeList(leads, decimals) && isOneOff(list, decimals)) faults.push(tell(line, list));
    list = [];
    leads = [];
  };
  let floor = sentence.start;
  for (const token of sentence.tokens) {
    const lead = line.plain.slice(floor, token.start);
    if (token.type === "percent") {
      if (token.approx || !SHARE.test(lead)) close();
      else {
        list.push(token);
        leads.push(lead);
      }
    } else if (token.type === "number" && token.unit !== "") close();
    floor = token.type === "number" ? token.unitEnd : token.end;
  }
  close();
  return faults;
}

const SHARE = reWith("u")`${words.shares}(?:${words.links})?\s*$`;
const OTHERS = reWith("u")`^[，,、；;]?${words.others}`;
const RATE = /([\u4e00-\u9fff]{1,10})率[^率]{0,6}$/u;

function isWholeList(leads: readonly string[], decimals: number): boolean {
  if (leads.some((lead) => /率/u.test(lead))) {
    const [one = "", other = ""] = leads.map((lead) => RATE.exec(lead)?.[1] ?? "");
    return (
      leads.length === 2 &&
      one !== "" &&
      words.opposed.some((sign) => other.startsWith(sign) && one.endsWith(other.slice(sign.length)))
    );
  }
  const isFine = leads.length >= LONG && decimals > 1;
  return leads.length >= LEAST && (isFine || OTHERS.test(leads[leads.length - 1] ?? ""));
}

/** They miss a hundred, and one digit of one of them makes it. */
function isOneOff(list: readonly PercentToken[], decimals: number): boolean {
  if (decimals < 1) return false;
  const sum = list.reduce((all, token) => all + valueOf(token), 0);
  const most = (list.length / 2) * 10 ** -decimals + 1e-9;
  if (Math.abs(sum - 100) <= most) return false;
  return list.some((token) => {
    const meant = valueOf(token) + 100 - sum;
    const unit = 10 ** token.decimals;
    const [from, to] = [Math.ceil((meant - most) * unit - 1e-6), Math.floor((meant + most) * unit + 1e-6)];
    for (let mantissa = Math.max(1, from); mantissa <= to; mantissa++)
      if (isSlip(String(token.mantissa), String(mantissa))) return true;
    return false;
  });
}

const valueOf = ({ mantissa, decimals }: PercentToken): number => mantissa / 10 ** decimals;

function tell(line: Line, list: readonly PercentToken[]): SumFault {
  const parts = list.map((token) => valueOf(token).toFixed(token.decimals));
  return fault(line, list[0]?.start ?? 0, list[list.length - 1]?.end ?? 0, parts);
}

function fault(line: Line, start: number, end: number, parts: readonly string[]): SumFault {
  const sum = parts.reduce((all, part) => all + Number(part), 0);
  const decimals = Math.max(...parts.map((part) => part.split(".")[1]?.length ?? 0));
  return {
    place: { line: line.index, start, end },
    how: "sum",
    parts,
    sum: sum.toFixed(decimals),
    whole: "100",
    difference: Math.abs(sum - 100).toFixed(decimals),
    unit: "%",
    severity: "warning",
    near: true,
  };
}

const RATIO = reWith(
  "gu",
)`${words.ratios}[^，。；\d]{0,8}(\d{1,2}(?:\.\d{1,2})?)([:：∶比])(\d{1,2}(?:\.\d{1,2})?)\2(\d{1,2}(?:\.\d{1,2})?)(?![\d.%:：])`;
/** Ratios that miss a hundred by more are told of something else. */
const NEAR = 15;
const ROUNDED = 0.21;

/** 三次产业结构比为12.3:40.1:47.6 */
function ratioFaults(line: Line): readonly SumFault[] {
  if (!/\d[:：∶比]\d/u.test(line.plain)) return [];
  return [...line.plain.matchAll(RATIO)].flatMap((match) => {
    const parts = [match[1] ?? "", match[3] ?? "", match[4] ?? ""];
    const away = Math.abs(parts.reduce((all, part) => all + Number(part), 0) - 100);
    const most = parts.some((part) => part.includes(".")) ? ROUNDED : 1;
    return away > most && away <= NEAR ? [fault(line, match.index, match.index + match[0].length, parts)] : [];
  });
}
