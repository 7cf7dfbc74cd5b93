/**
 * The month at a glance, and width: steps and next steps lead through the panes; the edge between sheet and panes moves by
 * keyboard and is remembered; documents take the main area; a cell is typed into where it stands.
 */
import path from "node:path";
import type { Page } from "playwright-core";
import { axe } from "./axe";
import { openPage, ROOT, serve, shot, suiteOf } from "./harness";

jest.setTimeout(180_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const at = (testid: string) => `[data-testid=${testid}]`;

const suite = suiteOf(serve);

type Look = Parameters<typeof openPage>[2];

async function opened(width: number, look: Look = {}) {
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width, height: 800 }, ...look });
  await watched.page.setInputFiles(at("file-input"), FAULTY);
  await watched.page.waitForSelector(at("month-strip"));
  return watched;
}

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("steps say what is open and lead to their panes, the next step on to the end; focus stays in the frame", async () => {
  const { page, errors, close } = await opened(1280);
  await page.waitForSelector(`${at("step-check")}[data-state=open]`);
  await page.click(at("step-check"));
  await page.waitForSelector(at("findings"));
  const label = (await page.getAttribute(at("step-check"), "title")) ?? "";
  expect(label).toMatch(/^有 \d+ 个错误待处理$/);
  const seen: string[] = [];
  for (const pane of ["tally", "summary", "notice", "proofread"]) {
    await page.click(at("next-step"));
    await page.waitForSelector(`${at(`tab-${pane}`)}[aria-selected=true]`);
    seen.push(await page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? ""));
  }
  expect(seen).toEqual(["panel", "panel", "panel", "panel"]);
  expect(await page.locator(at("next-step")).count()).toBe(0);
  await page.click(at("help-open"));
  await page.waitForSelector(at("help"));
  expect(await page.textContent(at("help"))).toContain("这一步怎么做");
  await page.keyboard.press("Escape");
  await page.waitForSelector(at("help"), { state: "detached" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "help-open");
  expect(errors).toEqual([]);
  await close();
});

test("the edge moves by keyboard and is remembered; documents have the main area", async () => {
  const { page, close } = await opened(1280);
  const width = () => page.locator(at("app")).evaluate((element) => Math.round(element.getBoundingClientRect().width));
  expect(await width()).toBe(440);
  await page.focus(at("pane-edge"));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  expect(await width()).toBe(488);
  await page.reload();
  await page.setInputFiles(at("file-input"), FAULTY);
  await page.waitForSelector(at("pane-edge"));
  await page.waitForFunction(() => document.querySelector("[data-testid=app]")!.getBoundingClientRect().width === 488);
  await page.click(at("tab-notice"));
  await page.waitForSelector(at("notice-main"));
  expect(await width()).toBeGreaterThan(1280 / 2);
  await close();
});

test("a cell is typed into in its place and undone like any edit", async () => {
  const { page, errors, close } = await opened(1280);
  await page.locator(`${at("sheet-grid")} [data-cell=B5]`).click();
  const before = (await page.textContent(at("cell-text"))) ?? "";
  await page.keyboard.press("F2");
  await page.waitForSelector(at("cell-editor"));
  await page.keyboard.press("Escape");
  await page.waitForSelector(at("cell-editor"), { state: "detached" });
  expect(await page.textContent(at("cell-text"))).toBe(before);
  await page.locator(`${at("sheet-grid")} [data-cell=B5]`).dblclick();
  await page.fill(at("cell-editor"), "某事项改写");
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    () => document.querySelector("[data-testid=sheet-grid] [data-cell=B5]")?.textContent === "某事项改写",
  );
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("cell-input");
  // Seen, and over: a step back or forth that is still under way takes no second press.
  const holds = (text: string) =>
    page.waitForFunction(
      (wanted) =>
        document.querySelector("[data-testid=sheet-grid] [data-cell=B5]")?.textContent === wanted &&
        document.querySelector("[data-steps][aria-busy=true]") === null,
      text,
    );
  await page.click(at("undo"));
  await holds(before);
  await page.keyboard.press("Control+y");
  await holds("某事项改写");
  await page.keyboard.press("Control+z");
  await holds(before);
  // A box that was typed into takes back its own typing, and the ledger stays.
  await page.keyboard.press("Control+y");
  await holds("某事项改写");
  await page.click(at("tab-check"));
  await page.locator(at("search")).pressSequentially("某");
  await page.keyboard.press("Control+z");
  expect(await page.inputValue(at("search"))).toBe("");
  await page.waitForTimeout(300);
  await holds("某事项改写");
  expect(errors).toEqual([]);
  await close();
});

test("the start screen knows the ledgers of before by name, and gives an empty one", async () => {
  const { page, close } = await opened(1280);
  await page.reload();
  await page.waitForSelector(at("recent-name"));
  expect(await page.locator(at("recent-name")).allTextContents()).toEqual([path.basename(FAULTY)]);
  await shot(page, "month-start");
  const download = page.waitForEvent("download");
  await page.click(at("start-new"));
  expect((await download).suggestedFilename()).toBe("整改台账-空白.xlsx");
  await close();
});

test.each<[string, number, Look]>([
  ["320", 320, {}],
  ["1280", 1280, {}],
  ["1280-dark", 1280, { colorScheme: "dark" }],
  ["1280-forced", 1280, { forcedColors: "active" }],
  ["1920", 1920, {}],
])("at %s nothing overflows and axe finds nothing", async (name, width, look) => {
  const { page, close } = await opened(width, look);
  for (const pane of ["ledger", "tally", "notice", "proofread"]) {
    await page.click(at(`tab-${pane}`));
    await page.waitForSelector(at(`${pane}-pane`));
    await page.waitForSelector(at("part-loading"), { state: "detached" });
    await shot(page, `month-${pane}-${name}`);
    expect(await overflows(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
  }
  await close();
});
