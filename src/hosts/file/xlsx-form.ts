/** Forms in workbooks: places in cells, in headers and footers, in text boxes and comments. */
import { qualified } from "../../grid";
import type { FilledForm, Form, FormFill } from "../form";
import { HostError } from "../port";
import { spliceLines } from "./docx/splice-lines";
import { BRACE, changed } from "./text-change";
import {
  applyEdits,
  forgetResults,
  hasFormulas,
  PackageEditor,
  readXlsx,
  textsBesideCells,
  type BesideText,
  type CellPatch,
  type Inflater,
} from "./xlsx";

/**
 * Opens a workbook as a form.
 * @throws HostError as `readBytes`
 */
export async function openXlsxForm(name: string, bytes: Uint8Array, inflater: Inflater): Promise<Form> {
  const workbook = await readXlsx(bytes, { inflater });
  const cells = workbook.grids.flatMap(({ sheet, values }) =>
    values.flatMap((line, row) =>
      line.flatMap((text, col) => (typeof text === "string" && BRACE.test(text) ? [{ sheet, row, col, text }] : [])),
    ),
  );
  const beside = textsBesideCells(new PackageEditor(workbook.package), BRACE);
  const inCells = cells.map(({ sheet, row, col, text }) => {
    const address = qualified(sheet, row, col);
    return { where: { zh: address, en: address }, text };
  });
  const texts = [...inCells, ...beside];
  const editOf = ({ text, changes, number }: FormFill): CellPatch => {
    const cell = cells[text];
    if (!cell) throw new HostError("hostFailed", "no such text");
    const { sheet, row, col } = cell;
    const value = number ?? changed(cell.text, changes);
    return { sheet, row, col, value, ...(number === null ? { changes } : {}) };
  };
  return {
    name,
    format: "xlsx",
    texts,
    fill(fills) {
      const editor = new PackageEditor(workbook.package);
      // First what was found at its place in a part as it is; cells are looked for anew.
      fillBeside(
        editor,
        beside,
        fills.flatMap((fill) => (fill.text < cells.length ? [] : [{ ...fill, text: fill.text - cells.length }])),
      );
      const ofCells = fills.filter(({ text }) => text < cells.length);
      const outcomes = applyEdits(editor, ofCells.map(editOf));
      if (ofCells.length > 0) forgetResults(editor);
      const unwritable = fills.flatMap(({ text }): FilledForm["refused"] => {
        const one = beside[text - cells.length];
        return one?.pieces.length === 0 ? [{ where: one.where, reason: "noText" }] : [];
      });
      const refused = ofCells.flatMap(({ text }, index) => {
        const outcome = outcomes[index];
        const where = texts[text]?.where;
        return outcome?.type === "refused" && where ? [{ where, reason: outcome.reason }] : [];
      });
      return { bytes: editor.write(), refused: [...refused, ...unwritable], formulas: hasFormulas(editor) };
    },
  };
}

/** What ends in a size: a number behind it would be read as part of that. */
const SIZE = /&\d+$/u;

/** A value as a header holds it: & doubled, a number apart from a size in front. */
function asCode(value: string, before: string): string {
  const text = value.replaceAll("&", "&&");
  return SIZE.test(before) && /^\d/u.test(text) ? ` ${text}` : text;
}

/** @param fills by index into `beside` */
function fillBeside(editor: PackageEditor, beside: readonly BesideText[], fills: readonly FormFill[]): void {
  for (const part of new Set(beside.map((one) => one.part))) {
    const lines = beside.map(({ text, pieces, ...one }) => ({
      text,
      paragraph: 0,
      pieces: one.part === part ? pieces.map((piece) => ({ ...piece, kind: "text" as const, preserved: true })) : [],
    }));
    const edits = fills.flatMap(({ text: index, changes }) => {
      const one = beside[index];
      if (one?.part !== part) return [];
      return changes.map(({ start, end, value }) => ({
        line: index + 1,
        start,
        end,
        quote: one.text.slice(start, end),
        value: one.codes ? asCode(value, one.text.slice(0, start)) : value,
      }));
    });
    editor.splice(part, spliceLines(lines, edits).splices);
  }
}
