/** The superior's own form as the shape of a merged ledger. What reads and fills it loads when one is chosen. */
import type { BookSheet } from "../../grid";
import type { Host } from "../../hosts/port";
import type { Reading } from "../../ledger";
import type { Assembled, MergeTemplate } from "../../month";

/** A form that was opened. */
export interface MergeForm {
  readonly name: string;
  readonly template: MergeTemplate;
  /** The form itself, whose looks come along. */
  readonly host: Host;
}

const load = () => import(/* webpackChunkName: "merge-form" */ "./merge-form");

/** Reads a blank form; null where none of its sheets has a heading that names problems. */
export async function readMergeForm(name: string, host: Host): Promise<MergeForm | null> {
  const template = await (await load()).readForm(host);
  return template === null ? null : { name, template, host };
}

/**
 * The form itself, filled in; null where it cannot be taken over, or would be read otherwise than what it was filled with.
 * @param readBytes reads a workbook as any command would
 */
export async function filledForm(
  { host }: MergeForm,
  assembled: Assembled,
  report: BookSheet,
  readBytes: (bytes: Uint8Array) => Promise<Reading>,
): Promise<Uint8Array | null> {
  return (await load()).fillForm(host, assembled, report, readBytes);
}
