/** The sign-off sheet: what is on it, and that it stays one page. */
import { strFromU8, unzipSync } from "fflate";
import type { NoticeSpan } from "../../../src/notice/document/types";
import { writeSignoff } from "../../../src/notice/signoff/docx";
import { signoffHtml } from "../../../src/notice/signoff/html";
import { itemNumbers } from "../../../src/notice/signoff/item-numbers";
import { openHeading, signoffSheet } from "../../../src/notice/signoff/sheet";
import type { SignoffFinding, SignoffInput } from "../../../src/notice/signoff/types";
import type { RowRef } from "../../../src/tally/types";
import { widthOf } from "../../../src/zh/text";

function refs(count: number, from = 4, sheet = "问题整改台账"): RowRef[] {
  return Array.from({ length: count }, (_, index) => ({ sheet, row: from + index, col: 0 }));
}

function figure(text: string, metric: string, rows: readonly RowRef[], rate = false): NoticeSpan {
  const definition = rate ? ({ done: "done", denominator: "all" } as const) : null;
  return { type: "figure", text, metric, definition, rows, ofRows: rate ? rows : null };
}

function finding(n: number, severity: SignoffFinding["severity"] = "warning"): SignoffFinding {
  return { severity, cell: `问题整改台账!E${n}`, sentence: "责任单位未填，请填写牵头单位。" };
}

const INPUT: SignoffInput = {
  file: "整改台账.xlsx",
  sha256: "0".repeat(64),
  time: "2025年12月25日 09:30",
  asOf: "2025年12月22日（台账所载）",
  versions: "taizhang 0.1.0",
  paragraph: [
    { type: "text", text: "反馈的" },
    figure("23", "反馈问题.总数", refs(23)),
    { type: "text", text: "个问题，完成率" },
    figure("87%", "反馈问题.完成率", refs(20), true),
    { type: "text", text: "。" },
  ],
  describe: () => "仅计已完成",
  numberAt: ({ row }) => String(row - 3),
  open: [finding(7, "error"), finding(8), finding(9, "info")],
  ignored: [{ finding: finding(10), reason: "已与科室核实" }],
};

/** Lines the printed sheet takes, by the same measure that the sheet is cut with. */
function lines(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / 2 / 44)), 0);
}

describe("signoffSheet", () => {
  it("holds paragraph, figures with 口径 and items, findings and reasons", () => {
    const sheet = signoffSheet(INPUT);
    expect(sheet.paragraph).toBe("反馈的23个问题，完成率87%。");
    expect(sheet.figures).toEqual([
      { text: "23", metric: "反馈问题.总数", definition: "", numbers: "1—23" },
      { text: "87%", metric: "反馈问题.完成率", definition: "口径1", numbers: "1—20" },
    ]);
    expect(sheet.definitions).toEqual(["口径1：仅计已完成。"]);
    expect(openHeading(sheet)).toBe("三、未处理的核验结果：错误1处、提醒1处、提示1处");
    expect(sheet.open).toEqual([
      "〔错误〕问题整改台账!E7：责任单位未填，请填写牵头单位。",
      "〔提醒〕问题整改台账!E8：责任单位未填，请填写牵头单位。",
    ]);
    expect(sheet.ignored).toEqual(["问题整改台账!E10：责任单位未填，请填写牵头单位。——忽略原因：已与科室核实"]);
    expect(sheet.signatures).toEqual(["填表人", "科室负责人", "分管领导", "主要负责人"]);
  });

  it("cuts every list to one page and says how many more there are", () => {
    const paragraph: NoticeSpan[] = Array.from({ length: 60 }, (_, n) => [
      { type: "text", text: "，这是一段很长的综述文字" } as const,
      figure(String(n), `反馈问题.第${n}类`, refs(n % 7)),
    ]).flat();
    const sheet = signoffSheet({
      ...INPUT,
      paragraph,
      open: Array.from({ length: 300 }, (_, n) => finding(n + 1)),
      ignored: Array.from({ length: 90 }, (_, n) => ({ finding: finding(n + 1), reason: "核实过".repeat(40) })),
    });
    expect(sheet.moreFigures).toBeGreaterThan(0);
    expect(sheet.figures.length + sheet.moreFigures).toBe(60);
    expect(sheet.open.length + sheet.moreOpen).toBe(300);
    expect(sheet.ignored.length + sheet.moreIgnored).toBe(90);
    expect(sheet.paragraph).toMatch(/……（全文共\d+字，见通报）$/u);
    const used = lines([sheet.paragraph]) + sheet.figures.length + lines(sheet.open) + lines(sheet.ignored);
    expect(used).toBeLessThanOrEqual(47 - 23);
  });

  it("says so where the bytes cannot be read", () => {
    expect(signoffSheet({ ...INPUT, sha256: null }).facts[1]?.value).toMatch(/未取得/u);
  });
});

describe("itemNumbers", () => {
  const numberAt = ({ row }: RowRef): string => String(row - 3);

  it("joins runs", () => {
    expect(itemNumbers([...refs(5), ...refs(1, 10), ...refs(2, 12)], numberAt, 40)).toBe("1—5、7、9、10");
    expect(itemNumbers([], numberAt, 40)).toBe("无");
  });

  it("names cells where numbers restart", () => {
    expect(itemNumbers(refs(4), () => "1", 40)).toBe("问题整改台账 A5—A8");
  });

  it("stays within its room", () => {
    const scattered = Array.from({ length: 50 }, (_, n) => refs(1, n * 2)).flat();
    const text = itemNumbers(scattered, ({ row }) => String(row), 20);
    expect(widthOf(text)).toBeLessThanOrEqual(40);
    expect(text).toMatch(/等50项$/u);
  });
});

describe("as documents", () => {
  it("is A4 in Word, every text in it", async () => {
    const sheet = signoffSheet(INPUT);
    const xml = strFromU8(unzipSync(await writeSignoff(sheet))["word/document.xml"]!);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const text = Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)</gu), ([, one]) => one).join("\n");
    for (const one of [
      sheet.title,
      sheet.paragraph,
      ...sheet.open,
      ...sheet.ignored,
      ...sheet.signatures,
      "0".repeat(64),
    ]) {
      expect(text).toContain(one);
    }
  });

  it("escapes print HTML", () => {
    const html = signoffHtml(signoffSheet({ ...INPUT, file: "<img src=x>.xlsx" }));
    expect(html).toContain("size: A4 portrait");
    expect(html).not.toContain("<img");
  });
});
