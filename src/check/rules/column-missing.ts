import { lackingColumns, standingColumn, type ColumnKey, type Kind, type Ledger, type LedgerRow } from "../../ledger";
import { defineRule } from "../rule";
import type { Severity } from "../../rule";
import { RECTIFIED } from "../kinds";
import { FIELD_WORDS, KIND_WORDS } from "../words";
import { re } from "../../zh/pattern";
import { hazardLists as words } from "../../zh/words/hazard-lists";

type Data = {
  readonly field: ColumnKey;
  readonly kind: Kind;
  /** Further checks that rest, by field, joined by 、. "" for a missing column that is needed itself. */
  readonly optional: string;
  readonly optionalEn: string;
  /** What is true of such columns whose header is there, a clause each. */
  readonly standing: string;
  readonly standingEn: string;
  readonly header: string;
  /** For a missing status: numbers of items whose rows are coloured, colour by colour; "" where none or all alike. */
  readonly coloured: string;
  /** For a missing unit: the header of the column that names persons who answer, "" without one. */
  readonly persons: string;
};

const OPTIONAL: readonly ColumnKey[] = ["number", "progress", "doneDate", "evidence"];

export const columnMissing = defineRule<Data>({
  alias: "column-missing",
  code: "L001",
  severity: "error",
  scope: "table",
  kinds: RECTIFIED,
  needs: [],
  name: { zh: "缺列", en: "column missing" },
  messages: {
    zh: ({ field, kind, optional, standing, header, coloured, persons }) =>
      optional !== "" || standing !== ""
        ? `${[optional === "" ? "" : `表头里没有${optional}列`, standing].filter((each) => each !== "").join("；")}，与之有关的核验不做。`
        : `${KIND_WORDS[kind].zh}台账的表头里找不到“${FIELD_WORDS[field].zh}”列，请补上这一列${header === "" ? "" : `，或指定它是不是“${header}”`}。${coloured !== "" ? `有的行涂了颜色（各色 ${coloured} 行）；颜色不能统计，如果表示完成情况，请写成状态。` : ""}${persons !== "" ? `“${persons}”写的是人，不能按单位统计。` : ""}`,
    en: ({ field, kind, optionalEn, standingEn, header, coloured, persons }) =>
      optionalEn !== "" || standingEn !== ""
        ? `${[optionalEn === "" ? "" : `There is no column for ${optionalEn}`, standingEn].filter((each) => each !== "").join("; ")}; checks that need it are not made.`.replace(
            /^./u,
            (first) => first.toUpperCase(),
          )
        : `The ledger of ${KIND_WORDS[kind].en} has no column for the ${FIELD_WORDS[field].en}; add one${header === "" ? "" : `, or choose “${header}” if that is it`}.${coloured !== "" ? ` Some rows are coloured (${coloured} rows by colour); colours cannot be counted, so write what they mean as a status.` : ""}${persons !== "" ? ` “${persons}” names persons, who cannot be counted as units.` : ""}`,
  },
  check: (context) => {
    const { ledger } = context;
    const missing = lackingColumns(ledger);
    const lacking = ledger.kind === "problem" ? OPTIONAL.filter((key) => ledger.columns[key] === undefined) : [];
    const { top: row, left: col } = ledger.layout.header;
    for (const field of missing) {
      const near = ledger.unmapped.find((column) => column.nearest?.key === field);
      const data: Data = {
        field,
        kind: ledger.kind,
        optional: "",
        optionalEn: "",
        standing: "",
        standingEn: "",
        header: near?.header ?? (field === "status" ? (ledger.columns.progress?.header ?? "") : ""),
        coloured: field === "status" ? colouredItems(ledger) : "",
        persons: field === "unit" ? (ledger.columns.person?.header ?? "") : "",
      };
      const severity = severityOf(ledger, field, data.persons);
      context.reportCell({ row, col, item: null, idText: field }, field, data, { severity });
    }
    const [field] = lacking;
    if (field === undefined) return;
    const told = lacking.map((key) => ({ key, standing: standingColumn(ledger, key) }));
    const absent = told.flatMap(({ key, standing }) => (standing === null ? [key] : []));
    const data: Data = {
      field,
      kind: ledger.kind,
      optional: absent.map((key) => `“${FIELD_WORDS[key].zh}”`).join(""),
      optionalEn: absent.map((key) => FIELD_WORDS[key].en).join(", "),
      ...standingClauses(told),
      header: "",
      coloured: "",
      persons: "",
    };
    context.reportCell({ row, col, item: null, idText: lacking.join(",") }, null, data, { severity: "info" });
  },
  page: {
    what: "表头里找不到问题、责任单位、整改时限、整改状态中的一列。反馈问题台账按错误报（没有责任单位列的：有责任人列，按提醒报；是一个单位自己的隐患清单、检查表，按提示报），其他事项按提示报；报在表头的第一格。缺序号、进展、完成时间、佐证材料列的，合并提示一次；表头在而内容读不出，或那一列作了别的用，照实说。",
    why: "缺了这一列，对应的核验都做不了，也不能当作没有问题。",
    bad: "表头：序号、问题、措施、责任单位、状态（没有时限）",
    good: "表头：序号、问题、措施、责任单位、整改时限、整改状态",
    todo: "补上这一列；如果列是有的，只是表头写法特别，在“台账”页“各列的含义”里指定即可。",
    forUnit: "补上这一列，列名用“整改状态”“整改时限”一类通用的写法。",
    en: "A column that the checks need was not found; checks that depend on it are not made.",
  },
  ground: "规则提案 L001；不能做的核验要说出来。",
});

/** What is true of columns whose header is there: read as another field, or nothing of theirs read in them. */
function standingClauses(
  told: readonly { readonly key: ColumnKey; readonly standing: ReturnType<typeof standingColumn> }[],
): Pick<Data, "standing" | "standingEn"> {
  const there = told.flatMap(({ key, standing }) => (standing === null ? [] : [{ key, ...standing }]));
  return {
    standing: there
      .map(({ key, header, readAs }) =>
        readAs === null
          ? `“${header}”列里没有读到${FIELD_WORDS[key].zh}`
          : `“${header}”列作${FIELD_WORDS[readAs].zh}读，没有另外的“${FIELD_WORDS[key].zh}”列`,
      )
      .join("；"),
    standingEn: there
      .map(({ key, header, readAs }) =>
        readAs === null
          ? `nothing of the ${FIELD_WORDS[key].en} was read in column “${header}”`
          : `column “${header}” was read as the ${FIELD_WORDS[readAs].en}, and there is none beside it for the ${FIELD_WORDS[key].en}`,
      )
      .join("; "),
  };
}

const HAZARDS = re`${words.words}`;
const FROM_ABOVE = re`${words.fromAbove}`;

/** Where persons answer for the items, or one place lists its own hazards, a ledger without units may be as it should be. */
function severityOf(ledger: Ledger, field: ColumnKey, persons: string): Severity {
  if (ledger.kind !== "problem") return "info";
  if (field !== "unit") return "error";
  const said = [ledger.sheet, ledger.layout.title, ledger.columns.problem?.header ?? ""].join(" ");
  if (persons === "" && HAZARDS.test(said) && !FROM_ABOVE.test(said)) return "info";
  return persons === "" ? "error" : "warning";
}

/** Numbers of items by the colour of their row, "" where all are alike: a ground of the whole table says nothing. */
function colouredItems(ledger: Ledger): string {
  const { fillAt } = ledger.grid;
  const col = (ledger.columns.problem ?? ledger.columns.number)?.col;
  if (fillAt === undefined || col === undefined) return "";
  const counts = new Map<string | null, number>();
  for (const item of ledger.items) {
    const fill = fillAt((item.rows[0] as LedgerRow).row, col);
    counts.set(fill, (counts.get(fill) ?? 0) + 1);
  }
  if (counts.size < 2) return "";
  return [...counts].flatMap(([fill, count]) => (fill === null ? [] : [count])).join("、");
}
