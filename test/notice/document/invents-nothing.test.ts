/** Over generated ledgers: nothing stands in a notice that neither the ledger nor the form nor the style holds. */
import fc from "fast-check";
import { cellOf } from "../../../src/ledger/items/cells";
import { valueAt, type CellValue, type Grid } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { foldKey } from "../../../src/zh/text";
import { NOTICE_STYLES } from "../../../src/notice/document/notice-styles";
import { composeNotice } from "../../../src/notice/document/compose-notice";
import { NO_FACTS, type Facts } from "../../../src/notice/document/facts";
import { textOfSpans, type NoticeDocument, type NoticeSpan } from "../../../src/notice/document/types";
import { noticeText } from "../../../src/notice/document/plain-text";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { sheetOf } from "../../grid/grid-of";
import { AS_OF, FACTS } from "./families";

const SECRET = "保密内容甲乙丙";
const HIDDEN = "不得公开之事";
const statuses = ["已完成", "正在整改", "阶段性完成", "部分整改", "长期坚持", "", "不知所云", "未完成"];
const problems = [
  "制度不健全",
  "“三重一大”落实不到位。",
  "关于“收费”的问题",
  "（一）台账缺失；",
  "经费1.5万元未入账",
  "",
  "<b>&\u0000\n另起一行",
];
const progresses = ["", "已开会3次", "一是甲；二是乙。", "第一段\n第二段", "电话已公布", "#N/A"];

const rowOf = fc.record({
  problem: fc.constantFrom(...problems),
  section: fc.constantFrom("党建方面", "一、业务方面", ""),
  parent: fc.constantFrom("主要问题甲", "主要问题乙。", ""),
  status: fc.constantFrom(...statuses),
  progress: fc.constantFrom(...progresses),
  open: fc.constantFrom("是", "否", "", "部分公开"),
});

const ledger = fc.record({
  rows: fc.array(rowOf, { minLength: 1, maxLength: 25 }),
  withPublic: fc.boolean(),
  withParents: fc.boolean(),
  letters: fc.integer({ min: 0, max: 4 }),
  clues: fc.integer({ min: 0, max: 4 }),
  style: fc.constantFrom(...Object.values(NOTICE_STYLES)),
  facts: fc.constantFrom(FACTS, NO_FACTS),
});

type Made = typeof ledger extends fc.Arbitrary<infer T> ? T : never;

function gridsOf(made: Made): readonly Grid[] {
  const head = [
    "序号",
    "方面",
    ...(made.withParents ? ["主要问题"] : []),
    "具体问题",
    "责任单位",
    "整改时限",
    "整改状态",
    "整改情况",
  ];
  const rows = made.rows.map((row, index): CellValue[] => [
    index + 1,
    row.section || null,
    ...(made.withParents ? [row.parent || null] : []),
    made.withPublic && row.open === "否" ? HIDDEN : row.problem || null,
    "办公室",
    "2025年12月31日",
    row.status || null,
    row.progress || null,
    ...(made.withPublic ? [row.open || null] : []),
  ]);
  const handed = (name: string, word: string, count: number): Grid =>
    sheetOf(name, [
      ["序号", word, "承办单位", "办理时限", "办理结果"],
      ...Array.from({ length: count }, (_, index): CellValue[] => [
        index + 1,
        SECRET,
        "办公室",
        "2025年12月31日",
        "已办结",
      ]),
    ]);
  return [
    sheetOf("问题整改台账", [[...head, ...(made.withPublic ? ["是否公开"] : [])], ...rows]),
    ...(made.letters > 0 ? [handed("信访件", "信访事项", made.letters)] : []),
    ...(made.clues > 0 ? [handed("移交问题线索", "问题线索", made.clues)] : []),
  ];
}

/** The words that any style may use by itself: everything it says with a ledger of nothing and an empty form. */
/** A tab stands between the cells of a table. */
const OWN_WORDS = /^[\p{Script=Han}\d\t、，。；：（）“”—.①-⑳㉑-㊿]*$/u;

function spansOf(document: NoticeDocument): readonly NoticeSpan[] {
  return document.blocks.flatMap((block) => block.spans);
}

/** A cell's text with the form a notice may change taken off: quotes, blanks, stops, leading numbers. */
function bare(text: string): string {
  return foldKey(text).replace(/[“”‘’"'。；;，,、：:.．\u0000]/gu, "");
}

function factsText(facts: Facts): string {
  return JSON.stringify(facts);
}

describe("a notice over any ledger", () => {
  it("prints nothing that neither ledger nor form holds", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const grids = gridsOf(made);
        const reading = readWorkbook(grids, { today: AS_OF, asOf: AS_OF });
        const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
        const document = composeNotice(reading, counted, made.facts, made.style, { precision: 1 });
        for (const span of spansOf(document)) {
          if (span.type === "text") {
            expect(span.text).toMatch(OWN_WORDS);
            // The as-of day, with its year.
            expect(span.text.replace(/截至2025年/gu, "")).not.toMatch(/\d{2,}(?!\.|、|）|年|月|日)/u);
          } else if (span.type === "cell") {
            const grid = grids.find((one) => one.sheet === span.ref.sheet)!;
            expect(bare(String(valueAt(grid, span.ref.row, span.ref.col)))).toContain(bare(span.text));
          } else if (span.type === "figure") {
            const value = span.text.endsWith("%") ? null : Number(span.text);
            if (value !== null) expect(span.rows).toHaveLength(value);
            else expect(span.ofRows?.length).toBeGreaterThan(0);
            for (const ref of span.rows) expect(grids.map((one) => one.sheet)).toContain(ref.sheet);
          } else if (span.type === "status") {
            expect(span.rows.length).toBeGreaterThan(0);
          } else if (span.type === "fact" && span.fact !== null && made.facts === NO_FACTS) {
            throw new Error(`a fact from an empty form: ${span.text}`);
          } else if (span.type === "fact" && !/年|月/.test(span.text)) {
            expect(factsText(made.facts)).toContain(span.text);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("keeps letters, clues and what is not public out of every form", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const reading = readWorkbook(gridsOf(made), { today: AS_OF, asOf: AS_OF });
        const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
        const document = composeNotice(reading, counted, made.facts, made.style, { precision: 0 });
        const text = noticeText(document);
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain(HIDDEN);
        expect(JSON.stringify(document)).not.toContain(SECRET);
      }),
      { numRuns: 100 },
    );
  });

  it("numbers parts, sections and items without gaps, and loses no item", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const reading = readWorkbook(gridsOf(made), { today: AS_OF, asOf: AS_OF });
        const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
        const document = composeNotice(reading, counted, FACTS, made.style, { precision: 0 });
        let part = 0;
        let section = 0;
        let parent = 0;
        let problem = 0;
        for (const { role, spans } of document.blocks) {
          const text = textOfSpans(spans);
          // The table at the end of a bulletin is no part with a number.
          if (role === "part" && made.style.supervision === true && !/^[一-十]+、/u.test(text)) continue;
          if (role === "part") {
            expect(text.startsWith(`${"零一二三四五六七八九".charAt(++part)}、`)).toBe(true);
            section = parent = problem = 0;
          } else if (role === "section") {
            expect(text.startsWith(`（${"零一二三四五六七八九".charAt(++section)}）`)).toBe(true);
            if (made.style.restart) parent = 0;
          } else if (role === "parent") {
            expect(text.startsWith(`${++parent}.`)).toBe(true);
            problem = 0;
          } else if (role === "problem") {
            problem++;
            const { mark, word, alone, after } = made.style.below;
            const sign = mark === "circled" ? String.fromCodePoint(0x245f + problem) : `（${problem}）`;
            const single = alone !== "" && text.startsWith(`${alone}${after}`);
            expect(single || text.startsWith(`${word}${sign}${after}`)).toBe(true);
          }
        }
        // A bulletin counts; it lists no items.
        if (made.style.supervision === true) return;
        const out = document.warnings.reduce(
          (sum, warning) =>
            warning.type === "notPublic" || (warning.type === "publicUnclear" && !warning.included)
              ? sum + warning.rows.length
              : sum,
          0,
        );
        const total = counted.kinds.find((kind) => kind.kind === "problem")?.total.value ?? 0;
        expect(document.items.length + out).toBe(total);
        expect(new Set(document.items.map((item) => item.id)).size).toBe(document.items.length);
        for (const item of document.items) {
          const { ledger: of } = reading.ledgers[0]!.items[0]!;
          expect(cellOf(of, of.items[0]!, "number")).not.toBeNull();
          expect(item.to).toBeGreaterThan(item.from);
        }
      }),
      { numRuns: 100 },
    );
  });
});
