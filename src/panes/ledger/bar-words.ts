/** What is said of a workbook that is not simply a ledger: loaded where it is not. */
import { many } from "../../app/action-texts";
import type { LedgerOverlap } from "../../ledger";
import { say } from "../words";
import { LEDGER_WORDS } from "./words";

export const BAR_WORDS = {
  noLedgerTitle: say("没有找到整改台账", "No rectification ledger was found"),
  noLedgerBody: say(
    "没有一张表能当作台账读取，原因写在下面各表。请按原因修改，或指定要用的工作表。",
    "No sheet can be read as a ledger; the reason is given for each below. Correct it, or choose a sheet.",
  ),
  missing: say(
    (what: string) => `没有找到：${what}`,
    (what: string) => `Not found: ${what}`,
  ),
  passedOver: say("未计入的工作表", "Sheets not counted"),
  useSheet: say("计入", "Count it"),
  undoColumn: LEDGER_WORDS.undoColumn,
  versions: say("同一台账的多个版本", "Versions of one ledger"),
  versionText: say(
    (counted: string, passed: string, { shared, ofItems, figures }: LedgerOverlap) =>
      `“${passed}”（${figures.passed.total} 项，已完成 ${figures.passed.done} 项）与“${counted}”（${figures.counted.total} 项，已完成 ${figures.counted.done} 项）有 ${shared}/${ofItems} 项相同，按后者统计，不重复相加。`,
    (counted: string, passed: string, { shared, ofItems, figures }: LedgerOverlap) =>
      `“${passed}” (${many(figures.passed.total, "item")}, ${figures.passed.done} done) shares ${shared} of ${ofItems} with “${counted}” (${figures.counted.total}, ${figures.counted.done} done); only the latter is counted.`,
  ),
  protected: say(
    "工作表受保护，只能核验和生成报告，不能标记或修改。",
    "The sheet is protected: it can be checked, not marked or changed.",
  ),
} as const;
