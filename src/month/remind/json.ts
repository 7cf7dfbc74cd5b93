/** The published form of letters: what `taizhang remind --format json` prints. Fixed contract, schema 1. */
import { isoDate, type CivilDate } from "../../zh/civil-date";
import { itemPlace, type MonthKind } from "../common";
import type { Level } from "./due-items";
import type { LetterItem, Letters } from "./letters";

interface RemindItemJson {
  readonly kind: MonthKind;
  readonly number: string | null;
  readonly problem: string;
  readonly deadline: string;
  readonly days: number;
  readonly leader: string | null;
  readonly cell: string;
}

interface RemindJson {
  readonly schema: 1;
  readonly file: string;
  readonly asOf: string;
  readonly level: Level;
  readonly letters: readonly {
    readonly unit: string;
    readonly docx: string;
    readonly number: string | null;
    readonly items: readonly RemindItemJson[];
  }[];
  readonly noUnit: readonly RemindItemJson[];
  /** Path of the register written; null where no letter was. */
  readonly register: string | null;
  readonly open: readonly string[];
}

interface Paths {
  readonly file: string;
  readonly asOf: CivilDate;
  readonly register: string | null;
  /** A name in the folder as a path. */
  readonly inFolder: (name: string) => string;
}

/** Letters as their JSON object. */
export function remindJson(
  { level, letters, noUnit, open }: Letters,
  { file, asOf, register, inFolder }: Paths,
): RemindJson {
  return {
    schema: 1,
    file,
    asOf: isoDate(asOf),
    level,
    letters: letters.map(({ unit, file: name, number, items }) => ({
      unit,
      docx: inFolder(name),
      number,
      items: items.map(itemJson),
    })),
    noUnit: noUnit.map(itemJson),
    register,
    open,
  };
}

function itemJson({ item, deadline, days }: LetterItem): RemindItemJson {
  return {
    // Accountability gets no letters.
    kind: item.ledger.kind as MonthKind,
    number: item.number === "" ? null : item.number,
    problem: item.problem,
    deadline: isoDate(deadline),
    days,
    leader: item.leader === "" ? null : item.leader,
    cell: itemPlace(item),
  };
}
