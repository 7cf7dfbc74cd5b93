/** Words of the office's own: taught in one press where they show, read with at once, undone, exported and imported. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { putLedger } from "../cli/run-cli";
import { openCard, openPage, serve, shot, suiteOf, type Watched } from "./harness";

jest.setTimeout(180_000);

const SHEET = {
  name: "整改台账",
  values: [
    ["序号", "问题", "包办科室", "整改时限", "整改状态"],
    [1, "某制度未落实", "办公室", "2025年12月底前", "过关"],
    [2, "某台账不全", "财务股", "2025年12月底前", "正在整改"],
    [3, "某会议少开", "人事股", "2025年12月底前", "过关"],
  ],
};

const suite = suiteOf(serve);
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-lexicon-"));
  file = await putLedger(path.join(folder, "台账.xlsx"), [SHEET]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const UNKNOWN = "[data-testid=finding][data-rule=status-unknown]";

async function openLedger(page: Page): Promise<void> {
  await page.setInputFiles("[data-testid=file-input]", file);
  await page.waitForSelector("[data-testid=ledger-counts]");
}

/** How wide the content is beyond the window: 0 where nothing is cut off. */
const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

describe.each([
  ["narrow", 320, "zh"],
  ["wide", 1280, "zh"],
  ["narrow", 320, "en"],
  ["wide", 1280, "en"],
] as const)("%s (%i px), %s", (name, width, lang) => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(suite.browser, suite.served.url, { viewport: { width, height: 760 } });
    page = watched.page;
    await openLedger(page);
    if (lang === "en") {
      await page.click("[data-testid=menu]");
      await page.click("[data-testid=lang-en]");
      await page.keyboard.press("Escape");
    }
    await page.click("[data-testid=tab-check]");
  });
  afterAll(() => watched?.close());

  test("an unknown status is taught in one press, and taken back in one", async () => {
    await page.waitForSelector(UNKNOWN);
    await openCard(page, "status-unknown");
    await page.locator(UNKNOWN).first().scrollIntoViewIfNeeded();
    expect(await overflow(page)).toBe(0);
    await shot(page, `lexicon-teach-${name}-${lang}`);
    await page.locator(`${UNKNOWN} [data-testid=teach-done]`).first().click();
    await page.waitForSelector(UNKNOWN, { state: "detached" });
    await shot(page, `lexicon-taught-${name}-${lang}`);
    await page.click("[data-testid=undo]");
    await page.waitForSelector(UNKNOWN);
    await openCard(page, "status-unknown");
    await page.locator(`${UNKNOWN} [data-testid=teach-done]`).first().click();
    await page.waitForSelector(UNKNOWN, { state: "detached" });
  });

  test("a header chosen by hand is remembered, and all words go out as a file", async () => {
    await page.click("[data-testid=tab-ledger]");
    await page.locator("[data-testid=columns-header]").first().click();
    await page.locator("select[data-testid=column-C]").first().selectOption("unit");
    await page.click("[data-testid=teach-column-C]");
    await page.waitForSelector("[data-testid=activity][data-action=teach][data-state=done]");
    expect(await overflow(page)).toBe(0);
    await shot(page, `lexicon-header-${name}-${lang}`);
    await page.click("[data-testid=menu]");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-testid=export-lexicon]")]);
    const exported = path.join(folder, `${name}-${lang}.json`);
    await download.saveAs(exported);
    expect(JSON.parse(readFileSync(exported, "utf8"))).toEqual({
      lexicon: { headers: { 包办科室: "unit" }, statuses: { 过关: "done" } },
    });
  });

  test("another computer takes the file in", async () => {
    const other = await openPage(suite.browser, suite.served.url, { viewport: { width, height: 760 } });
    try {
      await openLedger(other.page);
      await other.page.click("[data-testid=menu]");
      await other.page.setInputFiles("[data-testid=lexicon-input]", path.join(folder, `${name}-${lang}.json`));
      await other.page.keyboard.press("Escape");
      await other.page.click("[data-testid=tab-tally]");
      await other.page.waitForFunction(() =>
        /67%/.test(document.querySelector("[data-testid=rate-problem]")?.textContent ?? ""),
      );
    } finally {
      await other.close();
    }
  });
});
