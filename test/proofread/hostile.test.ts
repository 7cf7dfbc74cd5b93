/** Hostile input: 100,000 characters on one line or on many lines of almost anything cost no more than plain text. */
import fc from "fast-check";
import { applyCorrections, correctionsOf, proofread } from "../../src/proofread";
import { extractLedger } from "../../src/reading/extract";

const SIZE = 100_000;
/** Far above what it takes (some 50 ms), far below what a squared cost would (minutes). */

const PIECES: readonly string[] = [
  "1",
  "12,",
  "1.",
  "1-",
  "0371-",
  "138 ",
  "1380013800",
  "%",
  "5%",
  "2025年",
  "6月",
  "2025年6月5日至",
  "（",
  "）",
  "《",
  "》",
  "“",
  "”",
  "[",
  "]",
  "〔2024〕",
  "（2024）",
  "[bookmark",
  "一",
  "一是",
  "二是",
  "十",
  "、",
  "，",
  "。",
  "；",
  "：",
  " ",
  "\u3000",
  "\u200b",
  "a",
  "A1",
  "王",
  "王、",
  "王某",
  "同志",
  "王建国同志、",
  "等10名",
  "职工",
  "职工王",
  "公司",
  "厂",
  "责令",
  "对",
  "有限公司",
  "服务中心",
  "截止",
  "截止2025",
  "正在",
  "正在整改",
  "整改已完成",
  "正在整改整改已完成",
  "尚未",
  "年度",
  "到年度",
  "上半年",
  "其中",
  "其中，",
  "县委第一巡察组",
  "每人3元，",
  "由80件降至60件，",
  "其中：",
  "共计",
  "共计5个",
  "5个",
  "5个、",
  "反馈5个问题，",
  "已完成5个，",
  "完成率5%，",
  "共办结5个，",
  "共计办结5个。",
  "5个，其中5个，",
  "5个（5个",
  "6人5万元",
  "5）%",
  "分别5个、5个，",
  "已全部完成整改5个正在整改",
  "率",
  "全覆盖",
  "签约率85%",
  "每人每月",
  "6人8个月每人每月220元共计1万元",
  "整改情况：",
  "整改结果：完成。",
  "问题①：",
  "1.问题",
  "（一）",
  "一、",
  "签定",
  "岀",
  "帐",
  "习总书记",
  "总书记为核心",
  "TODO",
  "\ufffd",
  "\ud83d",
  "__proto__",
  "constructor",
  "此项问题已整改，",
  "（已完成）",
  "存量资金",
  "支付完毕",
  "以下简称",
  "XX年",
  "&nbsp;",
  "错误!",
  "公示期5个工作日，自",
  "6月1日开始，至",
  "整改方案于2025年6月5日印发，",
  "反馈意见后，",
  "巡察组进驻，",
  "2025年上半年，",
  "第三季度情况通报",
  "《甲》、《乙》",
  "“甲”、",
  "等……",
  "15%~30%",
  "二○二五年",
  "2026年01月",
  "近30多个",
  "下降2倍",
  "5.25个、",
  "需资金到位后",
  "逐步收回",
  "还有5户未核实",
  "已全部入户核实，",
  "第一轮5家，",
  "-",
  "—",
  "@",
  "+",
  "/",
];

function run(lines: readonly string[]): number {
  const result = proofread(lines, {});
  extractLedger(result.document);
  return result.findings.length;
}

test.each(PIECES.map((piece) => [JSON.stringify(piece), piece]))("one line of %s", (_name, piece) => {
  expect(run([piece.repeat(Math.ceil(SIZE / piece.length))])).toBeGreaterThanOrEqual(0);
});

test.each(PIECES.map((piece) => [JSON.stringify(piece), piece]))("many lines of %s", (_name, piece) => {
  const line = piece.repeat(Math.ceil(20 / piece.length));
  expect(run(Array.from({ length: Math.ceil(SIZE / 4 / line.length) }, () => line))).toBeGreaterThanOrEqual(0);
});

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom("\n", "\r\n", "整改", "问题", "某"),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 120 },
  )
  .map((pieces) => pieces.join(""));

const splitLines = (input: string): readonly string[] => input.split(/\r\n|\r|\n/);

test("any text is read without a throw, and every finding points at its own words", () => {
  fc.assert(
    fc.property(text, (input) => {
      const lines = splitLines(input);
      const { findings, claims } = proofread(lines, {});
      for (const finding of findings) {
        expect(finding.end).toBeGreaterThanOrEqual(finding.start);
        expect(lines[finding.line - 1]?.slice(finding.start, finding.end)).toBe(finding.quote);
      }
      for (const claim of claims) expect(lines[claim.line]?.slice(claim.start, claim.end)).toBe(claim.quote);
      expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
    }),
    { numRuns: 400 },
  );
});

test("corrections change nothing but the accepted places, and keep the line ends", () => {
  fc.assert(
    fc.property(text, (input) => {
      const { findings } = proofread(splitLines(input), {});
      const accepted = findings.flatMap((finding) => correctionsOf(finding));
      const result = applyCorrections(input, accepted);
      expect(result.applied.length + result.left.length).toBe(accepted.length);
      expect(applyCorrections(input, []).text).toBe(input);
      const ends = (value: string): readonly string[] => value.match(/\r\n|\r|\n/g) ?? [];
      expect(ends(result.text)).toEqual(ends(input));
    }),
    { numRuns: 300 },
  );
});
