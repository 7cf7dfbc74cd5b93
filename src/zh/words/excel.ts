/** What Excel says in words. */

/** Of a cell being edited, in programs that have no code of its own for it. */
export const CELL_EDIT: readonly string[] = [
  "cell[- ]?edit",
  "edit(?:ing)? (?:a )?cell",
  "单元格编辑",
  "编辑单元格",
  "编辑模式",
];
