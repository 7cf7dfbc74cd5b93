/** Formatter "text": lines a person reads and pastes to a colleague, aligned for wide characters. */
import type { Lang, Severity } from "../types";
import { SEVERITY_WORDS } from "../severity-words";
import type { FindingView } from "./view";

export interface TextOptions {
  readonly lang: Lang;
  /** Sections by sheet (default) or by responsible unit. */
  readonly groupBy?: "sheet" | "unit";
  /** Display width of a text in terminal columns. */
  readonly width: (text: string) => number;
  /** Paints a piece; identity where colour is off. */
  readonly paint?: (text: string, severity: Severity) => string;
}

/** Sections with one aligned line a finding: severity, cell, sentence, rule. "" for no findings. */
export function formatText(views: readonly FindingView[], options: TextOptions): string {
  const paint = options.paint ?? ((text: string) => text);
  const severityWidth = Math.max(...Object.values(SEVERITY_WORDS).map((words) => options.width(words[options.lang])));
  const sections: string[] = [];
  for (const [title, members] of groupViews(views, options)) {
    const cells = members.map((view) => (options.groupBy === "unit" ? `${view.sheet}!${view.cell}` : view.cell));
    const cellWidth = Math.max(...cells.map(options.width));
    const lines = members.map((view, i) => {
      const severity = paint(
        pad(SEVERITY_WORDS[view.severity][options.lang], severityWidth, options.width),
        view.severity,
      );
      return `  ${severity}  ${pad(cells[i] ?? "", cellWidth, options.width)}  ${oneLine(view.message)}  [${view.rule}]`;
    });
    sections.push([title, ...lines].join("\n"));
  }
  return sections.join("\n\n");
}

/**
 * One line to paste into a chat, rule names only: 「第7行 责任单位未填；第11行 已超期」. Row numbers are Excel's.
 * @example formatBrief(views, "zh") // "第7行 责任单位未填；第11行 已超期"
 */
export function formatBrief(views: readonly FindingView[], lang: Lang): string {
  const byRow = new Map<number, string[]>();
  for (const view of views) {
    const names = byRow.get(view.row);
    if (names === undefined) byRow.set(view.row, [view.name]);
    else if (!names.includes(view.name)) names.push(view.name);
  }
  return [...byRow]
    .sort((a, b) => a[0] - b[0])
    .map(([row, names]) =>
      lang === "zh" ? `第${row + 1}行 ${names.join("、")}` : `row ${row + 1}: ${names.join(", ")}`,
    )
    .join(lang === "zh" ? "；" : "; ");
}

function groupViews(views: readonly FindingView[], options: TextOptions): Map<string, FindingView[]> {
  const groups = new Map<string, FindingView[]>();
  const nobody = options.lang === "zh" ? "（未填责任单位）" : "(no unit)";
  for (const view of views) {
    const title = options.groupBy === "unit" ? (view.unit ?? nobody) : view.sheet;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [view]);
    else group.push(view);
  }
  return groups;
}

function pad(text: string, width: number, widthOf: (text: string) => number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function oneLine(text: string): string {
  return text.includes("\n") || text.includes("\r") ? text.split(/\r\n?|\n/).join(" ") : text;
}
