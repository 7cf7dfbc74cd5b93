/** 退回修改意见 for every surface: letters and workbooks of what a session has checked. */
import type { DraftTools } from "../hosts/draft";
import type { Host } from "../hosts/port";
import {
  type Checked,
  fileUnit,
  type LetterFacts,
  type Returned,
  returnExcerpt,
  type ReturnLetter,
  returnPaper,
} from "../month";
import { reaches } from "../rule";
import { excerptBytes } from "./excerpts";
import { paperDocx } from "./letters";
import type { OutFile } from "./out-file";
import type { Session } from "./session";

export { returnFindings, returnJson } from "../month";
export type { Checked, Returned } from "../month";

/**
 * What is open with its findings at these levels; null before checking.
 * @param sent name of the file where it is one of many that units sent: all its rows go back to who sent it
 */
export function checkedLedger(session: Session, level: "error" | "warning", sent: string | null): Checked | null {
  const reading = session.reading();
  const view = session.findings();
  if (reading === null || view === null) return null;
  const findings = view.findings.filter((finding) => reaches(finding.severity, level));
  const owner = sent === null ? null : fileUnit(sent, reading, reading.directory).unit;
  return { reading, findings, owner };
}

/** Names of what goes back to a unit; no workbook where only the table as a whole is in question. */
export function returnNames({ fileName, rows }: ReturnLetter): { readonly docx: string; readonly xlsx: string | null } {
  return { docx: `${fileName}-修改意见.docx`, xlsx: rows === 0 ? null : `${fileName}-待修改.xlsx` };
}

/**
 * The letters and workbooks.
 * @param hostOf where a letter's ledger is open; null: the workbook is made in our own look
 */
export async function* returnFiles(
  { letters }: Returned,
  facts: LetterFacts,
  hostOf: (letter: ReturnLetter) => Host | null,
  writeBook: DraftTools["writeBook"],
): AsyncGenerator<OutFile> {
  for (const letter of letters) {
    const { docx, xlsx } = returnNames(letter);
    yield { name: docx, bytes: await paperDocx(returnPaper(letter, facts)) };
    if (xlsx !== null)
      yield { name: xlsx, bytes: await excerptBytes(returnExcerpt(letter), hostOf(letter), writeBook) };
  }
}
