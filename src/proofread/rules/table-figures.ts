import { figureTables, placeOf, type CountGroup, type FigureTable } from "../../reading";
import { tableFaults, type TableFault } from "../claims/table-sums";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { expectedPercent } from "../percents";

type Data = {
  readonly kind: TableFault["kind"] | "text";
  /** The row's name; "" where it sums the others up. */
  readonly row: string;
  readonly head: string;
  readonly written: string;
  /** What it is held against. */
  readonly reckoned: string;
  readonly expected: string;
};

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const tables = figureTables(context.lines);
  for (const table of tables) {
    for (const { kind, row, cell, head, reckoned, severity } of tableFaults(table)) {
      const written = typeof cell.value === "number" ? String(cell.value) : (cell.value?.text ?? "");
      const name = row.kind === "all" ? "" : row.name;
      const expected = kind === "rate" && cell.value !== null ? rateText(reckoned, cell.value) : reckoned;
      yield {
        place: placeOf(cell.line, cell.start, cell.end),
        data: { kind, row: name, head, written, reckoned, expected },
        severity,
      };
    }
    if (tables.length === 1 && tellsOneSubject(context)) yield* againstText(context, table);
  }
}

function rateText(reckoned: string, value: NonNullable<TableFault["cell"]["value"]>): string {
  const [part = 0, whole = 0] = reckoned.split("÷").map(Number);
  return typeof value === "number" ? "" : (expectedPercent(part, whole, value.decimals) ?? "");
}

/** Subjects that are counted otherwise than the items of a table. */
const OF_OTHERS: ReadonlySet<CountGroup["subject"]> = new Set(["measure", "parent", "section", "accountability"]);

/** Letters and problems of one number would be held against each other. */
function tellsOneSubject(context: ProofContext): boolean {
  return new Set(context.groups.map(({ subject }) => subject).filter((one) => !OF_OTHERS.has(one))).size === 1;
}

/** The row of sums against a total and what is done of it in the text, where one of the two agrees. */
function* againstText(context: ProofContext, table: FigureTable): Generator<ProofHit<Data>> {
  const all = table.rows.find(({ kind }) => kind === "all");
  const cellOf = (
    what: "total" | "done",
  ): { cell: NonNullable<FigureTable["rows"][number]["cells"][number]>; head: string } | null => {
    const col = table.columns.findIndex((column) => column?.what === what);
    const cell = all?.cells[col];
    return cell && typeof cell.value === "number" ? { cell, head: table.columns[col]?.head ?? "" } : null;
  };
  const [total, done] = [cellOf("total"), cellOf("done")];
  if (!total || !done) return;
  const told = context.groups.flatMap((group) => {
    const own = group.parts.filter(({ status, nested }) => status === "done" && !nested);
    const [part] = own;
    if (group.foreign || group.subset || OF_OTHERS.has(group.subject) || own.length !== 1 || !part) return [];
    return [{ total: group.total.value, done: part.value, line: group.line }];
  });
  const { cell: whole } = total;
  const { cell: part } = done;
  if (told.some((one) => one.total === whole.value || one.done === part.value) === false) return;
  if (told.some((one) => one.total === whole.value && one.done === part.value)) return;
  for (const one of told) {
    const sameTotal = one.total === whole.value;
    if (!sameTotal && one.done !== part.value) continue;
    const { cell, head } = sameTotal ? done : total;
    const data = {
      kind: "text" as const,
      row: "",
      head,
      written: String(cell.value),
      reckoned: String(one.line + 1),
      expected: String(sameTotal ? one.done : one.total),
    };
    yield { place: placeOf(cell.line, cell.start, cell.end), data, severity: "warning" };
    return;
  }
}

export const tableFigures = defineProofRule<Data>({
  alias: "table-figures",
  code: "P112",
  severity: "error",
  name: { zh: "表格里的数对不上", en: "figures in a table do not agree" },
  messages: {
    zh: ({ kind, row, head, written, reckoned, expected }) => {
      const where = `表中${row === "" ? "合计" : `「${row}」`}的${head}`;
      if (kind === "parts") return `${where}写${written}，与${reckoned}不相等，请核对。`;
      if (kind === "over") return `${where}写${written}，超过了${reckoned}，请核对。`;
      if (kind === "sum") return `${where}写${written}，各行相加是${reckoned}，请核对。`;
      if (kind === "rate") return `${where}写${written}，按${reckoned}应为${expected}。`;
      return `${where}写${written}，第${reckoned}行写的是${expected}，请核对。`;
    },
    en: ({ kind, row, head, written, reckoned, expected }) => {
      const where = `The table gives “${head}” ${row === "" ? "in its total row" : `of ${row}`} as ${written}`;
      if (kind === "parts") return `${where}, which does not match ${reckoned}; please check.`;
      if (kind === "over") return `${where}, which is more than ${reckoned}; please check.`;
      if (kind === "sum") return `${where}, but its rows add up to ${reckoned}; please check.`;
      if (kind === "rate") return `${where}, but ${reckoned} is ${expected}; please check.`;
      return `${where}, but line ${reckoned} says ${expected}; please check.`;
    },
  },
  find,
  page: {
    what: "通报里的表格（Word 表格，或用制表符分开的各行）：各行的已完成与未完成之和对总数、完成率对完成数和总数、各行相加对合计、合计对正文里同一个总数的完成数。空格、“—”“/”的格不算错；几个单位共同负责的，表下注明各单位都计，合计小于各行之和就不报。",
    why: "附表与正文、附表自己对不上，一看便知，最伤公信。",
    bad: "合计：问题数24，已完成14，未完成11。",
    good: "合计：问题数24，已完成13，未完成11。",
    todo: "对照台账改正。",
    en: "The rows, sums and rates of a table are checked against one another, and its totals against the text.",
  },
  ground: "表内数字应当平衡，并与正文一致。",
});
