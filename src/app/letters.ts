/** Letters (督办函, 提醒函) of what a session has read, for every surface. */
import type { Book } from "../grid";
import {
  dueItems,
  type LetterFacts,
  type Letters,
  type Level,
  type Register,
  registerBook,
  writeLetters,
} from "../month";
import type { Paper } from "../notice";
import type { Session } from "./session";

export {
  letterFactsExample,
  NO_LETTER_FACTS,
  NO_REGISTER,
  readLetterFacts,
  readRegister,
  REGISTER_NAME,
} from "../month";

interface LetterChoices {
  readonly level: Level;
  readonly facts: LetterFacts;
  readonly register: Register;
}

/** Letters on what is overdue or due soon. Null before reading. */
export function sessionLetters(session: Session, { level, facts, register }: LetterChoices): Letters | null {
  const reading = session.reading();
  if (reading === null) return null;
  const { dueSoon: dueSoonDays } = session.getSnapshot().settings;
  const due = dueItems(reading, level, dueSoonDays);
  return writeLetters(due, { level, dueSoonDays, asOf: reading.asOf.date, facts, register });
}

/** The register with these letters in it. */
export function letterRegister({ letters, level }: Letters, { facts, register }: LetterChoices): Book {
  return registerBook(register, letters, level === "overdue", facts);
}

/** A letter, form or list as a Word document. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const { writePaper } = await import(/* webpackChunkName: "notice-docx" */ "../notice/docx");
  return writePaper(paper);
}
