/** Each part of an office's lexicon means in a notice what it means in a ledger; without it neither knows it. */
import { proofreadDraft } from "../../src/app/proofread-draft";
import { extractDraft } from "../../src/app/extracted-table";
import { readLexicon } from "../../src/app/lexicon";
import { check } from "../../src/check/check";
import { DEFAULT_CHECK_SETTINGS } from "../../src/check/settings";
import { judgingWords } from "../../src/app/lexicon";
import { NO_LEXICON, type OfficeLexicon } from "../../src/ledger";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { tally } from "../../src/tally/tally";
import { gridOf } from "../grid/grid-of";

const TODAY = { year: 2025, month: 11, day: 30 };
const AS_OF = { asOf: TODAY };
const NO_WORDS = { harmless: [], pending: [] };

function readLedger(rows: string, lexicon: Partial<OfficeLexicon>) {
  const words = { ...NO_LEXICON, ...lexicon };
  const drawing = `序号 | 问题 | 责任单位 | 整改时限 | 整改状态 | 整改进展\n${rows}`;
  const reading = readWorkbook([gridOf(drawing)], { today: TODAY, ...AS_OF, lexicon: words });
  const settings = { ...DEFAULT_CHECK_SETTINGS, words: judgingWords(NO_WORDS, words) };
  const findings = check(reading, settings).findings.map(({ rule }) => rule);
  const [ledger] = reading.ledgers;
  return { reading, findings, item: ledger?.items[0] };
}

const notice = (status: string, progress: string, unit = "办公室"): readonly string[] => [
  "某局党组关于巡察反馈问题整改情况的通报",
  "（一）制度不健全的问题",
  `整改结果：${status}`,
  `责任单位：${unit}`,
  `整改情况：${progress}`,
];

function readNotice(
  lines: readonly string[],
  lexicon: Partial<OfficeLexicon>,
  ledger: ReturnType<typeof readLedger> | null = null,
) {
  const { reading } = ledger ?? {};
  const counted = reading
    ? { reading, tally: tally(reading, { definition: { done: "done", denominator: "all" }, precision: 0 } as never) }
    : null;
  const read = proofreadDraft(lines, counted, { settings: { ...AS_OF, lexicon: { ...NO_LEXICON, ...lexicon } } });
  return { findings: read.findings.map(({ rule }) => rule), items: read.document.items };
}

describe("an expression of a status", () => {
  // The second says 已完成 to nobody else, 合格 in a status cell does.
  const lexicon = { statuses: { 合格: "done", 入库了: "done", 走签: "ongoing" } } as const;
  it.each([
    ["入库了", "done"],
    ["走签", "ongoing"],
    ["入库了，未销号", "done"],
  ])("%s in a ledger and a notice", (said, status) => {
    const row = `1 | 制度不健全的问题 | 办公室 | 2025年12月底前 | ${said} | 修订制度`;
    expect(readLedger(row, {}).item?.status).toBe("unknown");
    expect(readLedger(row, lexicon).item?.status).toBe(status);
    const lines = notice(`${said}。`, "修订制度。");
    expect(readNotice(lines, {}).items[0]?.statuses[0]?.status).not.toBe(status);
    const [told] = readNotice(lines, lexicon).items[0]?.statuses ?? [];
    // What is quoted is what stands there.
    expect(told).toMatchObject({ status, text: `${said}。` });
  });

  it.each(["整改情况：入库了。", "修订制度。此项问题入库了。", "修订制度（入库了）"])(
    "%s at the places a notice tells it",
    (last) => {
      const lines = [...notice("", "修订制度。").slice(0, 2), "整改情况：修订制度。", last];
      const bare = last.startsWith("整改情况") ? [...lines.slice(0, 2), last] : lines;
      expect(readNotice(bare, {}).items[0]?.statuses).toEqual([]);
      expect(readNotice(bare, lexicon).items[0]?.statuses).toMatchObject([{ status: "done" }]);
    },
  );

  it("two words of the office that mean two things contradict each other", () => {
    const lines = [...notice("入库了。", "修订制度。"), "此项问题走签。"];
    expect(readNotice(lines, {}).findings).not.toContain("status-conflict");
    expect(readNotice(lines, lexicon).findings).toContain("status-conflict");
  });

  it("becomes ours in the table that a notice is extracted to", () => {
    const column = (words: OfficeLexicon) => {
      const table = extractDraft(notice("入库了。", "修订制度。"), words);
      return table.rows[0]?.[table.columns.findIndex(({ key }) => key === "status")];
    };
    expect(column(NO_LEXICON)).toBeNull();
    expect(column({ ...NO_LEXICON, ...lexicon })).toBe("已完成");
  });
});

describe("a unit's short name", () => {
  const lexicon = { units: { 县卫生健康局: ["卫健局"] } };
  const row = "1 | 制度不健全的问题 | 县卫生健康局 | 2025年12月底前 | 已完成 | 修订制度";

  it("is its unit in a ledger", () => {
    const short = row.replace("县卫生健康局", "卫健局");
    expect(readLedger(short, {}).item?.rows[0]?.units.units[0]?.name).toBe("卫健局");
    expect(readLedger(short, lexicon).item?.rows[0]?.units.units[0]?.name).toBe("县卫生健康局");
  });

  it.each([
    ["县卫生健康局", "卫健局"],
    ["卫健局", "县卫生健康局"],
  ])("a ledger's %s is a notice's %s", (inLedger, inNotice) => {
    const ledger = (words: Partial<OfficeLexicon>) => readLedger(row.replace("县卫生健康局", inLedger), words);
    const lines = notice("已完成。", "修订制度。", inNotice);
    expect(readNotice(lines, {}, ledger({})).findings).toContain("ledger-item-unit");
    expect(readNotice(lines, lexicon, ledger(lexicon)).findings).not.toContain("ledger-item-unit");
    expect(readNotice(lines, lexicon, ledger({})).findings).not.toContain("ledger-item-unit");
    const other = notice("已完成。", "修订制度。", "民政局");
    expect(readNotice(other, lexicon, ledger(lexicon)).findings).toContain("ledger-item-unit");
  });

  it("may be who was inspected", () => {
    const lines = [
      "县卫生健康局关于巡察整改情况的通报",
      "县委巡察组对县医防局党组开展了巡察。",
      ...notice("已完成。", "修订制度。").slice(1),
    ];
    const words = { units: { 县卫生健康局: ["县医防局"] } };
    expect(readNotice(lines, {}).findings).toContain("unit-differs");
    expect(readNotice(lines, words).findings).not.toContain("unit-differs");
  });
});

describe("phrases", () => {
  const cases = [
    ["pending", "手续排着队", { pending: ["排着队"] }, false, true],
    ["pending", "正在修订制度，材料排着队", { pending: ["排着队"] }, true, true],
    ["harmless", "修订了制度，正在争创文明单位", { harmless: ["正在争创文明单位"] }, true, false],
    // Typed as the office writes it, in whatever width.
    ["harmless", "修订了制度，正在试行２号文", { harmless: ["正在试行2号文"] }, true, false],
  ] as const;
  it.each(cases)("%s: %s", (_part, progress, lexicon, without, withIt) => {
    const row = `1 | 制度不健全的问题 | 办公室 | 2025年12月底前 | 已完成 | ${progress.replace("２", "2")}`;
    const lines = notice("已完成。", `${progress}。`);
    expect(readLedger(row, {}).findings.includes("done-but-pending-text")).toBe(without);
    expect(readLedger(row, lexicon).findings.includes("done-but-pending-text")).toBe(withIt);
    expect(readNotice(lines, {}).findings.includes("done-but-pending")).toBe(without);
    expect(readNotice(lines, lexicon).findings.includes("done-but-pending")).toBe(withIt);
  });

  it("of the setting words hold in notices, too", () => {
    const find = (words: { harmless: string[]; pending: string[] }) =>
      proofreadDraft(notice("已完成。", "手续排着队。"), null, { settings: { words } }).findings.map(
        ({ rule }) => rule,
      );
    expect(find({ harmless: [], pending: [] })).not.toContain("done-but-pending");
    expect(find({ harmless: [], pending: ["排着队"] })).toContain("done-but-pending");
  });

  it("a word of the office's own tells enough where only the summary says that all is done", () => {
    const lines = [
      "某局党组关于巡察反馈问题整改情况的通报",
      "巡察反馈问题3个，已完成整改3个。",
      ...["一", "二", "三"].flatMap((n) => [`（${n}）制度${n}不健全的问题`, "整改情况：手续排着队。"]),
    ];
    expect(readNotice(lines, {}).findings).not.toContain("done-but-pending");
    expect(readNotice(lines, { pending: ["排着队"] }).findings).toContain("done-but-pending");
  });
});

it("a lexicon as a person writes it goes the same way", () => {
  const lexicon = readLexicon({ statuses: { 入库了: "已完成" } }, { zh: "", en: "" }, []);
  expect(readNotice(notice("入库了。", "修订制度。"), lexicon).items[0]?.statuses).toMatchObject([{ status: "done" }]);
});
