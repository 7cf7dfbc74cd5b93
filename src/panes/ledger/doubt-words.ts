/** What is said where the ledger can be read in more than one way: loaded when one can. */
import { many } from "../../app/action-texts";
import { say } from "../words";
import { LEDGER_WORDS } from "./words";

export const DOUBT_WORDS = {
  ...LEDGER_WORDS,
  doubtOpen: say(
    (field: string) => `哪一列是“${field}”？请确认`,
    (field: string) => `Which column is the ${field}?`,
  ),
  doubtNone: say(
    (field: string) => `没有“${field}”列，可以按下面的列推算`,
    (field: string) => `There is no column for the ${field}; one of these columns can be used instead`,
  ),
  doubtSettled: say(
    (field: string) => `“${field}”有不止一列`,
    (field: string) => `Several columns could be the ${field}`,
  ),
  doubtHeld: say(
    "选法不同，数字不同；选定之前不生成综述。选定后，表头相同的台账都照此读取。",
    "The figures depend on your choice, so no summary is written until you choose. Ledgers with the same headers will be read the same way.",
  ),
  doubtBy: say(
    {
      verified: "以认定、核查的结果为准，不以自报为准。",
      latest: "以最近一期填报的一列为准。",
      adjusted: "以调整后的时限为准。",
      done: "以完成的日期为准，不以验收、销号的日期为准。",
      lead: "以牵头单位为准，责任单位算作配合单位。",
      problem: "以存在问题为准，不以并列的事项名称为准。",
      title: "标题与工作表名写的类型不一，以更贴近本表的为准。",
      feedback: "标题写了几类，先按反馈问题统计。",
    },
    {
      verified: "The verified result counts, not the self-report.",
      latest: "The column of the latest period counts.",
      adjusted: "The adjusted deadline counts.",
      done: "The completion date counts, not that of a review or sign-off.",
      lead: "The lead unit counts; the responsible units count as cooperating ones.",
      problem: "The problem counts, not the name of the matter.",
      title: "Title and sheet name different kinds of items; the one closer to the table counts.",
      feedback: "The title names several kinds; they count as problems.",
    },
  ),
  kindOpen: say("这张表是哪一类事项？请确认", "What kind of items does this table list?"),
  kindSettled: say("“事项类型”不止一种说法", "The kind of item is not certain"),
  rowsTitle: say(
    (rows: string) => `第 ${rows} 行是不是单独一项？请确认`,
    (rows: string) => `Is row ${rows} an item of its own?`,
  ),
  rowsWhy: say(
    {
      total: "像合计，又有自己的序号或状态。",
      note: "像说明或签字，又写了状态。",
      own: "没有序号和问题，却有自己的单位和状态。",
      nothing: "“问题”一栏写的是没有问题。",
    },
    {
      total: "It reads like totals but has a number or a status.",
      note: "It reads like a note or signature but has a status.",
      own: "It has no number and no problem but a unit and a status of its own.",
      nothing: "It says that there is no problem.",
    },
  ),
  rowsHeld: say(
    "算与不算，数字不同；确认之前不生成综述。",
    "The figures depend on it, so no summary is written until you confirm.",
  ),
  showRow: say("在表格里看这一行", "Show this row in the sheet"),
  rowItem: say("算一项", "An item"),
  rowNone: say("不单独算", "Not an item"),
  optionTotal: say(
    (total: number) => `共 ${total} 项`,
    (total: number) => many(total, "item"),
  ),
  optionUnits: say(
    (units: number, named: string) => `${units} 个单位：${named}`,
    (units: number, named: string) => `${many(units, "unit")}: ${named}`,
  ),
  optionOnTime: say(
    (onTime: number) => `按期完成 ${onTime} 项`,
    (onTime: number) => `${onTime} in time`,
  ),
  optionOverdue: say(
    (overdue: number, total: number) => `超期 ${overdue} 项，共 ${total} 项`,
    (overdue: number, total: number) => `${overdue} of ${total} overdue`,
  ),
  optionTaken: say("现用", "in use"),
  takeOption: say("用这一列", "Use this one"),
  disputed: say(
    (count: number) => `有 ${count} 项两列说法不一`,
    (count: number) => `The columns differ on ${many(count, "item")}`,
  ),
  disputedBoth: say(
    (other: string, taken: string) => `一列为${other}，另一列为${taken}`,
    (other: string, taken: string) => `${other} in one, ${taken} in the other`,
  ),
} as const;
