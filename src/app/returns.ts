/** 退回修改意见 for every surface: letters and workbooks of what a session has checked. */
import type { DraftTools } from "../hosts/draft";
import type { Host } from "../hosts/port";
import { type Checked, fileUnit, type LetterFacts, returnExcerpt, type ReturnLetter, returnPaper } from "../month";
import { reaches } from "../rule";
import { excerptBytes } from "./excerpts";
import { paperDocx } from "./letters";
import type { Session } from "./session";

export { returnFindings, returnJson } from "../month";
export type { Checked, Returned, ReturnLetter } from "../month";

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

/** The letter as a Word document. */
export function returnDocx(letter: ReturnLetter, facts: LetterFacts): Promise<Uint8Array> {
  return paperDocx(returnPaper(letter, facts));
}

/** The workbook of the rows to be mended; null where only the table as a whole is in question. */
export async function returnWorkbook(
  letter: ReturnLetter,
  host: Host,
  writeBook: DraftTools["writeBook"],
): Promise<Uint8Array | null> {
  return letter.rows === 0 ? null : excerptBytes(returnExcerpt(letter), host, writeBook);
}
