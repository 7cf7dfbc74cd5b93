/**
 * The page in a real Chromium, served on localhost and as one file from file://: the whole story a user goes through,
 * nothing asked of any other place, nothing refused by our own policy, nothing found by axe.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { axe } from "./axe";
import { openCard, openPage, ROOT, serve, shot, suiteOf, type Watched } from "./harness";

jest.setTimeout(180_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");

const suite = suiteOf(serve);

/** Names of the sheets of a workbook, from its own workbook part. */
function sheetNames(bytes: Uint8Array): string[] {
  const part = unzipSync(bytes, { filter: (file) => file.name === "xl/workbook.xml" })["xl/workbook.xml"];
  return [...strFromU8(part ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
}

async function pick(page: Page, file: string): Promise<void> {
  await page.setInputFiles("[data-testid=file-input]", file);
  // The pane of the one before may stand until this one is read.
  await page.waitForSelector(`header >> text=${path.basename(file)}`);
  await page.waitForSelector("[data-testid=app][data-phase=ready]");
  await page.waitForSelector("[data-testid=ledger-pane]");
}

async function tab(page: Page, name: string): Promise<void> {
  await page.click(`[data-testid=tab-${name}]`);
}

const findingAt = (rule: string) => `[data-testid=finding][data-rule=${rule}]`;

describe.each(["localhost", "file"] as const)("the page from %s", (from) => {
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    const url = from === "localhost" ? suite.served.url : pathToFileURL(path.join(ROOT, "dist/web/台账助手.html")).href;
    watched = await openPage(suite.browser, url, { viewport: { width: 1280, height: 800 } });
    page = watched.page;
  });

  afterAll(async () => {
    await watched?.close();
  });

  test("starts with a place to drop a file, in Fluent's colours", async () => {
    await page.waitForSelector("[data-testid=drop-zone]");
    const colour = await page.locator("[data-testid=choose-file]").evaluate((e) => getComputedStyle(e).backgroundColor);
    expect(colour).toBe("rgb(15, 108, 189)");
    await shot(page, `${from}-start`);
    expect(await axe(page)).toEqual([]);
  });

  test("reads the picked file and shows the sheet beside the panes", async () => {
    await pick(page, FAULTY);
    await page.waitForSelector("[data-cell=A16]");
    expect(await page.textContent("[data-testid='ledger-问题整改台账'] [data-testid=ledger-counts]")).toContain(
      "12 项",
    );
    expect(await axe(page)).toEqual([]);
    await shot(page, `${from}-ledger`);
  });

  test("a column corrected by hand is counted anew, and taken back", async () => {
    await page.locator("[data-testid=columns-header]").first().click();
    await page.locator("select[data-testid=column-I]").first().selectOption("");
    await page.waitForSelector("text=没有找到：整改状态");
    await page.locator("select[data-testid=column-I]").first().selectOption("status");
    await page.waitForSelector("text=没有找到：整改状态", { state: "detached" });
    await shot(page, `${from}-columns`);
  });

  test("checks, jumps to the cell and marks it", async () => {
    await tab(page, "check");
    await page.waitForSelector("[data-testid=findings]");
    expect(Number(await page.textContent("[data-testid=count-error] span span"))).toBeGreaterThanOrEqual(5);
    await page
      .locator(`${findingAt("unit-missing")} button`)
      .first()
      .click();
    await page.waitForFunction(
      () => document.querySelector("[data-testid=cell-address]")?.textContent?.trim() === "E7",
    );
    await page.click("[data-testid=marks]");
    await page.waitForSelector("[role=gridcell][data-cell=E7][data-severity=error]");
    expect(await axe(page)).toEqual([]);
    await shot(page, `${from}-check`);
  });

  test("a ledger that is opened again is marked as it was left", async () => {
    await pick(page, FAULTY);
    await tab(page, "check");
    await page.waitForSelector("[role=gridcell][data-cell=E7][data-severity=error]");
    await page.click("[data-testid=marks]");
    await page.waitForSelector("[role=gridcell][data-cell=E7][data-severity]", { state: "detached" });
    await pick(page, FAULTY);
    await tab(page, "check");
    await page.waitForSelector("[data-testid=findings]");
    expect(await page.locator("[role=gridcell][data-cell=E7][data-severity]").count()).toBe(0);
  });

  test("fixes with a preview, and undoes it", async () => {
    await page.click("[data-testid=fix-all-space]");
    await page.waitForSelector("[data-testid=preview]");
    expect(await page.textContent("[data-testid=preview]")).toContain("E18");
    await page.click("[data-testid=apply-preview]");
    await page.waitForSelector(findingAt("space"), { state: "detached" });
    await page.click("[data-testid=undo]");
    await page.waitForSelector(findingAt("space"));
  });

  test("mends a cell by hand; the row is checked again", async () => {
    await openCard(page, "unit-missing");
    await page.fill("input[data-testid=mend-value]", "组织人事科");
    await page.keyboard.press("Enter");
    await page.waitForSelector(findingAt("unit-missing"), { state: "detached" });
    expect(await page.textContent("[data-cell=E7]")).toBe("组织人事科");
  });

  test("ignores with a reason, which is asked for", async () => {
    await openCard(page, "overdue");
    await page.click("[data-testid=ignore]");
    await page.click("[data-testid=ignore-confirm]");
    await page.waitForSelector("text=请写明理由");
    await page.fill("input[data-testid=ignore-reason]", "已报县委巡察办同意延期");
    await page.click("[data-testid=ignore-confirm]");
    await page.waitForSelector("[data-testid=show-ignored]");
  });

  test("rates, with their definition and rows", async () => {
    await tab(page, "tally");
    await page.waitForSelector("[data-testid=rate-problem]");
    await page.waitForSelector("[data-testid=month-bar]");
    await page.click("[data-testid=rate-problem]");
    await page.waitForSelector("[data-testid=evidence-row]");
    expect(await page.textContent("[data-testid=evidence-count]")).toMatch(/占 12 项/);
    await page.keyboard.press("Escape");
    await page.waitForSelector("[data-testid=evidence]", { state: "detached" });
    expect(await axe(page)).toEqual([]);
    await shot(page, `${from}-tally`);
  });

  test("writes the paragraph; a figure proves itself and selects its rows", async () => {
    await tab(page, "summary");
    await page.waitForSelector("[data-testid=summary-text]");
    await page.fill("input[data-testid=variable-巡察组]", "县委第一巡察组");
    await page.waitForFunction(() =>
      document.querySelector("[data-testid=summary-text]")?.textContent?.startsWith("县委第一巡察组反馈的12个具体问题"),
    );
    expect(await page.isDisabled("[data-testid=copy-summary]")).toBe(true);
    await page.check("input[data-testid=write-anyway]");
    await page.waitForSelector("[data-testid=copy-summary]:not([disabled])");
    await page.locator("[data-metric='反馈问题.已完成']").click();
    const done = Number(await page.textContent("[data-metric='反馈问题.已完成']"));
    expect(await page.locator("[data-testid=evidence-row]").count()).toBe(done);
    await page.click("[data-testid=evidence-select]");
    await page.waitForSelector("[data-cell=A5][aria-selected=true]");
    expect(await axe(page)).toEqual([]);
    await shot(page, `${from}-summary`);
  });

  test("downloads an annotated copy that opens again, and a clean one without anything of ours", async () => {
    const download = async (which: string) => {
      await page.click("[data-testid=download]");
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(`[data-testid=download-${which}]`)]);
      const saved = path.join(ROOT, "test/out", `${from}-${which}.xlsx`);
      await file.saveAs(saved);
      return { name: file.suggestedFilename(), bytes: readFileSync(saved), saved };
    };
    const annotated = await download("annotated");
    expect(annotated.name).toBe("整改台账-有问题的示例-核验.xlsx");
    const clean = await download("clean");
    expect(clean.bytes.length).toBeGreaterThan(1000);
    expect(sheetNames(annotated.bytes)).toContain("核验报告");
    expect(sheetNames(clean.bytes)).not.toContain("核验报告");
    await pick(page, annotated.saved);
    expect(await page.textContent("[data-testid='ledger-问题整改台账'] [data-testid=ledger-counts]")).toContain(
      "12 项",
    );
    // Our own report sheet is never taken for a ledger.
    expect(await page.locator("[data-testid='ledger-核验报告']").count()).toBe(0);
  });

  test("an unusable file gets one sentence and takes nothing away; another file can be opened", async () => {
    await page.setInputFiles("[data-testid=file-input]", {
      name: "说明.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7 x"),
    });
    await page.waitForSelector("[data-testid=activity][data-action=open][data-state=failed]");
    expect(await page.textContent("[data-testid=activity]")).toContain("说明.pdf");
    expect(await page.textContent("header")).not.toContain("说明.pdf");
    await shot(page, `${from}-failure`);
    await pick(page, FAULTY);
  });

  test("nothing left this computer, nothing broke our own policy, no errors", () => {
    expect(watched.strangers).toEqual([]);
    expect(watched.violations).toEqual([]);
    expect(watched.errors).toEqual([]);
  });
});

describe("by keyboard alone", () => {
  test("opens a sample, checks it and reaches a finding", async () => {
    const watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 350, height: 760 } });
    const { page } = watched;
    await page.waitForSelector("[data-testid=start]");
    const focusOn = async (selector: string) => {
      for (let i = 0; i < 60; i++) {
        if (await page.evaluate((s) => document.activeElement?.closest(s) !== null, selector)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${selector} cannot be reached by Tab`);
    };
    await focusOn("[data-testid=sample-sampleFaulty]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=ledger-pane]");
    await focusOn("[data-testid=go-check]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=findings]");
    await focusOn("[data-testid=finding]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=finding-body]");
    await page.keyboard.press("Escape");
    for (
      let i = 0;
      i < 20 && !(await page.evaluate(() => document.activeElement?.matches("[data-testid=in-sheet]")));
      i++
    )
      await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=sheet-view]");
    await watched.close();
  });
});

describe("the language", () => {
  test("is the person's: it stays when a ledger is opened, and at the next visit", async () => {
    const watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 350, height: 760 } });
    const { page } = watched;
    await page.click("[data-testid=menu]");
    await page.click("[data-testid=lang-en]");
    await page.keyboard.press("Escape");
    await page.click("[data-testid=sample-sampleFaulty]");
    await page.waitForSelector("[data-testid=ledger-pane]");
    expect(await page.textContent("[data-testid=tab-check]")).toContain("Check");
    await page.reload();
    await page.waitForSelector("text=Open a rectification ledger");
    await watched.close();
  });
});

describe("looks", () => {
  const widths = [320, 350, 450, 1280];
  const looks = [
    { name: "light", options: { colorScheme: "light" as const } },
    { name: "dark", options: { colorScheme: "dark" as const } },
    { name: "contrast", options: { colorScheme: "dark" as const, forcedColors: "active" as const } },
  ];
  test.each(widths.flatMap((width) => looks.map((look) => [width, look.name, look.options] as const)))(
    "%d px, %s: no pane is wider than the window, nothing found by axe, both languages",
    async (width, name, options) => {
      const watched = await openPage(suite.browser, suite.served.url, { viewport: { width, height: 760 }, ...options });
      const { page } = watched;
      await page.click("[data-testid=sample-sampleFaulty]");
      await page.waitForSelector("[data-testid=ledger-pane]");
      for (const lang of ["zh", "en"] as const) {
        await page.click("[data-testid=menu]");
        await page.click(`[data-testid=lang-${lang}]`);
        await page.keyboard.press("Escape");
        for (const pane of ["ledger", "check", "tally", "month", "summary", "notice", "proofread"]) {
          await tab(page, pane);
          await page.waitForSelector(`[data-testid=${pane}-pane]`);
          const [scroll, client] = await page.locator("main").evaluate((e) => [e.scrollWidth, e.clientWidth]);
          expect({ pane, lang, overflow: (scroll ?? 0) - (client ?? 0) }).toEqual({ pane, lang, overflow: 0 });
          if (width === 320) expect({ pane, lang, axe: await axe(page) }).toEqual({ pane, lang, axe: [] });
          await shot(page, `${width}-${name}-${lang}-${pane}`);
        }
      }
      // What is still to be filled in is text like any other, also where the colours are the system's.
      await tab(page, "summary");
      const [place, around] = await page
        .locator("[data-testid=summary-text] mark")
        .first()
        .evaluate((mark) => [mark, mark.parentElement!].map((element) => getComputedStyle(element).color));
      expect(place).toBe(around);
      await watched.close();
    },
  );
});
