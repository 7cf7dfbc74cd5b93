/** Ribbon commands without a pane. Loaded by Excel into a page of its own for each press. */
import "../panes/older-engines";
import { createExcelHost, isExcelSupported } from "../hosts/excel";
import { HostError } from "../hosts/port";

/** 清除标记: takes away every mark of ours, wherever sorting or pasting took it. */
async function clearMarks(event: Office.AddinCommands.Event): Promise<void> {
  try {
    if (isExcelSupported()) await (await createExcelHost()).marks?.clear();
  } catch (error) {
    // A protected sheet or a cell being edited: nothing was removed, and a press has no place for a message. The pane's
    // own switch says why.
    if (!(error instanceof HostError)) throw error;
  } finally {
    event.completed();
  }
}

void Office.onReady(() => {
  Office.actions.associate("clearMarks", clearMarks);
});
