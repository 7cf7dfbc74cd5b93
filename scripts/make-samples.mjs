/**
 * Draws the sample ledgers of samples/ (fictional offices, problems and people). Run by hand after a change:
 * node scripts/make-samples.mjs [NAME…]
 */
import ExcelJS from "exceljs";
import { fileURLToPath } from "node:url";
import { FAMILIES } from "./samples/families.mjs";

const out = (name) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url));
const thin = { style: "thin", color: { argb: "FF8A8886" } };
const border = { top: thin, left: thin, bottom: thin, right: thin };
const font = (extra = {}) => ({ name: "宋体", size: 11, ...extra });

function frame(sheet, top, left, bottom, right) {
  for (let r = top; r <= bottom; r++) {
    for (let c = left; c <= right; c++) {
      const cell = sheet.getCell(r, c);
      cell.border = border;
      cell.alignment = { vertical: "middle", horizontal: r < top + 1 ? "center" : "left", wrapText: true };
      cell.font ??= font();
    }
  }
}

function title(sheet, text, cols) {
  sheet.mergeCells(1, 1, 1, cols);
  const cell = sheet.getCell(1, 1);
  cell.value = text;
  cell.font = font({ size: 18, bold: true });
  cell.alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(1).height = 34;
}

function head(sheet, row, words) {
  words.forEach((word, i) => {
    const cell = sheet.getCell(row, i + 1);
    cell.value = word;
    cell.font = font({ bold: true });
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF3F2F1" } };
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  });
}

const UNITS = [
  ["办公室", ""],
  ["规划财务科", "规财科"],
  ["组织人事科", "人事科"],
  ["项目管理科", ""],
  ["行政审批科", ""],
  ["机关纪委", ""],
  ["××县项目服务中心", "项目中心"],
  ["××县信息中心", "信息中心"],
];

function unitSheet(book) {
  const sheet = book.addWorksheet("单位名录");
  head(sheet, 1, ["单位名称", "简称"]);
  UNITS.forEach(([name, short], i) => {
    sheet.getCell(i + 2, 1).value = name;
    if (short) sheet.getCell(i + 2, 2).value = short;
  });
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 14;
}

const day = (text) => {
  const [y, m, d] = text.split("-").map(Number);
  return new Date(Date.UTC(y, m - 1, d));
};

/** problem, section, measures: [measure, lead, co, deadline, status, done] */
const PROBLEMS = [
  [
    "党的建设方面",
    "中心组学习研讨不深入",
    [
      [
        "修订中心组学习计划，每季度安排一次专题研讨",
        "办公室",
        "机关纪委",
        day("2025-06-30"),
        "已完成",
        day("2025-06-18"),
      ],
      ["建立领学、研学、督学记录", "办公室", "", day("2025-06-30"), "已完成", day("2025-06-20")],
    ],
  ],
  [
    "党的建设方面",
    "“三会一课”记录不规范",
    [["统一支部工作手册并开展业务培训", "组织人事科", "", "2025年6月底前", "已完成", day("2025-06-12")]],
  ],
  [
    "党的建设方面",
    "党员教育管理抓得不紧",
    [
      ["开展党员档案集中核查", "组织人事科", "机关纪委", "2025年8月底前", "已完成", day("2025-08-22")],
      ["建立流动党员联系制度，并长期坚持", "组织人事科", "", "2025年底前，并长期坚持", "正在整改", null],
    ],
  ],
  [
    "工程项目管理方面",
    "项目前期论证不充分",
    [
      [
        "修订项目论证办法，明确专家评审环节",
        "项目管理科",
        "规划财务科",
        day("2025-09-30"),
        "已完成",
        day("2025-09-16"),
      ],
      ["对在建项目逐个复核", "项目管理科", "××县项目服务中心", day("2025-09-30"), "已完成", day("2025-09-25")],
    ],
  ],
  [
    "工程项目管理方面",
    "工程款拨付审核把关不严",
    [["完善拨付审批流程，实行双人复核", "规划财务科", "项目管理科", day("2025-06-30"), "已完成", day("2025-06-27")]],
  ],
  [
    "工程项目管理方面",
    "个别项目竣工资料归档不及时",
    [["补齐竣工资料并移交档案室", "××县项目服务中心", "办公室", "2025年12月31日", "正在整改", null]],
  ],
  [
    "政务服务方面",
    "审批事项超时办结",
    [
      ["建立限时办结提醒", "行政审批科", "××县信息中心", "2025年第二季度", "已完成", day("2025-06-25")],
      ["每月通报办结情况", "行政审批科", "", "长期坚持", "长期坚持", null],
    ],
  ],
  [
    "政务服务方面",
    "一次性告知落实不到位",
    [["重新编印办事指南", "行政审批科", "", "2025.7.31", "已完成", day("2025-07-29")]],
  ],
  [
    "政务服务方面",
    "信息公开更新滞后",
    [["明确专人负责栏目更新", "××县信息中心", "办公室", "二〇二五年六月底前", "已完成", day("2025-06-20")]],
  ],
  [
    "财务管理方面",
    "公务接待清单要素不全",
    [["修订公务接待管理规定", "办公室", "规划财务科", day("2025-06-30"), "已完成", day("2025-06-10")]],
  ],
  [
    "财务管理方面",
    "固定资产账实不符",
    [
      ["开展资产清查盘点", "规划财务科", "办公室", day("2025-10-31"), "已完成", day("2025-10-24")],
      ["完善资产领用、处置登记", "规划财务科", "", day("2025-12-31"), "正在整改", null],
    ],
  ],
  ["财务管理方面", "往来款项长期挂账", [["逐笔核对、分类清理", "规划财务科", "", day("2025-12-31"), "正在整改", null]]],
];

/** `faults` turns the tidy ledger into the one people really keep. */
async function draw(name, faults) {
  const book = new ExcelJS.Workbook();
  book.creator = "taizhang";
  const sheet = book.addWorksheet("问题整改台账", {
    pageSetup: { paperSize: 8, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: "frozen", ySplit: 4 }],
  });
  const cols = 12;
  title(sheet, "××县某局巡察反馈问题整改台账", cols);
  sheet.mergeCells(2, 1, 2, 7);
  sheet.getCell(2, 1).value = "填报单位：××县某局党组";
  sheet.mergeCells(2, 8, 2, cols);
  sheet.getCell(2, 8).value = "统计截止：2025年11月30日";
  head(sheet, 3, [
    "序号",
    "问题类别",
    "反馈的具体问题",
    "整改措施",
    "整改责任",
    "",
    "",
    "整改时限",
    "整改进展",
    "",
    "",
    "佐证材料",
  ]);
  head(sheet, 4, ["", "", "", "", "牵头单位", "配合单位", "责任人", "", "整改状态", "完成时间", "整改情况", ""]);
  for (const col of [1, 2, 3, 4, 8, 12]) sheet.mergeCells(3, col, 4, col);
  sheet.mergeCells(3, 5, 3, 7);
  sheet.mergeCells(3, 9, 3, 11);
  let row = 5;
  PROBLEMS.forEach(([section, problem, measures], index) => {
    const first = row;
    for (const [measure, lead, co, deadline, status, done] of measures) {
      const r = sheet.getRow(row);
      r.getCell(4).value = measure;
      r.getCell(5).value = lead;
      r.getCell(6).value = co || null;
      r.getCell(7).value = "某某";
      r.getCell(8).value = deadline;
      if (deadline instanceof Date) r.getCell(8).numFmt = 'yyyy"年"m"月"d"日"';
      r.getCell(9).value = status;
      r.getCell(10).value = done;
      if (done) r.getCell(10).numFmt = "yyyy-mm-dd";
      r.getCell(11).value = status === "已完成" ? "已完成并报整改办备案。" : "正在按计划推进。";
      r.getCell(12).value = status === "已完成" ? `附件${index + 1}` : null;
      row++;
    }
    sheet.getCell(first, 1).value = index + 1;
    sheet.getCell(first, 2).value = section;
    sheet.getCell(first, 3).value = problem;
    if (row - first > 1) for (const col of [1, 2, 3]) sheet.mergeCells(first, col, row - 1, col);
  });
  const last = row - 1;
  frame(sheet, 3, 1, last, cols);
  sheet.getCell(row, 1).value = "填报人：某某";
  sheet.getCell(row, 5).value = "审核人：某某";
  [6, 16, 26, 34, 16, 14, 10, 20, 12, 13, 30, 12].forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  if (faults) {
    sheet.getCell(7, 5).value = null; // unit missing
    sheet.getCell(10, 5).value = "项目管里科"; // near miss
    sheet.getCell(11, 8).value = "尽快"; // no deadline
    sheet.getCell(12, 11).value = "竣工验收正在办理，待审核通过后归档。";
    sheet.getCell(12, 9).value = "已完成";
    sheet.getCell(12, 10).value = null;
    sheet.getCell(16, 1).value = 7; // number twice
    sheet.getCell(16, 9).value = "差不多了";
    sheet.getCell(17, 10).value = day("2026-06-10"); // done in the future
    sheet.getCell(18, 5).value = " 办公室　"; // blanks around
    sheet.getCell(21, 8).value = day("2025-10-31"); // overdue
  }

  const letters = book.addWorksheet("信访件");
  title(letters, "巡察移交信访件办理台账", 6);
  head(letters, 2, ["序号", "信访件内容", "承办单位", "办结期限", "办理结果", "办结时间"]);
  [
    ["反映某项目招标文件设置不合理", "项目管理科", "2025年9月底前", "已办结", "2025-09-12"],
    ["反映窗口服务态度问题", "行政审批科", "2025.8.31", "已办结", "2025/8/20"],
    ["反映某工程款结算问题", "规划财务科", "2025年12月31日", "正在办理", null],
  ].forEach((cells, i) => [i + 1, ...cells].forEach((value, c) => (letters.getCell(i + 3, c + 1).value = value)));
  frame(letters, 2, 1, 5, 6);
  [6, 34, 16, 18, 12, 14].forEach((width, i) => (letters.getColumn(i + 1).width = width));

  const people = book.addWorksheet("问责情况");
  head(people, 1, ["序号", "问责对象", "单位", "问责方式", "问责时间"]);
  [
    ["甲某", "项目管理科", "通报批评"],
    ["乙某", "规划财务科", "约谈提醒"],
    ["丙某", "行政审批科", "约谈提醒"],
    ["丁某", "办公室", "诫勉谈话"],
  ].forEach((cells, i) => [i + 1, ...cells, "2025年8月"].forEach((v, c) => (people.getCell(i + 2, c + 1).value = v)));
  frame(people, 1, 1, 5, 5);
  [6, 14, 18, 18, 14].forEach((width, i) => (people.getColumn(i + 1).width = width));

  unitSheet(book);
  await book.xlsx.writeFile(out(name));
}

/** A ledger of one sheet, as scripts/samples/families.mjs has it. */
async function drawFamily(name, { sheet: sheetName, title: text, stated, head: words, widths, merged, rows }) {
  const book = new ExcelJS.Workbook();
  book.creator = "taizhang";
  book.created = book.modified = day("2025-11-30");
  const cols = words.length;
  const sheet = book.addWorksheet(sheetName, {
    pageSetup: { paperSize: 8, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: "frozen", ySplit: 3 }],
  });
  title(sheet, text, cols);
  sheet.mergeCells(2, 1, 2, cols);
  sheet.getCell(2, 1).value = stated;
  head(sheet, 3, words);
  rows.forEach((cells, r) =>
    cells.forEach((value, c) => {
      const cell = sheet.getCell(r + 4, c + 1);
      const isDay = value !== null && typeof value === "object";
      cell.value = isDay ? day(value.day) : value === "" ? null : value;
      if (isDay) cell.numFmt = "yyyy-mm-dd";
    }),
  );
  for (const col of merged) {
    for (let from = 0; from < rows.length;) {
      let to = from + 1;
      while (to < rows.length && rows[to][col] === null) to++;
      if (to - from > 1) sheet.mergeCells(from + 4, col + 1, to + 3, col + 1);
      from = to;
    }
  }
  frame(sheet, 3, 1, rows.length + 3, cols);
  widths.forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  await book.xlsx.writeFile(out(name));
}

/** Names of samples to draw; all where none is given, for their bytes carry the hour at which they were drawn. */
const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);
for (const [name, faults] of [
  ["整改台账-示例.xlsx", false],
  ["整改台账-有问题的示例.xlsx", true],
]) {
  if (wanted(name)) await draw(name, faults);
}
for (const [name, family] of Object.entries(FAMILIES)) if (wanted(name)) await drawFamily(name, family);
