/** A notice becomes a ledger and a notice again: its answers come back character by character. */
import { extractDraft, extractedTable } from "../../src/app/extracted-table";
import { NO_FACTS, sessionNotice } from "../../src/app/documents";
import { createSession } from "../../src/app/session/session";
import { noticeText } from "../../src/notice";
import { createMemoryHost, type MemorySheet } from "../hosts/memory-host";
import { NO_LEXICON } from "../../src/ledger";
import { environment } from "./session/environment";

const ANSWERS = [
  "已修订制度3项,组织学习2次;建立了“周调度、月通报”机制。",
  "召开专题会议(2次),对照检查,清理完毕。",
  "制定方案并印发实施；完成培训。",
];
const NOTICE = [
  "中共某县某局党组关于巡察整改情况的通报",
  "巡察反馈的3个问题，已完成整改3个。",
  "一、整改落实情况",
  ...ANSWERS.flatMap((answer, index) => [
    `${index + 1}.关于“第${index + 1}项工作有差距”的问题`,
    "整改结果：已完成整改。",
    `整改进展情况：${answer}`,
  ]),
];

function sheetOf(withMark: boolean): MemorySheet {
  const { sheet, title, subtitle, columns, rows, merges } = extractedTable(
    extractDraft(NOTICE, NO_LEXICON),
    NOTICE.map((_, index) => index + 1),
  );
  const head = [[title], [withMark ? subtitle : ""], columns.map(({ header }) => header)];
  return {
    name: sheet,
    values: [...head, ...rows],
    merges: merges.map(({ first, last, col }) => ({ top: first + 3, bottom: last + 3, left: col, right: col })),
  };
}

async function noticeOf(sheet: MemorySheet): Promise<string> {
  const session = createSession(environment());
  await session.open(createMemoryHost([sheet]));
  const made = sessionNotice(session, NO_FACTS);
  if (made?.ok !== true) throw new Error("no notice");
  return noticeText(made.document);
}

test("as they were published, half-width marks and all", async () => {
  const text = await noticeOf(sheetOf(true));
  for (const answer of ANSWERS) expect(text).toContain(answer);
});

test("without the line that says so it is a ledger typed by hand, whose marks are set in full width", async () => {
  const text = await noticeOf(sheetOf(false));
  expect(text).toContain("已修订制度3项，组织学习2次；建立了");
  expect(text).not.toContain(ANSWERS[0]);
});
