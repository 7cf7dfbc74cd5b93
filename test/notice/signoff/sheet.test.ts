/** The sign-off sheet: what is on it, and that nothing is left out. */
import { strFromU8, unzipSync } from "fflate";
import type { NoticeSpan } from "../../../src/notice/document/types";
import { writeSignoff } from "../../../src/notice/signoff/docx";
import { signoffHtml } from "../../../src/notice/signoff/html";
import { itemNumbers } from "../../../src/notice/signoff/item-numbers";
import { SIGNOFF_HEADINGS, signoffLines, signoffSheet } from "../../../src/notice/signoff/sheet";
import type { SignoffFinding, SignoffInput, SignoffItem } from "../../../src/notice/signoff/types";
import type { RowRef } from "../../../src/tally/types";

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

function itemAt({ row }: RowRef): SignoffItem {
  return { key: String(row), number: String(row - 3), group: "" };
}

const PENDING = { number: "7", problem: "检查不到位", unit: "办公室", deadline: "2025年12月底", status: "正在整改" };

const INPUT: SignoffInput = {
  unit: "某县某局",
  file: "整改台账.xlsx",
  sha256: "0".repeat(64),
  edits: null,
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
  itemAt,
  pending: [],
  open: [finding(7, "error"), finding(8), finding(9, "info")],
  ignored: [{ finding: finding(10), reason: "已与科室核实" }],
};

describe("signoffSheet", () => {
  it("says each figure in words with its items, what is open, and why the rest was ignored", () => {
    const sheet = signoffSheet(INPUT);
    expect(sheet.head).toEqual(["填报单位：某县某局", "统计截止：2025年12月22日（台账所载）"]);
    expect(sheet.paragraph).toBe("反馈的23个问题，完成率87%。");
    expect(sheet.figures).toEqual(["反馈的 23 个问题：序号 1–23。", "完成率 87%：20 ÷ 20，仅计已完成。"]);
    expect(signoffLines(sheet).open).toEqual([...sheet.open, "另有提示1处，未逐条列出。"]);
    expect(sheet.open).toEqual([
      "〔错误〕问题整改台账!E7：责任单位未填，请填写牵头单位。",
      "〔提醒〕问题整改台账!E8：责任单位未填，请填写牵头单位。",
    ]);
    expect(sheet.ignored).toEqual(["问题整改台账!E10：责任单位未填，请填写牵头单位。——忽略原因：已与科室核实"]);
  });

  it("holds all forty of forty, and cuts nothing", () => {
    const pending = Array.from({ length: 40 }, (_, n) => ({ ...PENDING, number: String(n + 1) }));
    const html = signoffHtml(
      signoffSheet({ ...INPUT, pending, open: Array.from({ length: 40 }, (_, n) => finding(n + 1)) }),
    );
    for (let n = 1; n <= 40; n++) {
      expect(html).toContain(`<td>${n}</td>`);
      expect(html).toMatch(new RegExp(`[!、]E${n}[、：]`, "u"));
    }
    expect(html).not.toContain("另有");
  });
});

it("names what says the same once, with all its cells, and counts every one", () => {
  const other = { ...finding(3), cell: "信访件!D3" };
  const sheet = signoffSheet({
    ...INPUT,
    open: [finding(7), finding(8), other, { ...finding(9), sentence: "时限已过。" }],
    ignored: [
      { finding: finding(10), reason: "已核实" },
      { finding: finding(11), reason: "已核实" },
      { finding: finding(12), reason: "" },
    ],
  });
  expect(sheet.open).toEqual([
    "〔提醒〕问题整改台账!E7、E8、信访件!D3：责任单位未填，请填写牵头单位。",
    "〔提醒〕问题整改台账!E9：时限已过。",
  ]);
  expect(sheet.ignored).toEqual([
    "问题整改台账!E10、E11：责任单位未填，请填写牵头单位。——忽略原因：已核实",
    "问题整改台账!E12：责任单位未填，请填写牵头单位。——忽略原因：（未填写）",
  ]);
  expect(signoffLines(sheet)).toEqual({ open: sheet.open, ignored: sheet.ignored });
});

it("says where there is nothing, and its headings hold neither counts nor colons", () => {
  const sheet = signoffSheet({ ...INPUT, open: [], ignored: [] });
  expect(signoffLines(sheet)).toEqual({ open: ["无。"], ignored: ["无。"] });
  expect(signoffLines(signoffSheet({ ...INPUT, open: [finding(9, "info")] })).open).toEqual([
    "有提示1处，未逐条列出。",
  ]);
  const html = signoffHtml(sheet);
  const headings = [...html.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, text = ""]) => text);
  expect(headings).toEqual(Object.values(SIGNOFF_HEADINGS));
  for (const heading of headings) expect(heading).not.toMatch(/[：:\d]/u);
  expect(html.match(/无。/gu)).toHaveLength(3);
});

describe("itemNumbers", () => {
  it("joins runs", () => {
    expect(itemNumbers([...refs(9), ...refs(1, 14)], itemAt)).toBe("序号 1–9、11");
    expect(itemNumbers([], itemAt)).toBe("无");
  });

  it("names sections where numbers begin again, cells where nothing tells them apart", () => {
    const restarted = ({ row }: RowRef) => ({
      key: String(row),
      number: String((row % 2) + 1),
      group: row < 6 ? "甲方面" : "乙方面",
    });
    expect(itemNumbers(refs(4), restarted)).toBe("甲方面序号 1、2；乙方面序号 1、2");
    expect(itemNumbers(refs(4), ({ row }) => ({ key: String(row), number: "1", group: "" }))).toBe(
      "问题整改台账 A5–A8",
    );
  });
});

it.each([
  [{ sha256: "0".repeat(64), edits: null }, "台账文件：整改台账.xlsx　", `SHA-256：${"0".repeat(64)}`],
  [
    { sha256: "1".repeat(64), edits: "copied" as const },
    "台账文件：整改台账.xlsx（修改后下载的副本）　",
    `SHA-256：${"1".repeat(64)}`,
  ],
  [
    { sha256: null, edits: 8 },
    "台账文件：整改台账.xlsx　",
    "SHA-256：未取得（有8处修改尚未存入文件，请下载修改后的台账，再生成签批单）",
  ],
  [{ sha256: null, edits: null }, "台账文件：整改台账.xlsx　", "SHA-256：未取得（工作簿正在编辑中，请保存后另行计算）"],
])("gives the sum of the file that holds its figures, or none: %j", (of, file, sum) => {
  const { foot } = signoffSheet({ ...INPUT, ...of });
  expect(foot[0]!.startsWith(file)).toBe(true);
  expect(foot[1]).toBe(sum);
});

describe("as documents", () => {
  it("is A4 in Word, every text in it", async () => {
    const sheet = signoffSheet(INPUT);
    const files = unzipSync(await writeSignoff(sheet));
    const xml = strFromU8(files["word/document.xml"]!);
    expect(strFromU8(files["word/footer1.xml"]!)).toContain("0".repeat(64));
    const faces = strFromU8(files["word/theme/theme1.xml"]!).match(/typeface="[^"]*"/gu) ?? [];
    expect(faces.join()).not.toMatch(/Calibri|等线|Cambria/u);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const text = Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)</gu), ([, one]) => one).join("\n");
    for (const one of [sheet.title, sheet.paragraph, ...sheet.open, ...sheet.ignored, ...sheet.signatures]) {
      expect(text).toContain(one);
    }
  });

  it("holds the opinions together, and breaks a long table between its rows under a head that comes again", async () => {
    const pending = Array.from({ length: 40 }, (_, n) => ({ ...PENDING, number: String(n + 1) }));
    const bytes = await writeSignoff(signoffSheet({ ...INPUT, pending }));
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"]!);
    const [open, opinions] = Array.from(xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu), ([table]) =>
      Array.from(table.matchAll(/<w:tr>.*?<\/w:tr>/gsu), ([row]) => row),
    );
    if (open === undefined || opinions === undefined) throw new Error("two tables");
    expect(open).toHaveLength(41);
    for (const rows of [open, opinions]) {
      for (const row of rows) expect(row).toContain("<w:cantSplit/>");
      expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual(rows.map((_, index) => index === 0));
    }
    expect(open.some((row) => row.includes("<w:keepNext/>"))).toBe(false);
    // Every row stays with the next one, so that no signature stands alone; the last has none to stay with.
    const kept = opinions.map((row) => (row.match(/<w:keepNext\/>/gu) ?? []).length);
    expect(kept).toEqual([4, 4, 4, 4, 0]);
    const headings = xml.match(/<w:p><w:pPr><w:keepNext\/>/gu) ?? [];
    expect(headings.length).toBeGreaterThanOrEqual(5);
  });

  it.each<[string, SignoffInput["ignored"]]>([
    ["nothing ignored", []],
    ["something ignored", INPUT.ignored],
  ])("leaves no page to signatures alone: %s", async (_, ignored) => {
    const bytes = await writeSignoff(signoffSheet({ ...INPUT, ignored }));
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"]!);
    const [before = ""] = xml.slice(xml.indexOf("五、")).split("<w:tbl>");
    const heading = xml.slice(xml.lastIndexOf("<w:p>", xml.indexOf("五、")), xml.indexOf("五、"));
    const behind = before.split("<w:p>").slice(1);
    expect(behind).toHaveLength(Math.max(1, ignored.length) + 1);
    for (const one of [heading, ...behind]) expect(one).toContain("<w:keepNext/>");
    const html = signoffHtml(signoffSheet({ ...INPUT, ignored }));
    const end = html.slice(html.indexOf('<div class="end">'));
    expect(html).toMatch(/\.end \{[^}]*break-inside: avoid/u);
    for (const said of [ignored.length === 0 ? "无。" : "忽略原因", "主要负责人", "SHA-256"])
      expect(end).toContain(said);
  });

  it("lets a line end between the numbers of items", async () => {
    const paragraph: NoticeSpan[] = [
      { type: "text", text: "办结" },
      figure(
        "3",
        "x",
        [1, 3, 5].map((n) => refs(1, n + 3)[0]!),
      ),
    ];
    const bytes = await writeSignoff(signoffSheet({ ...INPUT, paragraph }));
    expect(strFromU8(unzipSync(bytes)["word/document.xml"]!)).toContain("序号 1、\u200b3、\u200b5。");
  });

  it("escapes print HTML", () => {
    const html = signoffHtml(signoffSheet({ ...INPUT, file: "<img src=x>.xlsx" }));
    expect(html).toContain("size: A4 portrait");
    expect(html).not.toContain("<img");
  });
});
