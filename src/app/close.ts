/** 销号 of what a session has read and checked, for every surface. */
import type { Book } from "../grid";
import {
  approvalForm,
  closeItems,
  type Closing,
  distinctNames,
  evidenceCatalogue,
  type EvidenceFile,
  formName,
  publicList,
} from "../month";
import type { Paper } from "../notice";
import type { Session } from "./session";

export const CATALOGUE_NAME = "佐证材料目录.xlsx";
export const PUBLIC_LIST_NAME = "销号公示清单.docx";
const FORM_ENDING = "-销号审批表";

/** What can be signed off, after a check; null before. What a person has set aside holds nothing back. */
export function sessionClosing(session: Session, files: readonly EvidenceFile[] | null): Closing | null {
  const reading = session.reading();
  const view = session.findings();
  if (reading === null || view === null) return null;
  const { definition } = session.getSnapshot().settings;
  return closeItems(reading, { definition, findings: [...view.findings, ...view.held], files });
}

interface ClosePapers {
  /** Names of files, one for each closed item. */
  readonly forms: readonly { readonly name: string; readonly paper: Paper }[];
  readonly publicList: Paper;
  readonly catalogue: Book;
}

/** The papers of a closing. */
export function closePapers(closing: Closing): ClosePapers {
  const { closed } = closing;
  const names = distinctNames(closed.map(formName), FORM_ENDING);
  return {
    forms: closed.map((one, index) => ({ name: `${names[index]}${FORM_ENDING}.docx`, paper: approvalForm(one) })),
    publicList: publicList(closed),
    catalogue: evidenceCatalogue(closing),
  };
}
