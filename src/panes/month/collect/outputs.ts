/** How collected files leave: one ledger of all of them, the master's copy with their answers, the report on it. */
import type { ActionData } from "../../../app/actions";
import {
  intoReport,
  type Chosen,
  type Collected,
  mergeCollected,
  type MergeForm,
  readMergeForm,
  unused,
} from "../../../app/collect";
import type { CollectionView } from "../../../app/collect";
import { writePlan } from "../../../app/collect";
import type { Session } from "../../../app/session";
import type { DraftTools, EditedCopy } from "../../../hosts/draft";
import type { FileUse, IntoPlan, IntoResult, MergeResult } from "../../../month";
import type { OpenLedgerFile } from "../../ledger-files";
import { saveFile } from "../../shell/save-file";
import { COLLECT_WORDS } from "./words";

type LoadTools = () => Promise<DraftTools>;

/** One ledger of all files, downloaded. */
export async function saveMerged(
  {
    collected,
    chosen,
    form,
  }: { readonly collected: Collected; readonly chosen: Chosen; readonly form: MergeForm | null },
  what: string,
  open: OpenLedgerFile,
  load: LoadTools,
  told: (result: MergeResult) => void,
): Promise<ActionData> {
  const { writeBook } = await load();
  const name = `${what}.xlsx`;
  const merged = await mergeCollected(collected, chosen, form, {
    write: writeBook,
    open: (bytes) => open(new File([bytes as Uint8Array<ArrayBuffer>], name)),
  });
  if (merged === null) return { partial: true };
  saveFile(merged.bytes, name, "xlsx");
  told(merged.result);
  const { lookLost } = COLLECT_WORDS;
  if (form !== null && !merged.isInForm) return { partial: true, zh: lookLost.zh(name), en: lookLost.en(name) };
  return { name, files: merged.result.files.filter(({ used }) => used).length, items: merged.items };
}

/** Opens the superior's own form; null where it has no heading that can be read. */
export async function openForm(file: File, load: LoadTools): Promise<MergeForm | null> {
  const { openWorkbook } = await load();
  return readMergeForm(file.name, await openWorkbook(file.name, new Uint8Array(await file.arrayBuffer())));
}

interface Filled {
  readonly plan: IntoPlan;
  readonly collected: Collected;
  readonly view: CollectionView;
}

/** The copy of the open workbook with the answers in it, downloaded. */
export async function saveFilled(session: Session, { plan }: Filled, what: string, load: LoadTools) {
  const written = await writtenCopy(session, plan, load, true);
  const { workbook } = session.getSnapshot();
  if (written === null || workbook === null) return null;
  const { copy, result } = written;
  const dot = workbook.name.lastIndexOf(".");
  const [base, ending] = dot < 0 ? [workbook.name, ".xlsx"] : [workbook.name.slice(0, dot), workbook.name.slice(dot)];
  const name = `${base}-${what}${ending}`;
  saveFile(copy.bytes, name, "xlsx");
  const { updated, conflicts } = result;
  return { name, written: updated.length, left: conflicts.length, formulas: copy.formulas };
}

/** @param handedOut whether the copy is for the person, and holds their edits from then on */
async function writtenCopy(
  session: Session,
  plan: IntoPlan,
  load: LoadTools,
  handedOut: boolean,
): Promise<{ readonly copy: EditedCopy; readonly result: IntoResult } | null> {
  const { editCells } = await load();
  const made: { written: ReturnType<typeof writePlan> | null } = { written: null };
  await session.makeCopy("edited", (bytes) => {
    made.written = writePlan(plan, (edits) => editCells(bytes, edits));
    return handedOut ? made.written.copy.bytes : null;
  });
  return made.written;
}

/** What came from where and what was decided, as a workbook. */
export async function saveReport(
  session: Session,
  { plan, collected, view }: Filled,
  what: string,
  load: LoadTools,
): Promise<ActionData | null> {
  const { workbook } = session.getSnapshot();
  if (workbook === null) return null;
  const written = workbook.can.copies ? await writtenCopy(session, plan, load, false) : null;
  const result = written?.result ?? { updated: plan.planned.map(({ update }) => update), conflicts: plan.conflicts };
  const files: readonly FileUse[] = [
    ...collected.files.map(({ file, unit }) => ({ file, used: true, why: null, message: null, unit: unit.unit })),
    ...collected.refused.map(unused),
  ];
  const kept = new Set([...view.decided].flatMap(([id, decision]) => (decision === "keep" ? [id] : [])));
  const name = `${workbook.name.replace(/\.[^.]*$/u, "")}-${what}.xlsx`;
  const book = intoReport({ master: workbook.name, files, plan, result, kept });
  saveFile((await load()).writeBook(book), name, "xlsx");
  return { name };
}

/** The answers into the open workbook: through the journal, each where its cell still holds what it held. */
export async function writeIntoOpen(session: Session, { planned }: IntoPlan): Promise<void> {
  const preview = await session.previewEdit(planned.flatMap(({ edits }) => edits));
  if (preview.changes.length > 0) await session.apply(preview);
}
