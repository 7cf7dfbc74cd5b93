/**
 * All that is taken from whole notices for a ledger. Keep a meant difference with
 * `npx jest test/reading/extract/ledgers-in-full.test.ts --selectProjects node -u`.
 */
import { extractLedger, readDocument } from "../../../src/reading";
import { CHANGES, NOTICE } from "../../printed/notice-and-ledger";
import { plain } from "../../printed/plain";
import { TEXTS } from "../../printed/texts";

const answers = (answer: string) =>
  `二、整改落实情况\n1.关于“台账不全”的问题\n${answer}\n2.关于“档案不齐”的问题\n整改情况：已完成。`;

const ANSWERS = [
  "整改情况：已完成整改，2025年6月5日印发制度，2025年6月5日复核。",
  "整改情况：正在整改，2026年3月底前完成。",
  "整改情况：正在整改，争取2026年3月完成，6月底前验收。",
  "整改情况：基本完成，力争2025年年底完成，2026年6月10日前销号。",
  "整改情况：已于2025年5月完成整改。",
  "整改措施：一是补齐；二是抽查3次。\n责任单位：办公室、财务科\n责任人：甲某\n整改时限：2025年6月底前\n整改结果：完成。",
  "责任领导：甲某，责任单位：办公室（牵头），财务科；完成时限：长期坚持。\n进展情况：持续推进。",
  "1.补齐台账。\n2.建立制度。\n完成时间：2025年7月18日",
  "（1）补齐台账，已完成。（2）建立制度，正在推进，预计2026年1月完成。",
  "暂未整改，计划2026年第一季度完成。",
];

const NOTICES = [
  ...(TEXTS["notices"] ?? []),
  ...(TEXTS["whole"] ?? []),
  ...CHANGES.slice(-12).map(([from, to]) => NOTICE.replace(from, to)),
  ...ANSWERS.map(answers),
];

test.each(NOTICES.map((text, index) => [index + 1, text] as const))("notice %i", (_, text) => {
  const lines = Object.entries(extractLedger(readDocument(text.split("\n")))).flatMap(([name, part]) =>
    Array.isArray(part) ? part.map((one) => `${name} ${plain(one)}`) : [`${name} ${plain(part)}`],
  );
  expect(`\n${lines.join("\n")}\n`).toMatchSnapshot();
});
