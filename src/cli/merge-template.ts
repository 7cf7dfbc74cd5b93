/** The superior's own form as the shape of a merged ledger: its heads, and the widths of its columns. */
import { type MergeForm, readMergeForm } from "../app/collect";
import { openFile } from "../hosts/file/node";
import { HostError } from "../hosts/port";
import { CliFailure, workbookFailure } from "./failure";

/** @throws CliFailure where it cannot be read, or none of its sheets has a heading that names problems */
export async function openTemplate(path: string): Promise<MergeForm> {
  try {
    const form = await readMergeForm(path, await openFile(path));
    if (form !== null) return form;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: path, detail: error.detail }, path);
  }
  throw new CliFailure(
    `模板「${path}」中没有认得出的表头；请确认表头中有“序号、问题、整改状态”等列。`,
    `The template “${path}” has no heading that can be read; it should name columns such as 序号, 问题, 整改状态.`,
    "template",
  );
}
