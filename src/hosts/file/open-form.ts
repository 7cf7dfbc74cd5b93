/** Bytes of a file to a form: which reader it gets is told by its bytes. */
import type { Form } from "../form";
import { HostError } from "../port";
import { openDocxForm } from "./docx/docx-form";
import { sniff } from "./sniff";
import type { Inflater } from "./xlsx";
import { openXlsxForm } from "./xlsx-form";

/**
 * Opens a form, a workbook or a Word document of today's formats.
 * @throws HostError as `readBytes`; other formats are `unsupportedFormat` with their kind
 * @example (await openForm("报表.xlsx", bytes, createNodeInflater())).texts
 */
export async function openForm(name: string, bytes: Uint8Array, inflater: Inflater): Promise<Form> {
  const kind = sniff(bytes);
  if (kind === "empty") throw new HostError("empty", "no content");
  if (kind !== "zip" && kind !== "ole") throw new HostError("unsupportedFormat", kind);
  try {
    return await openXlsxForm(name, bytes, inflater);
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== "notAWorkbook") throw error;
    return openDocxForm(name, bytes, inflater);
  }
}
