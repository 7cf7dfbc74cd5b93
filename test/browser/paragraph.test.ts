/** Last month's paragraph pasted into the page: matched, asked, used; figures put in; the notice keeps its headings. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { putLedger } from "../cli/run-cli";
import { openPage, serve, shot, suiteOf, type Watched } from "./harness";

jest.setTimeout(180_000);

const SHEET = {
  name: "问题整改台账",
  values: [
    ["序号", "具体问题", "责任单位", "整改时限", "整改状态", "追缴资金（万元）"],
    [1, "某制度未落实", "办公室", "2025年6月底前", "已完成", 10.5],
    [2, "某台账不全", "财务科", "2025年12月底前", "阶段性完成", 25.1],
    [3, "某会议少开", "人事科", "2025年12月底前", "正在整改", null],
  ],
};
const PARAGRAPH = "截至10月31日，反馈问题3个，已完成0个，未完成3个，追缴资金10.5万元，召开推进会4次。";

const suite = suiteOf(serve);
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-paragraph-"));
  file = await putLedger(path.join(folder, "台账.xlsx"), [SHEET]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How wide the content is beyond the window: 0 where nothing is cut off. */
const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

describe.each([
  ["narrow", 320, "zh"],
  ["wide", 1280, "zh"],
  ["narrow", 320, "en"],
] as const)("%s (%i px), %s", (name, width, lang) => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(suite.browser, suite.served.url, { viewport: { width, height: 760 } });
    page = watched.page;
    await page.setInputFiles("[data-testid=file-input]", file);
    await page.waitForSelector("[data-testid=ledger-counts]");
    if (lang === "en") {
      await page.click("[data-testid=menu]");
      await page.click("[data-testid=lang-en]");
      await page.keyboard.press("Escape");
    }
    await page.click("[data-testid=tab-summary]");
    await page.waitForSelector("[data-testid=summary-text]");
  });
  afterAll(() => watched?.close());

  test("the fitting style is suggested, and the notice keeps its headings", async () => {
    await page.waitForSelector("[data-testid=suggested-style]");
    expect(await overflow(page)).toBe(0);
    await shot(page, `paragraph-styles-${name}-${lang}`);
    await page.click("[data-testid=take-suggestion]");
    await page.waitForSelector("[data-testid=suggested-style]", { state: "detached" });
    await page.click("[data-testid=tab-notice]");
    await page.waitForSelector("[data-testid=notice-style]");
    const chosen = page.locator("select[data-testid=notice-style], [data-testid=notice-style] select").first();
    expect(await chosen.inputValue()).toBe("rate");
    expect(await overflow(page)).toBe(0);
    await shot(page, `paragraph-notice-${name}-${lang}`);
    await page.click("[data-testid=tab-summary]");
  });

  test("a paragraph is pasted, answered with the keyboard, and used", async () => {
    await page.focus("[data-testid=paste-paragraph]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=paste-dialog]");
    await page.locator("textarea[data-testid=pasted], [data-testid=pasted] textarea").first().fill(PARAGRAPH);
    await page.click("[data-testid=match]");
    await page.waitForSelector("[data-testid=doubt]");
    expect(await overflow(page)).toBe(0);
    await shot(page, `paragraph-matched-${name}-${lang}`);
    await page.locator("[data-testid=doubt] input[type=radio]").first().focus();
    await page.keyboard.press("Space");
    await page.click("[data-testid=use-template]");
    await page.waitForSelector("[data-testid=paste-dialog]", { state: "detached" });
    await page.waitForFunction(() =>
      /反馈问题3个，已完成1个，未完成2个，追缴资金35.6万元，召开推进会4次。/.test(
        document.querySelector("[data-testid=summary-text]")?.textContent ?? "",
      ),
    );
    expect(await overflow(page)).toBe(0);
    await page.click("[data-testid=insert-figure]");
    await page.waitForSelector("[data-testid=figure-to-insert]");
    await shot(page, `paragraph-insert-${name}-${lang}`);
    await page.keyboard.press("Escape");
    expect(watched.errors).toEqual([]);
  });
});
