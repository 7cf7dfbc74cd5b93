/** Whether this Excel has what the host needs; a file of its own, because the pane asks before it loads the host. */

/** Requirement set without which the pane only says that this Office is too old. */
const REQUIRED_API = "1.13";

export function isExcelSupported(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", REQUIRED_API);
}
