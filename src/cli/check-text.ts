/**
 * The check as a person reads it: what was read, what was found (by row, unit or rule), the counts. By unit the lines are
 * short enough to paste to a colleague: 「第7行 责任单位未填；第11行 已超期」.
 */
import type { LedgerView, Session } from "../app/session";
import { viewFinding } from "../check";
import { asOfText, KIND_WORDS, passedOverText } from "../app/words";
import { formatBrief, type FindingView, type Lang, SEVERITY_WORDS } from "../rule";
import { countsText } from "./counts-text";
import type { Paint } from "./paint";
import { shownName } from "./terminal";
import { oneLine, padEnd, padStart, table } from "./table";
import { parseCell } from "../grid";
import { widthOf } from "../zh/text";

export type Grouping = "row" | "unit" | "rule";

interface CheckTextOptions {
  readonly lang: Lang;
  readonly group: Grouping;
  readonly paint: Paint;
  /** Cells are named by table, row and column, as in a document, instead of by address. */
  readonly isDocument: boolean;
}

/** Text of one checked file. */
export function checkText(session: Session, options: CheckTextOptions): string {
  const { lang, group } = options;
  const view = session.findings();
  if (view === null) throw new Error("not checked");
  const views = view.findings.map((finding) => viewFinding(finding, lang));
  const parts = [headText(session, options)];
  if (views.length > 0) {
    if (group === "unit") parts.push(byUnit(views, options));
    else if (group === "rule") parts.push(byRule(views, options));
    else parts.push(byRow(views, options));
  }
  if (session.getSnapshot().ledgers.length > 0) parts.push(countsText(view.counts, view.ignored.length, options));
  return parts.join("\n\n");
}

/** Sheets named as passed over; the count says the rest. */
const MOST_PASSED = 30;

/** What was read and what was not. */
export function headText(session: Session, options: Pick<CheckTextOptions, "lang" | "isDocument">): string {
  const { lang } = options;
  const { asOf, ledgers, passedOver } = session.getSnapshot();
  const lines = asOf === null ? [] : [asOfText(asOf, lang)];
  lines.push(...table(ledgers.map((ledger) => ledgerCells(ledger, options))));
  if (passedOver.length > 0) {
    const shown = passedOver
      .slice(0, MOST_PASSED)
      .map((passed) =>
        lang === "zh"
          ? `${shownName(passed.sheet)}（${shownName(passedOverText(passed, lang))}）`
          : `${shownName(passed.sheet)} (${shownName(passedOverText(passed, lang))})`,
      );
    const more = passedOver.length > MOST_PASSED;
    lines.push(
      lang === "zh"
        ? `未计入：${shown.join("、")}${more ? ` 等 ${passedOver.length} 张` : ""}`
        : `Not counted: ${shown.join(", ")}${more ? ` and others, ${passedOver.length} in all` : ""}`,
    );
  }
  return lines.join("\n");
}

function ledgerCells(
  ledger: LedgerView,
  { lang, isDocument }: Pick<CheckTextOptions, "lang" | "isDocument">,
): readonly string[] {
  const header = isDocument ? rowsOf(ledger.header, lang) : ledger.header;
  const kind = KIND_WORDS[ledger.kind][lang];
  if (lang === "zh") {
    const measures = ledger.measures === null ? "" : `，${ledger.measures} 条措施`;
    return [shownName(ledger.sheet), kind, `${ledger.items} 项${measures}`, `表头 ${header}`];
  }
  const measures = ledger.measures === null ? "" : `, ${ledger.measures} measures`;
  return [shownName(ledger.sheet), kind, `${ledger.items} items${measures}`, `header ${header}`];
}

function byRow(views: readonly FindingView[], { lang, paint, isDocument }: CheckTextOptions): string {
  const zh = lang === "zh";
  const severityWidth = most(views, (view) => widthOf(SEVERITY_WORDS[view.severity][lang]));
  const sections: string[] = [];
  for (const [sheet, members] of grouped(views, (view) => view.sheet)) {
    const { single, repeated } = foldRepeats(members);
    const rowWidth = String(most(members, (view) => view.row + 1)).length;
    const cells = new Map(members.map((view) => [view, placeOf(view, lang, isDocument)]));
    const cellWidth = most([...cells.values()], widthOf);
    const lines = [paint(shownName(sheet), "bold")];
    let last = -1;
    for (const view of single) {
      const number = padStart(String(view.row + 1), rowWidth);
      const label = zh ? `第${number}行` : `row ${number}`;
      const row = view.row === last ? " ".repeat(widthOf(label)) : label;
      last = view.row;
      const severity = paint(padEnd(SEVERITY_WORDS[view.severity][lang], severityWidth), view.severity);
      lines.push(`  ${row}  ${severity}  ${padEnd(cells.get(view)!, cellWidth)}  ${oneLine(view.message)}`);
    }
    for (const group of repeated) {
      const first = group[0]!;
      const severity = paint(padEnd(SEVERITY_WORDS[first.severity][lang], severityWidth), first.severity);
      const rows = rowRanges(group.map((view) => view.row + 1));
      const place = zh ? `第 ${rows} 行，共 ${group.length} 处` : `rows ${rows}, ${group.length} in all`;
      lines.push(`  ${severity}  ${oneLine(first.message)}`, `        ${place}`);
    }
    sections.push(lines.join("\n"));
  }
  return sections.join("\n\n");
}

/** Sentences that say the same of many rows, as hints often do, are told once with all their rows. */
const REPEATS = 6;

function foldRepeats(views: readonly FindingView[]): {
  readonly single: readonly FindingView[];
  readonly repeated: readonly (readonly FindingView[])[];
} {
  const same = grouped(views, (view) => `${view.severity}\n${view.rule}\n${view.message}`);
  const repeated = [...same.values()].filter((group) => group.length >= REPEATS && group[0]!.severity !== "error");
  const folded = new Set(repeated.flat());
  return { single: views.filter((view) => !folded.has(view)), repeated };
}

/** "3–6、8、10–11" of sorted row numbers. */
function rowRanges(rows: readonly number[]): string {
  const ranges: string[] = [];
  for (let at = 0; at < rows.length;) {
    let end = at;
    while (end + 1 < rows.length && rows[end + 1]! <= rows[end]! + 1) end += 1;
    ranges.push(rows[at] === rows[end] ? String(rows[at]) : `${rows[at]}–${rows[end]}`);
    at = end + 1;
  }
  return ranges.join("、");
}

function byUnit(views: readonly FindingView[], { lang, paint }: CheckTextOptions): string {
  const nobody = lang === "zh" ? "（未填责任单位）" : "(no unit)";
  const colon = lang === "zh" ? "：" : ": ";
  const sections: string[] = [];
  for (const [sheet, members] of grouped(views, (view) => view.sheet)) {
    const lines = [paint(shownName(sheet), "bold")];
    for (const [unit, own] of grouped(members, (view) => view.unit ?? nobody)) {
      lines.push(`${oneLine(unit)}${colon}${formatBrief(own, lang)}`);
    }
    sections.push(lines.join("\n"));
  }
  return sections.join("\n\n");
}

function byRule(views: readonly FindingView[], { lang, paint, isDocument }: CheckTextOptions): string {
  const sections: string[] = [];
  for (const [rule, members] of grouped(views, (view) => view.rule)) {
    const first = members[0]!;
    const count = lang === "zh" ? `${members.length} 处` : `${members.length}`;
    const title = `${paint(SEVERITY_WORDS[first.severity][lang], first.severity)}  ${first.name}  ${count}  [${first.code} ${rule}]`;
    const places = members.map((view) => [
      isDocument ? placeOf(view, lang, true) : `${shownName(view.sheet)}!${view.cell}`,
      oneLine(view.message),
    ]);
    sections.push([title, ...table(places).map((line) => `  ${line}`)].join("\n"));
  }
  return sections.join("\n\n");
}

/** The greatest of some figures; lists of findings are longer than a call has room for arguments. */
function most<T>(list: readonly T[], figure: (one: T) => number): number {
  return list.reduce((greatest, one) => Math.max(greatest, figure(one)), 0);
}

/** Where a finding is: an address, or in a document 表1第3行第2列. */
function placeOf({ sheet, row, cell }: FindingView, lang: Lang, isDocument: boolean): string {
  if (!isDocument) return cell;
  const col = (parseCell(cell)?.col ?? 0) + 1;
  return lang === "zh" ? `${sheet}第${row + 1}行第${col}列` : `${sheet} row ${row + 1} column ${col}`;
}

/** 第1行, 第1–2行 of an area. */
function rowsOf(area: string, lang: Lang): string {
  const rows = [...new Set(area.match(/\d+/g))].join("–");
  return lang === "zh" ? `第${rows}行` : `row ${rows}`;
}

function grouped(
  views: readonly FindingView[],
  key: (view: FindingView) => string,
): ReadonlyMap<string, FindingView[]> {
  const groups = new Map<string, FindingView[]>();
  for (const view of views) {
    const group = groups.get(key(view));
    if (group) group.push(view);
    else groups.set(key(view), [view]);
  }
  return groups;
}
