/** The sign-off sheet as a page for print: A4, style in a <style> element of its own. */
import { escapeMarkup } from "../markup";
import { OPINION_HEADS, PENDING_COLUMNS, PENDING_HEADS, NOTHING, SIGNOFF_HEADINGS, signoffLines } from "./sheet";
import type { SignoffSheet } from "./types";

const STYLE = `
@page { size: A4 portrait; margin: 20mm 20mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 10.5pt/16pt "宋体", SimSun, "Songti SC", serif; }
h1 { margin: 0 0 6pt; text-align: center; font: 18pt/30pt "方正小标宋简体", "华文中宋", STZhongsong, SimSun, serif; }
h2 { margin: 6pt 0 0; font: bold 10.5pt/16pt "黑体", SimHei, sans-serif; break-after: avoid; }
p { margin: 0; text-indent: 2em; }
.head { display: flex; justify-content: space-between; gap: 2em; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 0 3pt; text-align: left; vertical-align: middle; font-weight: normal; overflow-wrap: anywhere; }
th { text-align: center; }
.end { break-inside: avoid; }
.opinions { margin-top: 9pt; }
.opinions td { height: 36pt; }
.foot { margin-top: 9pt; color: #444; font-size: 7.5pt; line-height: 11pt; overflow-wrap: anywhere; }
`;

function columns(widths: readonly number[]): string {
  return `<colgroup>${widths.map((width) => `<col style="width:${width}%">`).join("")}</colgroup>`;
}

function row(cells: readonly string[], tag: "td" | "th"): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join("")}</tr>`;
}

function table(
  name: string,
  widths: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const body = rows.map((cells) => row(cells, "td")).join("");
  return `<table class="${name}">${columns(widths)}<thead>${row(heads, "th")}</thead><tbody>${body}</tbody></table>`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join("");
}

/**
 * @example signoffHtml(sheet).includes("@page") // true
 */
export function signoffHtml(sheet: SignoffSheet): string {
  const lines = signoffLines(sheet);
  const heading = (text: string): string => `<h2>${escapeMarkup(text)}</h2>`;
  const pending = sheet.pending.map(({ number, problem, unit, deadline, status }) => [
    number,
    problem,
    unit,
    deadline,
    status,
  ]);
  // No page holds signatures alone: the line before them stays with them.
  const ignored = [heading(SIGNOFF_HEADINGS.ignored), ...lines.ignored.map((line) => list([line]))];
  const [before, last] = [ignored.slice(0, -1).join(""), ignored.slice(-1).join("")];
  const opinions = sheet.signatures.map((name) => [name, "", "", "　年　月　日"]);
  return (
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeMarkup(sheet.title)}</title>` +
    `<style>${STYLE}</style></head><body><h1>${escapeMarkup(sheet.title)}</h1>` +
    `<div class="head">${sheet.head.map((line) => `<span>${escapeMarkup(line)}</span>`).join("")}</div>` +
    `${heading(SIGNOFF_HEADINGS.paragraph)}${list([sheet.paragraph])}${heading(SIGNOFF_HEADINGS.figures)}${list(sheet.figures)}` +
    heading(SIGNOFF_HEADINGS.pending) +
    (pending.length === 0 ? list([NOTHING]) : table("pending", PENDING_COLUMNS, PENDING_HEADS, pending)) +
    `${heading(SIGNOFF_HEADINGS.open)}${list(lines.open)}${before}<div class="end">${last}` +
    table("opinions", [16, 44, 20, 20], OPINION_HEADS, opinions) +
    `<div class="foot">${sheet.foot.map((line) => `<div>${escapeMarkup(line)}</div>`).join("")}</div></div></body></html>\n`
  );
}
