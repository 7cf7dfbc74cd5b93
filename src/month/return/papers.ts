/** What goes back to a unit: the letter with its findings, and the rows to be mended. */
import type { Excerpt } from "../../grid";
import { type Ledger, leadUnits } from "../../ledger";
import type { Paper, PaperCell } from "../../notice";
import { excerptOf } from "../excerpt";
import { bodyOf, dayOrOpen, LETTER_FACTS, letterEnd, type LetterFacts } from "../remind";
import { wrongOfRow } from "./lines";
import type { ReturnLetter } from "./return";

const TITLE = "关于退回整改台账修改意见的函";
const HEADS = ["序号", "问题摘要", "哪里不对", "怎么改"];

/** The letter; what the facts do not say stays open. */
export function returnPaper({ unit, lines, rows }: ReturnLetter, facts: LetterFacts): Paper {
  const center = (text: string): PaperCell => ({ spans: [{ text }], align: "center" });
  return {
    title: TITLE,
    blocks: [
      { type: "paragraph", role: "title", spans: [{ text: TITLE }] },
      { type: "paragraph", role: "addressee", spans: [{ text: `${unit}：` }] },
      bodyOf({
        text: `你单位整改台账经核验，${rows > 0 ? `有${rows}行需要修改，` : ""}修改意见共${lines.length}条。具体如下：`,
      }),
      {
        type: "table",
        widths: [9, 25, 34, 32],
        repeat: true,
        rows: [
          { cells: HEADS.map((text): PaperCell => ({ spans: [{ text }], head: true })) },
          ...lines.map(({ number, about, wrong, todo }) => ({
            cells: [center(number), ...[about, wrong, todo].map((text): PaperCell => ({ spans: [{ text }] }))],
          })),
        ],
      },
      bodyOf(
        { text: rows > 0 ? "请在所附待修改表的原行改正，末列核验意见只供对照，于" : "请逐条改正，于" },
        dayOrOpen(facts.replyBy, LETTER_FACTS.replyBy),
        { text: "前报回。" },
      ),
      ...letterEnd(facts),
    ],
  };
}

/** 核验意见: width in characters. */
const OPINION = { header: "核验意见", width: 46 } as const;

/** The workbook of the rows to be mended, with the opinions as its last column. */
export function returnExcerpt(letter: ReturnLetter): Excerpt {
  const opinions = new Map<string, string[]>();
  const rows = new Map<Ledger, Set<number>>();
  for (const found of letter.of) {
    const { item, row } = found;
    const key = `${item.ledger.sheet}\n${row}`;
    opinions.set(key, [...(opinions.get(key) ?? []), wrongOfRow(found, letter.of)]);
    rows.set(item.ledger, (rows.get(item.ledger) ?? new Set<number>()).add(row));
  }
  const { reading, owner } = letter.source;
  const names = reading.ledgers.flatMap(({ items }) =>
    items.flatMap((item) => item.rows.flatMap((row) => leadUnits(row.units).map(({ name }) => name))),
  );
  const foreign = owner === null ? [...new Set(names)].filter((name) => !letter.unit.includes(name)) : [];
  return excerptOf(
    [...rows].map(([ledger, wanted]) => ({ ledger, rows: wanted, words: [] })),
    {
      foreign,
      filter: true,
      added: { ...OPINION, textAt: (sheet, row) => opinions.get(`${sheet}\n${row}`)?.join("\n") ?? null },
    },
  );
}
