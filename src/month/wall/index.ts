/** 挂图作战: the wall chart, one file for print. */
import type { Reading } from "../../ledger";
import { escapeMarkup } from "../../notice";
import { boardsOf, type BoardOptions } from "./board";
import { type DrawOptions, pageSvg } from "./draw";
import { pagesOf } from "./pages";

export type { BoardOptions } from "./board";

/** Pages of the wall chart of a reading, an SVG each; none where nothing is to be shown. */
export function wallPages(reading: Reading, options: BoardOptions, draw: DrawOptions): readonly string[] {
  const pages = boardsOf(reading, options).flatMap(pagesOf);
  return pages.map((page, index) => pageSvg(page, index + 1, pages.length, draw));
}

/** The pages as one HTML file, printed an A3 sheet each. */
export function wallHtml(pages: readonly string[], title: string): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>` +
    "@page{size:420mm 297mm;margin:0}html,body{margin:0;background:#e0e0e0}section{width:420mm;height:297mm;margin:0 auto 6mm;" +
    "background:#fff;break-after:page;break-inside:avoid;overflow:hidden}section:last-child{break-after:auto}svg{display:block}" +
    "@media print{html,body{background:#fff}section{margin:0}}@media screen{section{max-width:100%;height:auto}" +
    "svg{width:100%;height:auto}}</style></head><body>" +
    `${pages.map((page) => `<section>${page}</section>`).join("")}</body></html>`
  );
}
