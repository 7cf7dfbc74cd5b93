/**
 * 收表汇总 in a real browser: several files and a whole folder, without a ledger and beside one, narrow and wide, in both
 * languages and by keyboard; nothing serious by axe.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { axe } from "./axe";
import { launch, openPage, serve, shot, type Served, type Watched } from "./harness";

jest.setTimeout(240_000);

const at = (testid: string) => `[data-testid=${testid}]`;

const csv = (rows: readonly string[]): Buffer =>
  Buffer.from(
    [
      "某局整改台账,,,,,",
      "统计截止：2025年11月30日,,,,,",
      "序号,具体问题,责任单位,整改时限,整改状态,整改情况",
      ...rows,
    ].join("\r\n"),
  );
const MASTER = csv([
  "1,某制度没有落实到位,办公室,2025-09-30,已完成,已印发",
  "2,某项账目长期没有核对,财务股,2025-12-31,正在整改,正在核对",
  "3,某类培训组织不经常,人事股,2025-12-31,正在整改,重新制定计划",
]);
const OFFICE = csv(["1,某制度没有落实到位,办公室,2025-09-30,正在整改,正在重新修订"]);
const FINANCE = csv(["2,某项账目长期没有核对,财务股,2025-12-31,已完成,已核对"]);

let browser: Browser;
let served: Served;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "collect-"));
  mkdirSync(path.join(folder, "报送/第二批"), { recursive: true });
  writeFileSync(path.join(folder, "报送/办公室.csv"), OFFICE);
  writeFileSync(path.join(folder, "报送/第二批/财务股.csv"), FINANCE);
  writeFileSync(path.join(folder, "报送/说明.txt"), "说明");
  writeFileSync(path.join(folder, "报送/坏的.xlsx"), "PK\u0003\u0004坏");
  served = await serve();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function clean({ strangers, violations, errors }: Watched): void {
  expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
}

async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(at(button))]);
  const parts = unzipSync(readFileSync(await download.path()));
  const text = Object.entries(parts).flatMap(([name, bytes]) => (/\.xml$/u.test(name) ? [strFromU8(bytes)] : []));
  return { name: download.suggestedFilename(), text: text.join("\n") };
}

const row = (page: Page, unit: string) => page.locator(`${at("unit-row")}[data-unit="${unit}"]`);

test("a folder becomes one ledger; who is missing is told by the list of units", async () => {
  const watched = await openPage(browser, served.url, { viewport: { width: 1280, height: 900 } });
  const { page } = watched;
  await page.click(at("start-month"));
  await page.waitForSelector(at("collect-zone"));
  await page.setInputFiles(at("collect-directory"), {
    ...{ name: "名录.txt", mimeType: "text/plain", buffer: Buffer.from("办公室\n财务股\n人事股") },
  });
  await page.setInputFiles(at("collect-folder"), path.join(folder, "报送"));
  await page.waitForSelector(at("unit-table"));
  expect(await row(page, "人事股").getAttribute("data-states")).toBe("missing");
  expect(await row(page, "").getAttribute("data-states")).toBe("unreadable");
  // By keyboard: the unit opens, and what is settled is settled.
  await row(page, "人事股").locator(at("unit-details")).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "settle-issue");
  await page.keyboard.press("Enter");
  await page.waitForSelector(`${at("collect-issue")}[data-settled=true]`);
  const merged = await downloaded(page, "save-merged");
  expect(merged.name).toBe("汇总台账.xlsx");
  expect(merged.text).toContain("报送/第二批/财务股.csv");
  await shot(page, "collect-merged");
  clean(watched);
  await watched.close();
});

test("answers for the open ledger: a conflict is decided, the copy and the report say so", async () => {
  const watched = await openPage(browser, served.url, { viewport: { width: 1280, height: 900 } });
  const { page } = watched;
  await page.setInputFiles(at("file-input"), { name: "总台账.csv", mimeType: "text/csv", buffer: MASTER });
  await page.waitForSelector(at("ledger-pane"));
  await page.click(at("tab-month"));
  await page.waitForSelector(at("collect-zone"));
  await page.setInputFiles(at("collect-files"), [
    { name: "办公室.csv", mimeType: "text/csv", buffer: OFFICE },
    { name: "财务股.csv", mimeType: "text/csv", buffer: FINANCE },
  ]);
  await page.waitForSelector(at("unit-table"));
  await row(page, "办公室").locator(at("unit-details")).click();
  await page.click(at("take-theirs"));
  await page.waitForSelector(at("conflict-decided"));
  const report = await downloaded(page, "save-fill-report");
  expect(report.text).toContain("经确认写入");
  expect(report.text).toContain("已核对");
  await shot(page, "collect-into");
  clean(watched);
  await watched.close();
});

const LOOKS = [
  { width: 320, colorScheme: "light" },
  { width: 450, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;
test.each(LOOKS)("%o: not wider than the window, nothing serious by axe, both languages", async (look) => {
  const { width, colorScheme } = look;
  const watched = await openPage(browser, served.url, { viewport: { width, height: 900 }, colorScheme });
  const { page } = watched;
  await page.click(at("start-month"));
  await page.waitForSelector(at("collect-zone"));
  await page.setInputFiles(at("collect-folder"), path.join(folder, "报送"));
  await page.waitForSelector(at("unit-table"));
  await row(page, "").locator(at("unit-details")).click();
  await page.waitForSelector(at("collect-issue"));
  for (const lang of ["zh", "en"] as const) {
    await page.click(at("menu"));
    await page.click(at(`lang-${lang}`));
    await page.keyboard.press("Escape");
    const [scroll, client] = await page.locator("main").evaluate((e) => [e.scrollWidth, e.clientWidth]);
    expect({ lang, overflow: (scroll ?? 0) - (client ?? 0) }).toEqual({ lang, overflow: 0 });
    expect(await axe(page)).toEqual([]);
    await shot(page, `collect-${width}-${colorScheme}-${lang}`);
  }
  clean(watched);
  await watched.close();
});
