import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";

type Data = {
  readonly passed: string;
  readonly counted: string;
  readonly shared: number;
  readonly ofItems: number;
  readonly countedTotal: number;
  readonly countedDone: number;
  readonly passedTotal: number;
  readonly passedDone: number;
  /** All that were passed over for the one that counts. */
  readonly tables: number;
  readonly allTotal: number;
  readonly allDone: number;
};

export const ledgerOverlap = defineRule<Data>({
  alias: "ledger-overlap",
  code: "L014",
  severity: "warning",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "台账有多个版本", en: "two versions of one ledger" },
  messages: {
    zh: ({ passed, counted, shared, ofItems, ...of }) =>
      `“${passed}”与“${counted}”有 ${shared}/${ofItems} 项相同，是同一台账的不同版本，只统计了“${counted}”（${of.countedTotal} 项，已完成 ${of.countedDone} 项）；未计入的这张为 ${of.passedTotal} 项、已完成 ${of.passedDone} 项${
        of.tables > 1 ? `，未计入的 ${of.tables} 张合计 ${of.allTotal} 项、已完成 ${of.allDone} 项` : ""
      }。如果都应计入，请在“台账”页“未计入的工作表”里点“计入”（命令行用 --sheet 指定）。`,
    en: ({ passed, counted, shared, ofItems, ...of }) =>
      `“${passed}” and “${counted}” share ${shared} of ${ofItems} items, so they are versions of one ledger; only “${counted}” is counted (${of.countedTotal} items, ${of.countedDone} done), not this one (${of.passedTotal}, ${of.passedDone} done${
        of.tables > 1 ? `; the ${of.tables} tables not counted together have ${of.allTotal}, ${of.allDone} done` : ""
      }). If both should count, press “Count it” under Ledger, “Sheets not counted” (on the command line: --sheet).`,
  },
  check: (context) => {
    const { ledger, reading } = context;
    for (const { counted, passed, shared, ofItems, figures } of reading.overlaps) {
      if (counted.sheet !== ledger.sheet || counted.title !== ledger.layout.title) continue;
      const place = { row: passed.row, col: passed.col, item: null, sheet: passed.sheet };
      const idText = `${passed.sheet}\n${passed.title}`;
      const data: Data = {
        passed: nameOf(passed),
        counted: nameOf(counted),
        shared,
        ofItems,
        countedTotal: figures.counted.total,
        countedDone: figures.counted.done,
        passedTotal: figures.passed.total,
        passedDone: figures.passed.done,
        tables: figures.allPassed.tables,
        allTotal: figures.allPassed.total,
        allDone: figures.allPassed.done,
      };
      context.reportCell({ ...place, idText }, null, data);
    }
  },
  page: {
    what: "两张同类的表有一半以上的事项相同（序号和问题都相同），例如 6 月和 7 月两版、总表和分科室表。只统计截止时间最新的一张（没有截止时间的，取事项最多的），报在没有计入的那张表的标题上。",
    why: "两个版本相加，问题总数会翻倍。",
    bad: "工作表“6月”和“7月”各 23 个问题，其中 23 个相同",
    good: "只保留最新一版，或用 --sheet 指定",
    todo: "确认统计的是不是您要的那一张；不是的话指定工作表。",
    forUnit: "只留要报送的那一张，其余的另存。",
    en: "Two tables hold mostly the same items; only one of them is counted.",
  },
  ground: "设计约定：版本不相加。",
});

function nameOf(table: { readonly sheet: string; readonly title: string }): string {
  return table.title === "" || table.title === table.sheet ? table.sheet : `${table.sheet}：${table.title}`;
}
