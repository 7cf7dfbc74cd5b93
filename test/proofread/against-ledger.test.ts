/** Ledger → summary → proofreading against the same ledger: nothing to say; and every planted change is found. */
import fc from "fast-check";
import { compose } from "../../src/notice/compose";
import { proofreadAgainst } from "../../src/proofread";
import { STYLES } from "../../src/notice/styles";
import { parseTemplate } from "../../src/notice/template";
import type { Definition } from "../../src/tally/types";
import { AS_OF, countGrids, letterSheet, problemSheet } from "./ledger-side";

const STATUS_TEXTS = [
  "已完成",
  "已完成",
  "已完成",
  "基本完成",
  "阶段性完成",
  "部分已整改，需要长期推进",
  "正在整改",
  "长期坚持",
  "未完成",
  "申请延期整改",
  "不再推进",
];
const LETTER_TEXTS = ["已办结", "正在办理", "未办结"];
const DEFINITIONS: readonly Definition[] = (["done", "basic", "phased"] as const).flatMap((done) =>
  (["all", "due"] as const).map((denominator) => ({ done, denominator })),
);

const ledgers = fc.record({
  statuses: fc.array(fc.constantFrom(...STATUS_TEXTS), { minLength: 1, maxLength: 40 }),
  letters: fc.array(fc.constantFrom(...LETTER_TEXTS), { maxLength: 6 }),
  definition: fc.constantFrom(...DEFINITIONS),
  style: fc.constantFrom(...STYLES.map((style) => style.template)),
  precision: fc.constantFrom(0 as const, 1 as const, 2 as const),
});

function write(spec: {
  statuses: string[];
  letters: string[];
  definition: Definition;
  style: string;
  precision: 0 | 1 | 2;
}) {
  const problems = problemSheet(
    spec.statuses.map((status, index) => ({ problem: `第${index + 1}号问题的表述${index}`, status })),
  );
  const grids = spec.letters.length > 0 ? [problems, letterSheet(spec.letters)] : [problems];
  const side = countGrids(grids, spec.definition);
  const composed = compose(parseTemplate(spec.style), side.tally, {
    asOf: AS_OF,
    variables: new Map([
      ["巡察组", "县委第一巡察组"],
      ["轮次", "五届县委第四轮"],
    ]),
    precision: spec.precision,
  });
  return { ...side, composed };
}

function seriousOf(text: string, side: ReturnType<typeof countGrids>): string[] {
  return proofreadAgainst(text.split("\n"), side.reading, side.tally)
    .findings.filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.rule} ${finding.quote}`);
}

test("a composed summary against its own ledger has no error and no warning", () => {
  fc.assert(
    fc.property(ledgers, (spec) => {
      const written = write(spec);
      expect(seriousOf(written.composed.text, written)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("every count of the summary, changed by one, is found", () => {
  fc.assert(
    fc.property(ledgers, fc.boolean(), (spec, up) => {
      const written = write(spec);
      for (const figure of written.composed.figures) {
        if (figure.text.includes("%")) continue;
        const value = Number(figure.text) + (up ? 1 : -1);
        if (value < 0) continue;
        // An item whose status nobody can tell may be one more of any.
        const isUntold = written.tally.kinds.some(({ byStatus }) => byStatus.unknown.value > 0);
        if (isUntold && !figure.metric.endsWith("总数")) continue;
        const text = written.composed.text;
        const changed = `${text.slice(0, figure.start)}${value}${text.slice(figure.end)}`;
        const found = seriousOf(changed, written);
        if (found.length === 0) throw new Error(`${figure.metric} ${figure.text} → ${value} unnoticed: ${changed}`);
      }
    }),
    { numRuns: 200 },
  );
});

test("every percentage of the summary, changed, is found", () => {
  fc.assert(
    fc.property(ledgers, (spec) => {
      const written = write(spec);
      for (const figure of written.composed.figures) {
        if (!figure.text.endsWith("%")) continue;
        const value = Number.parseFloat(figure.text) === 50 ? "51%" : "50%";
        const { tally } = written;
        const text = written.composed.text;
        const changed = `${text.slice(0, figure.start)}${value}${text.slice(figure.end)}`;
        const found = seriousOf(changed, written);
        // 50% may by chance be the rate under another definition: then that is what is told.
        if (found.length === 0)
          throw new Error(`${figure.text} → ${value} unnoticed: ${changed} ${JSON.stringify(tally.definition)}`);
      }
    }),
    { numRuns: 200 },
  );
});

describe("item by item", () => {
  const side = countGrids([
    problemSheet([
      { problem: "会议制度落实不严格，记录不完整", status: "已完成", unit: "办公室", deadline: "2025年9月底前" },
      { problem: "档案管理不规范，资料缺失较多", status: "正在整改", unit: "人事科", deadline: "2026年3月底前" },
      { problem: "报销审核把关不细，凭证不齐", status: "已完成", unit: "财务科", deadline: "2025年10月底前" },
    ]),
  ]);
  const notice = (edit: (lines: string[]) => void = () => undefined): string[] => {
    const lines = [
      "中共××县××局党组关于巡察整改情况的通报",
      "截至2025年12月22日，巡察反馈的3个问题，已完成整改2个，正在整改1个，整改完成率67%。",
      "一、整改情况",
      "1.会议制度落实不严格，记录不完整。",
      "责任单位：办公室",
      "整改时限：2025年9月底前",
      "整改结果：已完成。",
      "整改情况：修订制度，补齐记录。",
      "2.档案管理不规范，资料缺失较多。",
      "责任单位：人事科",
      "整改时限：2026年3月底前",
      "整改结果：正在整改。",
      "整改情况：清点档案，逐卷补齐。",
      "3.报销审核把关不细，凭证不齐。",
      "责任单位：财务科",
      "整改时限：2025年10月底前",
      "整改结果：已完成。",
      "整改情况：重新审核，补齐凭证。",
      "中共××县××局党组",
      "2025年12月25日",
    ];
    edit(lines);
    return lines;
  };
  const serious = (lines: string[]): string[] => [
    ...new Set(
      proofreadAgainst(lines, side.reading, side.tally)
        .findings.filter((finding) => finding.severity !== "info")
        .map((finding) => `${finding.line} ${finding.rule}`),
    ),
  ];

  test("an honest notice has nothing to answer for", () => {
    expect(serious(notice())).toEqual([]);
  });

  test.each([
    ["a total", 1, "3个问题", "4个问题", "2 ledger-figure"],
    ["a done count", 1, "整改2个", "整改3个", "2 ledger-figure"],
    ["a rate", 1, "67%", "66%", "2 ledger-rate"],
    ["the as-of date", 1, "12月22日", "12月20日", "2 ledger-as-of"],
    ["a status", 6, "已完成", "正在整改", "7 ledger-item-status"],
    ["a deadline", 10, "2026年3月底", "2026年4月底", "11 ledger-item-deadline"],
    ["a unit", 14, "财务科", "人事科", "15 ledger-item-unit"],
    ["a word of a problem", 13, "报销审核把关不细", "报销审批把关不细", "14 ledger-item-text"],
    ["another problem", 8, "档案管理不规范，资料缺失较多", "公务用车管理松散，登记混乱", "9 ledger-item-extra"],
  ])("a planted change of %s is found", (_name, line, from, to, expected) => {
    const lines = notice((all) => {
      const before = all[line] ?? "";
      expect(before).toContain(from);
      all[line] = before.replace(from, to);
    });
    expect(serious(lines)).toContain(expected);
  });

  test("an item left out is told at the announced total", () => {
    const lines = notice((all) => all.splice(13, 5));
    expect(serious(lines)).toContain("2 ledger-item-missing");
  });
});
