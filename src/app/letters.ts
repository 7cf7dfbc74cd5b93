/** Letters (督办函, 提醒函) of what a session has read, for every surface. */
import type { DraftTools } from "../hosts/draft";
import {
  dueItems,
  type LetterFacts,
  type Letters,
  type Level,
  NO_LETTER_FACTS,
  type Register,
  REGISTER_NAME,
  registerBook,
  writeLetters,
} from "../month";
import type { Facts, Paper } from "../notice";
import type { OutFile } from "./out-file";
import type { Session } from "./session";

export { letterFactsExample, NO_LETTER_FACTS, NO_REGISTER, readLetterFacts, readRegister } from "../month";

/** The register that goes with letters. */
export const REGISTER_FILE = `${REGISTER_NAME}.xlsx`;

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

/** The letters, and the register with them in it; none where there is no letter. */
export async function letterFiles(
  { letters, level }: Letters,
  { facts, register }: Omit<LetterChoices, "level">,
  writeBook: DraftTools["writeBook"],
): Promise<readonly OutFile[]> {
  if (letters.length === 0) return [];
  const files = letters.map(async ({ file: name, paper }) => ({ name, bytes: await paperDocx(paper) }));
  const book = registerBook(register, letters, level === "overdue", facts);
  return [...(await Promise.all(files)), { name: REGISTER_FILE, bytes: writeBook(book) }];
}

/** What the form of the notice says for letters too. Who signs the notice need not send letters: only 落款 as given is taken. */
export function lettersFrom({ signature, phone, signDate }: Facts): LetterFacts {
  return { ...NO_LETTER_FACTS, issuer: signature, phone, signDate };
}

/** A letter, form or list as a Word document. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const { writePaper } = await import(/* webpackChunkName: "notice-docx" */ "../notice/docx");
  return writePaper(paper);
}
