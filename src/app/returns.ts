/** 退回修改意见 for every surface: letters and workbooks of what a session has checked. */
import { headLinesOf, unitOfSheet } from "../ledger";
import type { DraftTools } from "../hosts/draft";
import type { Host } from "../hosts/port";
import { type Checked, homeUnit, returnExcerpt, type ReturnLetter } from "../month";
import { reaches } from "../rule";
import { excerptBytes } from "./excerpts";
import type { Session } from "./session";

export { returnFindings, returnJson } from "../month";
export type { Checked, Returned } from "../month";

/** What is open with its findings at these levels; null before checking. `sent`: one of many files that units sent. */
export function checkedLedger(
  session: Session,
  level: "error" | "warning",
  sent: { name: string } | null,
): Checked | null {
  const reading = session.reading();
  const view = session.findings();
  if (reading === null || view === null) return null;
  const findings = view.findings.filter((finding) => reaches(finding.severity, level));
  const checked: Checked = { reading, findings, owner: null };
  return sent === null ? checked : { ...checked, owner: senderOf(checked) ?? sent.name };
}

/** Whose a file is: its 填报单位, else the only lead unit of its items. */
function senderOf({ reading }: Checked): string | null {
  for (const ledger of reading.ledgers) {
    const lines = headLinesOf(ledger).map(({ text }) => text);
    const stated = unitOfSheet("", lines, "", reading.directory);
    if (stated?.from === "line") return stated.text;
  }
  const units = new Set(reading.ledgers.flatMap(({ items }) => items.flatMap((item) => homeUnit(item) ?? [])));
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

const HEADS = ["序号", "问题摘要", "哪里不对", "怎么改"];
const SHARES = [0.1, 0.26, 0.34, 0.3];

/** The letter as a Word document. */
export async function returnDocx(letter: ReturnLetter): Promise<Uint8Array> {
  const { writeTableLetter } = await import(/* webpackChunkName: "table-letter" */ "../notice/table-letter");
  const { unit, lines, rows } = letter;
  return writeTableLetter({
    title: "整改台账修改意见",
    to: unit,
    before: [
      rows > 0
        ? `你单位整改台账经核验，有 ${rows} 行需要修改，意见共 ${lines.length} 条，见下表。`
        : `你单位整改台账经核验，意见共 ${lines.length} 条，见下表。`,
    ],
    heads: HEADS,
    shares: SHARES,
    rows: lines.map(({ number, about, wrong, todo }) => [number, about, wrong, todo]),
    after: [
      ...(rows > 0 ? ["需要修改的行另见《待修改》表，可在原处改好后退回；末列“核验意见”只供对照。"] : []),
      "请于【待补充：反馈期限】前改好报回。",
    ],
  });
}

/** The workbook of the rows to be mended; null where only the table as a whole is in question. */
export async function returnWorkbook(
  letter: ReturnLetter,
  host: Host,
  writeBook: DraftTools["writeBook"],
): Promise<Uint8Array | null> {
  return letter.rows === 0 ? null : excerptBytes(returnExcerpt(letter), host, writeBook);
}
