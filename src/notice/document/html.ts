/**
 * The notice as HTML whose styles stand in the elements: WPS, Word and OA editors keep those when it is pasted, and drop
 * style sheets. Items come as a table or as paragraphs.
 */
import { escapeMarkup } from "../markup";
import { inTables } from "./rows";
import {
  textOfSpans,
  type BlockRole,
  type NoticeBlock,
  type NoticeDocument,
  type NoticeItem,
  type NoticeSpan,
} from "./types";

/** Names with commonplace ones behind; quoted with single quotes, as they stand in attributes. */
const FACES = {
  body: "'仿宋_GB2312',FangSong,'仿宋',STFangsong,serif",
  title: "'方正小标宋简体','华文中宋',STZhongsong,SimSun,serif",
  part: "'黑体',SimHei,'Heiti SC',sans-serif",
  section: "'楷体_GB2312',KaiTi,'楷体',STKaiti,serif",
} as const;

const BODY = `margin:0;text-indent:2em;line-height:28pt;font-size:16pt;font-family:${FACES.body}`;
const RIGHT = `margin:0;padding-right:4em;text-align:right;line-height:28pt;font-size:16pt;font-family:${FACES.body}`;
const STYLE_OF: Readonly<Record<BlockRole, string>> = {
  title: `margin:0;text-align:center;line-height:35pt;font-size:22pt;font-family:${FACES.title}`,
  opening: BODY,
  part: `margin:0;text-indent:2em;line-height:28pt;font-size:16pt;font-family:${FACES.part}`,
  section: `margin:0;text-indent:2em;line-height:28pt;font-size:16pt;font-family:${FACES.section}`,
  parent: BODY,
  problem: BODY,
  body: BODY,
  contact: BODY,
  signature: RIGHT,
  date: RIGHT,
  row: BODY,
};
const CELL = "border:1px solid #000;padding:4px 6px;vertical-align:top;text-align:left;line-height:1.5;font-size:12pt";
const HEAD = "border:1px solid #000;padding:4px 6px;text-align:center;font-weight:bold;line-height:1.5;font-size:12pt";
const OPEN = "background-color:#ffff00";

function spansHtml(spans: readonly NoticeSpan[]): string {
  return spans
    .map((span) => {
      const text = escapeMarkup(span.text);
      return span.type === "unset" ? `<span style="${OPEN}">${text}</span>` : text;
    })
    .join("");
}

function paragraphHtml(block: NoticeBlock): string {
  return `<p style="${STYLE_OF[block.role]}">${spansHtml(block.spans)}</p>`;
}

/** Numbers of the items within the table: through, whatever their marks are. */
function rowHtml(item: NoticeItem, index: number): string {
  const { parent, problem, status, progress } = item;
  const above = parent === null || parent === "" ? "" : `${escapeMarkup(parent)}<br>`;
  const done = progress.map(spansHtml).join("<br>");
  // The words around a status are for sentences.
  const result = status.filter((span) => span.type !== "text");
  const cells = [String(index + 1), above + spansHtml(problem), spansHtml(result), done];
  const tds = cells.map((html, col) => `<td style="${CELL}${col === 0 ? ";text-align:center" : ""}">${html}</td>`);
  return `<tr style="page-break-inside:avoid">${tds.join("")}</tr>`;
}

function tableHtml(items: readonly NoticeItem[]): string {
  const heads = [
    ["序号", "6%"],
    ["问题", "34%"],
    ["整改结果", "14%"],
    ["整改情况", "46%"],
  ];
  const head = heads.map(([text, width]) => `<th style="${HEAD};width:${width}">${text}</th>`).join("");
  const rows: string[] = [];
  let section: string | null = null;
  items.forEach((item, index) => {
    if (item.section !== section && item.section !== null && item.section !== "") {
      rows.push(`<tr><td colspan="4" style="${CELL};font-weight:bold">${escapeMarkup(item.section)}</td></tr>`);
    }
    section = item.section;
    rows.push(rowHtml(item, index));
  });
  return (
    `<table style="border-collapse:collapse;width:100%;font-family:${FACES.body}" border="1" cellspacing="0">` +
    `<thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`
  );
}

function blocksHtml(blocks: readonly NoticeBlock[]): string {
  return inTables(blocks)
    .map((one) => (one.type === "block" ? paragraphHtml(one.block) : rowsHtml(one.rows)))
    .join("\n");
}

function rowsHtml(rows: readonly NoticeBlock[]): string {
  const trs = rows.map(({ cells = [] }, index) => {
    const tag = index === 0 ? "th" : "td";
    const style = (col: number): string => (index === 0 ? HEAD : `${CELL}${col === 0 ? "" : ";text-align:center"}`);
    return `<tr>${cells.map((cell, col) => `<${tag} style="${style(col)}">${spansHtml(cell)}</${tag}>`).join("")}</tr>`;
  });
  return (
    `<table style="border-collapse:collapse;width:100%;font-family:${FACES.body}" border="1" cellspacing="0">` +
    `${trs.join("")}</table>`
  );
}

/**
 * The items of a notice as a table, for the clipboard.
 * @example noticeTable(document).startsWith("<table") // true
 */
export function noticeTable(document: NoticeDocument): string {
  return tableHtml(document.items);
}

/**
 * The whole notice as an HTML fragment. With `items: "table"` the items below a heading are one table instead of
 * paragraphs.
 */
export function noticeFragment(document: NoticeDocument, options: { readonly items: "table" | "paragraphs" }): string {
  if (options.items === "paragraphs") return blocksHtml(document.blocks);
  const parts: string[] = [];
  let waiting: NoticeItem[] = [];
  let item = 0;
  // Rows stand in the annex alone, behind everything.
  const rows: NoticeBlock[] = [];
  const flush = (): void => {
    if (waiting.length > 0) parts.push(tableHtml(waiting));
    waiting = [];
  };
  document.blocks.forEach((block, index) => {
    const current = document.items[item];
    if (current !== undefined && index >= current.from) {
      if (index === current.from) waiting.push(current);
      if (index === current.to - 1) item++;
      return;
    }
    // Sections and parents of the items are rows and cells of the table.
    if (waiting.length > 0 && (block.role === "parent" || block.role === "section") && block.part === "items") return;
    const next = document.items[item];
    const leads = next !== undefined && block.part === "items" && (block.role === "parent" || block.role === "section");
    if (leads) return;
    flush();
    if (block.role === "row") rows.push(block);
    else parts.push(paragraphHtml(block));
  });
  flush();
  if (rows.length > 0) parts.push(blocksHtml(rows));
  return parts.join("\n");
}

/** A page of its own around the fragment. */
export function noticePage(document: NoticeDocument, options: { readonly items: "table" | "paragraphs" }): string {
  const title = textOfSpans(document.blocks.filter((block) => block.role === "title").flatMap((block) => block.spans));
  return (
    `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>${escapeMarkup(title)}</title>\n</head>\n` +
    `<body style="max-width:170mm;margin:2em auto">\n${noticeFragment(document, options)}\n</body>\n</html>\n`
  );
}
