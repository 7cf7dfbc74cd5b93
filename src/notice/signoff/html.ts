/** The sign-off sheet as a page for print: one A4 page, style in a <style> element of its own. */
import { escapeMarkup } from "../markup";
import { ignoredHeading, moreText, openHeading } from "./sheet";
import type { SignoffSheet } from "./types";

const STYLE = `
@page { size: A4 portrait; margin: 20mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 10.5pt/15pt "宋体", SimSun, "Songti SC", serif; }
h1 { margin: 0 0 7.5pt; text-align: center; font: 18pt/30pt "方正小标宋简体", "华文中宋", STZhongsong, SimSun, serif; }
h2 { margin: 4pt 0 0; font: bold 10.5pt/15pt "黑体", SimHei, sans-serif; }
p { margin: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.5pt solid #000; padding: 0 3pt; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
.facts th { width: 16%; }
.figures th { text-align: center; }
.hash { font-family: "Courier New", monospace; font-size: 9pt; }
.signatures { margin-top: 7.5pt; }
.signatures th { width: 16%; height: 26pt; vertical-align: middle; }
.signatures td { vertical-align: middle; }
`;

const WIDTHS = ["10%", "24%", "11%", "55%"];

function rows(cells: readonly (readonly string[])[], tag: "td" | "th"): string {
  return cells
    .map((row) => `<tr>${row.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join("")}</tr>`)
    .join("");
}

function list(lines: readonly string[], more: string | null): string {
  return [...lines, ...(more === null ? [] : [more])].map((line) => `<p>${escapeMarkup(line)}</p>`).join("");
}

/**
 * @example signoffHtml(sheet).includes("@page") // true
 */
export function signoffHtml(sheet: SignoffSheet): string {
  const facts = sheet.facts
    .map(({ label, value }) => {
      const mark = label === "SHA-256" ? ' class="hash"' : "";
      return `<tr><th>${escapeMarkup(label)}</th><td${mark}>${escapeMarkup(value)}</td></tr>`;
    })
    .join("");
  const columns = WIDTHS.map((width) => `<col style="width:${width}">`).join("");
  const figures = sheet.figures.map(({ text, metric, definition, numbers }) => [text, metric, definition, numbers]);
  const moreFigures = moreText(sheet.moreFigures, "个数字");
  const signatures = [0, 2]
    .map((from) => {
      const pair = sheet.signatures.slice(from, from + 2);
      return `<tr>${pair.map((name) => `<th>${escapeMarkup(name)}</th><td>　　　　　　　年　月　日</td>`).join("")}</tr>`;
    })
    .join("");
  return (
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeMarkup(sheet.title)}</title>` +
    `<style>${STYLE}</style></head><body>` +
    `<h1>${escapeMarkup(sheet.title)}</h1><table class="facts">${facts}</table>` +
    `<h2>一、综述</h2><p>　　${escapeMarkup(sheet.paragraph)}</p>` +
    `<h2>二、数字、口径和事项</h2><table class="figures"><colgroup>${columns}</colgroup><thead>` +
    `${rows([["数字", "含义", "口径", "事项编号"]], "th")}</thead><tbody>${rows(figures, "td")}</tbody></table>` +
    `${list(sheet.definitions, moreFigures)}<h2>${escapeMarkup(openHeading(sheet))}</h2>` +
    `${list(sheet.open, moreText(sheet.moreOpen, "处"))}<h2>${escapeMarkup(ignoredHeading(sheet))}</h2>` +
    `${list(sheet.ignored, moreText(sheet.moreIgnored, "处"))}` +
    `<table class="signatures">${signatures}</table></body></html>\n`
  );
}
