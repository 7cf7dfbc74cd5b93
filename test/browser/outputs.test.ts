/** 打印和上报 in a real Chromium: rates printed and saved as a picture; a form from above, .xlsx and .docx, filled. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { putLedger } from "../cli/run-cli";
import { makeDocx, paragraph } from "../hosts/file/docx/make-docx";
import { buildXlsx } from "../hosts/file/build";
import { axe } from "./axe";
import { launch, openPage, serve, shot, type Served, type Watched } from "./harness";

jest.setTimeout(180_000);

const LEDGER = {
  name: "问题整改台账",
  values: [
    ["××县某局党组巡察反馈问题整改台账"],
    ["填报单位：××县某局", null, null, null, "填报时间：2025.11.20"],
    ["序号", "具体问题", "责任单位", "整改时限", "整改状态"],
    [1, "某制度未落实", "办公室", "2025年6月底前", "已完成"],
    [2, "某台账不全", "财务科", "2025年12月底前", "已完成"],
    [3, "某会议少开", "人事科", "2025年12月底前", "正在整改"],
  ],
};
const FORM = {
  name: "情况统计表",
  values: [
    ["填报单位", "{单位全称}"],
    ["问题总数", "{反馈问题.总数}"],
    ["已完成", "｛反馈问题．已完成｝"],
    ["完成率", "{反馈问题.完成率}"],
  ],
};
const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

const at = (testId: string) => `[data-testid=${testId}]`;

let browser: Browser;
let served: Served;
let folder: string;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-outputs-"));
  const file = await putLedger(path.join(folder, "台账.xlsx"), [LEDGER]);
  browser = await launch();
  served = await serve();
  watched = await openPage(browser, served.url, { viewport: { width: 1280, height: 900 } });
  page = watched.page;
  await page.setInputFiles(at("file-input"), file);
  await page.waitForSelector(at("ledger-counts"));
  await page.click(at("tab-tally"));
  await page.waitForSelector(`${at("print-rates")}:not([disabled])`);
});
afterAll(async () => {
  await watched?.close();
  await browser?.close();
  served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function downloaded(press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const told = () => page.textContent(at("activity-text"));

test("the card stands in 统计, whole and accessible", async () => {
  await page.locator(at("tally-outputs")).scrollIntoViewIfNeeded();
  await shot(page, "outputs-card");
  expect(await axe(page)).toEqual([]);
});

test("rates are printed with their styles, within our policy", async () => {
  await page.click(at("print-rates"));
  await page.waitForSelector("iframe", { state: "attached" });
  const sheet = page.frames().find((frame) => frame !== page.mainFrame())!;
  const text = (await sheet.textContent("body")) ?? "";
  for (const said of ["整改完成率统计", "填报单位：××县某局", "反馈问题", "67%"]) expect(text).toContain(said);
  // A bar a row.
  expect(await sheet.locator("svg").count()).toBe(await sheet.locator("tbody tr").count());
  expect(await sheet.evaluate(() => getComputedStyle(document.querySelector("td")!).borderTopStyle)).toBe("solid");
  expect(await told()).toBe("已交给打印。");
});

test("rates are saved as a picture", async () => {
  const { name, bytes } = await downloaded(() => page.click(at("save-rates")));
  expect(name).toMatch(/^××县某局\d{4}年\d{1,2}月完成率统计\.png$/u);
  expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  // Twice the drawing's 960 at least would be sharper, once is the least.
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(960);
});

test("a workbook from above comes back filled, numbers as numbers", async () => {
  const buffer = Buffer.from(await buildXlsx([FORM]));
  const { name, bytes } = await downloaded(() =>
    page.setInputFiles(at("form-file"), { name: "统计表.xlsx", mimeType: TYPES.xlsx, buffer }),
  );
  expect(name).toBe("统计表-已填.xlsx");
  const rows = utils.sheet_to_json<unknown[]>(read(bytes).Sheets["情况统计表"]!, { header: 1 });
  expect(rows).toEqual([
    ["填报单位", "××县某局"],
    ["问题总数", 3],
    ["已完成", 2],
    ["完成率", "67%"],
  ]);
  expect(await told()).toContain("4");
});

test("a Word form from above comes back filled; what is open is said", async () => {
  const body = paragraph("共{反馈问题", ".总数}个，已完成｛反馈问题．已完成｝个，联系人{联系人}。");
  const buffer = Buffer.from(makeDocx(body));
  const { name, bytes } = await downloaded(() =>
    page.setInputFiles(at("form-file"), { name: "情况报告.docx", mimeType: TYPES.docx, buffer }),
  );
  expect(name).toBe("情况报告-已填.docx");
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"]!);
  expect(xml.replace(/<[^>]+>/gu, "")).toBe("共3个，已完成2个，联系人{联系人}。");
  expect(await told()).toContain("联系人");
});

test("facts come as lines and as Parquet", async () => {
  await page.click(at("tab-month"));
  await page.waitForSelector(`${at("save-facts")}:not([disabled])`);
  const { name, bytes } = await downloaded(() => page.click(at("save-facts")));
  expect(name).toMatch(/要素数据\.zip$/u);
  const parts = unzipSync(bytes);
  expect(strFromU8(parts["facts.ndjson"]!).trim().split("\n")).toHaveLength(3);
  for (const file of ["facts.parquet", "units.parquet"]) {
    const parquet = parts[file]!;
    expect([parquet.subarray(0, 4), parquet.subarray(-4)].map((ends) => strFromU8(ends))).toEqual(["PAR1", "PAR1"]);
  }
  await page.click(at("tab-tally"));
  await page.waitForSelector(`${at("print-rates")}:not([disabled])`);
});

test("a form without places is refused in one sentence, and nothing left the computer", async () => {
  const buffer = Buffer.from(makeDocx(paragraph("没有占位")));
  await page.setInputFiles(at("form-file"), { name: "空表.docx", mimeType: TYPES.docx, buffer });
  await page.waitForFunction(
    (where) => document.querySelector(where)?.textContent?.includes("没有占位") ?? false,
    at("activity-text"),
  );
  expect({ to: watched.strangers, csp: watched.violations, errors: watched.errors }).toEqual({
    to: [],
    csp: [],
    errors: [],
  });
});
