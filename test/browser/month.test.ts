/**
 * 月度 on the page: two months are compared, the change leads to its cell, the workbooks come as downloads; a kept period is
 * still there in the next month's file. Narrow and wide, light, dark and in the system's colours; nothing found by axe.
 */
import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { axe } from "./axe";
import { openPage, serve, shot, suiteOf, type Watched } from "./harness";

jest.setTimeout(240_000);

const at = (testid: string) => `[data-testid=${testid}]`;

/** A ledger as its office would save it as text. */
const ledger = (day: string, rows: readonly string[]) => ({
  mimeType: "text/csv",
  buffer: Buffer.from(
    ["某局整改台账,,,,,", `统计截止：${day},,,,,`, "序号,具体问题,责任单位,整改时限,整改状态,整改情况", ...rows].join(
      "\r\n",
    ),
  ),
});
const OCTOBER = {
  name: "10月.csv",
  ...ledger("2025年10月31日", [
    "1,某制度没有落实到位,办公室,2025-09-30,正在整改,正在修订",
    "2,某项账目长期没有核对,财务股,2025-11-30,正在整改,已联系对方",
    "3,某类培训组织不经常,人事股,2025-12-31,已完成,已组织两期",
    "4,某处设施管护不够,基建股,2026-06-30,正在整改,已列入计划",
  ]),
};
const NOVEMBER = {
  name: "11月.csv",
  ...ledger("2025年11月30日", [
    "1,某制度没有落实到位,办公室,2025-09-30,已完成,已印发",
    "2,某项账目长期没有核对,财务股,2025-12-31,正在整改,正在核对",
    "3,某类培训组织不经常,人事股,2025-12-31,正在整改,重新制定计划",
    "4,某处设施管护不够,基建股,2026-06-30,正在整改,已列入计划",
  ]),
};

const suite = suiteOf(serve);

async function openMonth(page: Page, file: typeof OCTOBER): Promise<void> {
  await page.setInputFiles(at("file-input"), file);
  await page.waitForSelector(at("ledger-pane"));
  await page.click(at("tab-month"));
  await page.waitForSelector(at("month-pane"));
}

async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(at(button))]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const sheetsOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes, { filter: ({ name }) => name === "xl/workbook.xml" })["xl/workbook.xml"]!);

function clean({ strangers, violations, errors }: Watched): void {
  expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
}

test("two months: what changed, its cell, the workbooks, the wall chart, a sample", async () => {
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 900 } });
  const { page } = watched;
  await openMonth(page, NOVEMBER);
  await page.waitForSelector(at("month-example"));
  await page.setInputFiles(at("old-file"), OCTOBER);
  await page.waitForSelector(at("changes"));
  expect(await page.textContent(at("month-paragraph"))).toContain("新增完成1个，完成后又退回1个");
  const moved = page.locator(`${at("change")}[data-type=deadlineMoved]`);
  expect(await moved.getAttribute("data-risk")).toBe("high");
  // Beside each other, not one below the other.
  const [gone, come] = await Promise.all(
    ["side-gone", "side-come"].map((side) => moved.locator(at(side)).boundingBox()),
  );
  expect(come!.x).toBeGreaterThan(gone!.x + gone!.width / 2);
  // By keyboard, as by mouse.
  await moved.locator(at("change-jump")).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-cell=D5][aria-selected=true]");
  expect(sheetsOf((await downloaded(page, "save-changes")).bytes)).toContain("变化明细");
  expect(sheetsOf((await downloaded(page, "save-stats")).bytes)).toContain("统计表");
  const wall = await downloaded(page, "save-wall");
  expect(wall.name).toMatch(/挂图\.html$/u);
  expect(strFromU8(wall.bytes)).toContain("data-cell");
  await page.click(at("draw-sample"));
  await page.waitForSelector(at("sample-item"));
  expect(sheetsOf((await downloaded(page, "save-sample")).bytes)).toContain("抽查表");
  await shot(page, "month-compared");
  clean(watched);
  await watched.close();
});

test("a period that was kept is the last one of the next month's file", async () => {
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 900 } });
  const { page } = watched;
  await openMonth(page, OCTOBER);
  await page.click(at("keep-period"));
  await page.waitForSelector(at("kept-periods"));
  await openMonth(page, NOVEMBER);
  await page.waitForSelector(at("changes"));
  expect(await page.textContent(at("old-name"))).toContain("10月.csv");
  expect(await page.locator(at("trend-row")).count()).toBe(2);
  clean(watched);
  await watched.close();
});

const LOOKS = [
  { width: 320, colorScheme: "light" },
  { width: 320, colorScheme: "dark", forcedColors: "active" },
  { width: 450, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;
test.each(LOOKS)("%o: not wider than the window, nothing found by axe, both languages", async (look) => {
  const { width, ...colours } = look;
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width, height: 900 }, ...colours });
  const { page } = watched;
  await openMonth(page, NOVEMBER);
  await page.setInputFiles(at("old-file"), OCTOBER);
  await page.waitForSelector(at("changes"));
  for (const lang of ["zh", "en"] as const) {
    await page.click(at("menu"));
    await page.click(at(`lang-${lang}`));
    await page.keyboard.press("Escape");
    const [scroll, client] = await page.locator("main").evaluate((e) => [e.scrollWidth, e.clientWidth]);
    expect({ lang, overflow: (scroll ?? 0) - (client ?? 0) }).toEqual({ lang, overflow: 0 });
    expect(await axe(page)).toEqual([]);
    await shot(page, `month-${width}-${look.colorScheme}-${"forcedColors" in look ? "forced-" : ""}${lang}`);
  }
  clean(watched);
  await watched.close();
});
