/**
 * How long a notice of many items takes: `node --expose-gc test/bench/run.mjs notice [items]`. Composing, and writing Word,
 * text and HTML; the budget is 3 s for 2,000 items, memory given back.
 */
import type { CellValue, Grid } from "../../src/grid/grid";
import { civilDate } from "../../src/zh/civil-date";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { composeNotice } from "../../src/notice/document/compose-notice";
import { NO_FACTS } from "../../src/notice/document/facts";
import { noticePage } from "../../src/notice/document/html";
import { NOTICE_STYLES } from "../../src/notice/document/notice-styles";
import { noticeText } from "../../src/notice/document/plain-text";
import { writeNotice } from "../../src/notice/docx/write-notice";
import { ledgerHtml } from "../../src/notice/print/ledger-html";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import { sheetOf } from "../grid/grid-of";

const PROGRESS =
  "一是召开专题会议研究部署，明确任务分工和完成时限；二是印发工作方案，按月调度推进；三是完善长效机制，".repeat(4);

function ledgerOf(items: number): Grid {
  const head = ["序号", "方面", "主要问题", "具体问题", "责任单位", "整改时限", "整改状态", "整改情况"];
  const rows = Array.from({ length: items }, (_, n): CellValue[] => [
    n + 1,
    `第${(n / 400) | 0}方面`,
    `第${(n / 8) | 0}个主要问题`,
    `学习贯彻上级决策部署有差距，第${n + 1}项具体工作落实不够到位`,
    "办公室",
    "2025年12月31日",
    n % 5 === 0 ? "正在整改" : "已完成",
    `${PROGRESS}第${n + 1}项已取得实效。`,
  ]);
  return sheetOf("问题整改台账", [head, ...rows]);
}

function heap(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

export async function run(args: readonly string[]): Promise<void> {
  const items = Number(args[0] ?? 2000);
  const asOf = civilDate(2025, 12, 22) ?? { year: 2025, month: 12, day: 22 };
  const reading = readWorkbook([ledgerOf(items)], { today: asOf, asOf });
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  const before = heap();
  for (let round = 1; round <= 3; round++) {
    let calls = 0;
    const marks: [string, number][] = [];
    let last = performance.now();
    const mark = (name: string): void => {
      const now = performance.now();
      marks.push([name, Math.round(now - last)]);
      last = now;
    };
    const document = composeNotice(reading, counted, NO_FACTS, NOTICE_STYLES.phased, {
      precision: 0,
      onProgress: () => calls++,
    });
    mark("compose");
    const bytes = await writeNotice(document, { onProgress: () => calls++ });
    mark("docx");
    const text = noticeText(document);
    const html = noticePage(document, { items: "table" });
    mark("text and html");
    const print = ledgerHtml(reading.ledgers);
    mark("print view");
    const times = marks.map(([name, ms]) => `${name} ${ms} ms`).join(", ");
    process.stdout.write(
      `${items} items, round ${round}: ${times}; ${bytes.length} bytes docx, ${text.length} characters, ` +
        `${html.length + print.length} of HTML, ${calls} progress calls\n`,
    );
  }
  process.stdout.write(`heap ${before} MB before, ${heap()} MB after\n`);
}
