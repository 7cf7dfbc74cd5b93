/** 销号 of what a session has read and checked, for every surface. */
import type { DraftTools } from "../hosts/draft";
import {
  approvalForm,
  closeItems,
  type CloseReason,
  type Closing,
  distinctNames,
  evidenceCatalogue,
  type EvidenceFile,
  formName,
  publicList,
} from "../month";
import { paperDocx } from "./letters";
import type { OutFile } from "./out-file";
import { ruleName } from "../check";
import type { Lang } from "../rule";
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

/** Names of the forms, one for each closed item. */
export function formNames({ closed }: Closing): readonly string[] {
  return distinctNames(closed.map(formName), FORM_ENDING).map((name) => `${name}${FORM_ENDING}.docx`);
}

/** Forms, catalogue and public list; none where nothing is signed off. */
export async function closeFiles(closing: Closing, writeBook: DraftTools["writeBook"]): Promise<readonly OutFile[]> {
  const { closed } = closing;
  if (closed.length === 0) return [];
  const names = formNames(closing);
  const forms = closed.map(async (one, at) => ({ name: names[at]!, bytes: await paperDocx(approvalForm(one)) }));
  return [
    ...(await Promise.all(forms)),
    { name: CATALOGUE_NAME, bytes: writeBook(evidenceCatalogue(closing)) },
    { name: PUBLIC_LIST_NAME, bytes: await paperDocx(publicList(closed)) },
  ];
}

/** Reasons that no rule of ledgers names. */
const OURS: Readonly<Partial<Record<CloseReason, Readonly<Record<Lang, string>>>>> = {
  "evidence-not-found": { zh: "佐证材料文件夹中没有它的文件", en: "no file of its own in the evidence folder" },
  "personal-data": { zh: "公示内容含个人信息", en: "personal data in the text to be published" },
};

/** Why an item is held back, in a few words. */
export function closeReason(reason: CloseReason, lang: Lang): string {
  return OURS[reason]?.[lang] ?? ruleName(reason, lang);
}
