/** One file that a unit sent, read as it is settled for that unit. */
import type { Grid } from "../../grid";
import {
  type ColumnSettlement,
  readDirectory,
  readWorkbook,
  type Reading,
  settlementsFor,
  type UnitDirectory,
} from "../../ledger";
import { type AsMaster, type FileUnit, fileUnit, type FileUse, fuller } from "../../month";
import type { CivilDate } from "../../zh/civil-date";
import { HostError } from "../../hosts/port";
import type { Settings } from "../settings";
import { failureSentence } from "../words";

/** How files are read: by the settings of the ledger at hand, on its day where they go into it. */
export interface CollectContext {
  readonly today: CivilDate;
  readonly settings: Pick<Settings, "feedbackDate" | "concentratedMonths" | "lexicon" | "columns">;
  /** Choices kept for every workbook, those of single units among them. */
  readonly office: readonly ColumnSettlement[];
  readonly directory: UnitDirectory | null;
  /** Null: what each file states, else today. */
  readonly asOf: CivilDate | null;
  /** Units of files, as a person said. */
  readonly units: ReadonlyMap<string, string>;
  /** Null where files become a ledger of their own. */
  readonly master: AsMaster | null;
}

export interface ReadFile {
  readonly file: string;
  readonly reading: Reading;
  readonly unit: FileUnit;
}

/** A file that is not used, with its sentence in both languages. */
export interface RefusedFile {
  readonly file: string;
  readonly why: NonNullable<FileUse["why"]>;
  readonly zh: string;
  readonly en: string;
}

/** Reads the sheets of a file; again where the master knows its headings otherwise, or its unit has choices of its own. */
export function readCollected(file: string, grids: readonly Grid[], context: CollectContext): ReadFile | RefusedFile {
  const { master } = context;
  const settled = [...context.office, ...context.settings.columns, ...(master?.form ?? [])];
  const name = baseName(file);
  const base = settlementsFor(null, settled);
  const plain = readAs(grids, context, base);
  const like = master?.like(plain) ?? [];
  const first = like.length === 0 ? plain : fuller(plain, readAs(grids, context, [...like, ...base]));
  const said = context.units.get(file);
  const directory = context.directory ?? first.directory;
  const unit: FileUnit =
    said !== undefined
      ? { unit: said, source: "name" }
      : (master?.unitOf(name, first, directory) ?? fileUnit(name, first, directory));
  const own = unit.unit === null ? [] : settlementsFor(unit.unit, settled);
  const isOwn = own.length > base.length;
  const reading = isOwn ? readAs(grids, context, first === plain ? own : [...like, ...own]) : first;
  if (reading.ledgers.some(({ kind }) => kind !== "accountability")) return { file, reading, unit };
  return {
    file,
    why: "noLedger",
    zh: `「${name}」中没有找到台账；请核对表头，或换一份文件。`,
    en: `“${name}” contains no ledger; check its header row, or choose another file.`,
  };
}

function readAs(
  grids: readonly Grid[],
  { today, settings, directory, asOf }: CollectContext,
  settlements: readonly ColumnSettlement[],
): Reading {
  return readWorkbook(grids, {
    today,
    asOf: asOf ?? undefined,
    feedbackDate: settings.feedbackDate ?? undefined,
    concentratedMonths: settings.concentratedMonths ?? undefined,
    directory: directory ?? undefined,
    lexicon: settings.lexicon,
    settlements,
  });
}

const LEDGER_NAMES = /\.(?:xlsx|xlsm|xls|csv|docx)$/iu;

/** What a folder holds besides ledgers: lock files, hidden ones, other types. Null: it may be one. */
export function otherType(file: string): RefusedFile | null {
  const name = baseName(file);
  const [zh, en] = name.startsWith("~$")
    ? ["是编辑软件留下的锁定文件", "is a lock file of an editor"]
    : name.startsWith(".")
      ? ["是隐藏文件", "is hidden"]
      : LEDGER_NAMES.test(name)
        ? [null, null]
        : ["不是工作簿或文档", "is no workbook or document"];
  if (zh === null || en === null) return null;
  return { file, why: "otherType", zh: `已略过「${name}」：${zh}。`, en: `Skipped “${name}”: it ${en}.` };
}

/** Why a file could not be opened. Errors that are none of a host's are thrown on. */
export function unreadable(file: string, error: unknown): RefusedFile {
  if (!(error instanceof HostError)) throw error;
  const failure = { code: error.code, workbook: baseName(file), detail: error.detail };
  const why = /\.docx$/iu.test(file) && error.code === "notAWorkbook" ? "otherType" : "unreadable";
  return { file, why, zh: failureSentence(failure, "zh"), en: failureSentence(failure, "en") };
}

/** @example baseName("第一批/南坪镇.xlsx") // "南坪镇.xlsx" */
function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

/** The list of units in a workbook, whatever its sheet is called; null where there is none. */
export function directoryIn(grids: readonly Grid[]): UnitDirectory | null {
  for (const grid of grids) {
    const directory = readDirectory({ ...grid, sheet: "单位名录" });
    if (directory !== null) return directory;
  }
  return null;
}
