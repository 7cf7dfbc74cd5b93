/**
 * What a host under contract brings: a workbook that holds known sheets, and for each facet how a test looks at the
 * result from outside. The suites beside this file run on every host; a facet a host lacks must say why.
 */
import type { CellValue } from "../../../src/grid/grid";
import type { Area } from "../../../src/grid/grid";
import type { Host, Mark } from "../../../src/hosts/port";

/** A sheet every host under contract is asked to hold. */
export interface ContractSheet {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
  readonly merges?: readonly Area[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenCols?: readonly number[];
  readonly visibility?: "visible" | "hidden" | "veryHidden";
}

/** A host and a look at it from outside: what a user or another program would see. */
export interface Opened {
  readonly host: Host;
  /** Value of a cell as the workbook holds it. */
  readonly valueAt: (sheet: string, row: number, col: number) => Promise<CellValue>;
  /** A user types into a cell. */
  readonly type?: (sheet: string, row: number, col: number, value: CellValue) => Promise<void>;
  /** A user inserts a row. */
  readonly insertRow?: (sheet: string, at: number) => Promise<void>;
  readonly protect?: (sheet: string) => Promise<void>;
  /** A user renames or deletes a sheet, or adds one; hides rows. No event need come of it. */
  readonly rename?: (sheet: string, name: string) => Promise<void>;
  readonly deleteSheet?: (sheet: string) => Promise<void>;
  readonly addSheet?: (sheet: ContractSheet) => Promise<void>;
  readonly hideRows?: (sheet: string, rows: readonly number[]) => Promise<void>;
  /** Somebody removes our marks, or report sheets, by hand. */
  readonly removeMarks?: () => Promise<void>;
  readonly removeReports?: () => Promise<void>;
  /** Number format of a cell as the workbook holds it; undefined for General. */
  readonly formatAt?: (sheet: string, row: number, col: number) => Promise<string | undefined>;
  /** Makes a cell a formula. */
  readonly formula?: (sheet: string, row: number, col: number) => Promise<void>;
  readonly selection?: () => Promise<{ readonly sheet: string; readonly areas: readonly Area[] } | null>;
  /** Cells marked by us, as "sheet!row:col". */
  readonly marked?: () => Promise<readonly string[]>;
  readonly sheetNames: () => Promise<readonly string[]>;
  /** Everything but what is ours, for "as it was before": any value that compares with toEqual. */
  readonly fingerprint?: () => Promise<unknown>;
  readonly dispose?: () => Promise<void>;
}

export interface HostUnderContract {
  readonly name: string;
  /** The workbook's maker cannot hide rows, or cannot write texts longer than 255 (not the host's fault). */
  readonly makerCannot?: { readonly hideRows?: boolean; readonly longText?: boolean };
  open(sheets: readonly ContractSheet[]): Promise<Opened>;
}

/** A host under contract has no such hand from outside (a file nobody else opens): the test has nothing to say. */
export function hasHands<K extends keyof Opened>(
  opened: Opened,
  ...hands: K[]
): opened is Opened & Required<Pick<Opened, K>> {
  return hands.every((hand) => opened[hand] !== undefined);
}

/** Small workbook with a ledger, a directory and a hidden sheet. */
export const SHEETS: readonly ContractSheet[] = [
  {
    name: "整改台账",
    values: [
      ["某局整改台账"],
      ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"],
      [1, "某制度未落实", "修订制度", "办公室 ", 45992, "已完成"],
      [null, null, "组织学习", "办公室", "2025年12月底前", "正在整改"],
      [2, "某台账不全", "补建台账", "财务股", "2025.9.30", "#N/A"],
      [],
      [true, -1.5, "=1+1", "长".repeat(300)],
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 5 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ],
    hiddenRows: [4],
    hiddenCols: [2],
  },
  {
    name: "单位名录",
    values: [
      ["单位名称", "简称"],
      ["某局办公室", "办公室"],
    ],
  },
  { name: "旧表", values: [["序号"], [1]], visibility: "hidden" },
];

export function mark(sheet: string, row: number, col: number, severity: Mark["severity"] = "error"): Mark {
  return { sheet, row, col, severity, note: "某句提示" };
}
