/** What every document by GB/T 9704—2012 has on its pages: their measures and their numbers. */
import { fontOf } from "./fonts";
import { GRID, PAGE, SIZES } from "./page";

type Docx = typeof import("docx");

/** Properties of a section: paper, margins, the grid of 22 lines and 28 characters. */
export function pageOf(docx: Docx) {
  return {
    page: {
      size: { width: PAGE.width, height: PAGE.height },
      margin: {
        top: PAGE.top,
        bottom: PAGE.bottom,
        left: PAGE.left,
        right: PAGE.right,
        header: PAGE.footer,
        footer: PAGE.footer,
      },
    },
    grid: { type: docx.DocumentGridType.LINES_AND_CHARS, linePitch: GRID.linePitch, charSpace: GRID.charSpace },
  };
}

/** 7.5: — 1 —, 四号 半角宋体; one character from the outer edge. */
export function pageNumber(docx: Docx, side: "left" | "right") {
  const right = side === "right";
  const space = SIZES.pageNumber * 10;
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: right ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
        indent: right ? { right: space } : { left: space },
        children: [
          new docx.TextRun({
            children: ["— ", docx.PageNumber.CURRENT, " —"],
            font: fontOf("pageNumber"),
            size: SIZES.pageNumber,
          }),
        ],
      }),
    ],
  });
}
