/** Forms in workbooks: places in cells. */
import { qualified } from "../../grid";
import type { Form, FormFill } from "../form";
import { HostError } from "../port";
import { BRACE, changed } from "./text-change";
import { applyEdits, hasFormulas, PackageEditor, readXlsx, type CellPatch, type Inflater } from "./xlsx";

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
  const texts = cells.map(({ sheet, row, col, text }) => {
    const address = qualified(sheet, row, col);
    return { where: { zh: address, en: address }, text };
  });
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
      const outcomes = applyEdits(editor, fills.map(editOf));
      const refused = fills.flatMap(({ text }, index) => {
        const outcome = outcomes[index];
        const where = texts[text]?.where;
        return outcome?.type === "refused" && where ? [{ where, reason: outcome.reason }] : [];
      });
      return { bytes: editor.write(), refused, formulas: hasFormulas(editor) };
    },
  };
}
