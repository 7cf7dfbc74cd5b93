/**
 * The built pane in Chromium: in an iframe beside the emulated Excel, on https, with the real office.js. The story a user
 * goes through, then what goes wrong around it: a colleague, a protected sheet, many rows, a reload half-way through
 * writing, an Office that is too old or missing.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator } from "playwright-core";
import { axe } from "./axe";
import { openCard, ROOT, suiteOf } from "./harness";
import { openPane, paneShot, servePane, type OpenedPane } from "./pane-harness";

jest.setTimeout(180_000);

const SHEET = "问题整改台账";
const FAULTY = readFileSync(path.join(ROOT, "samples/整改台账-有问题的示例.xlsx")).toString("base64");
const findingAt = (rule: string) => `[data-testid=finding][data-rule=${rule}]`;

const suite = suiteOf(servePane);

const HEADER = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "完成时间"];

/** A ledger of any length: every seventh unit has blanks around it, every fifth item is still open. */
function ledgerRows(count: number): (string | number)[][] {
  return [
    ["××县某局整改台账（统计截止：2025年11月30日）", "", "", "", "", "", ""],
    HEADER,
    ...Array.from({ length: count }, (_, index) => {
      const open = index % 5 === 0;
      return [
        index + 1,
        `第${index + 1}号问题：某项制度没有落实到位`,
        `逐项对照，制定第${index + 1}号办法`,
        index % 7 === 0 ? " 办公室 " : "财务科",
        open ? "2025年12月31日" : "2025年9月30日",
        open ? "正在整改" : "已完成",
        open ? "" : "2025年9月20日",
      ];
    }),
  ];
}

async function tab(pane: FrameLocator, name: string): Promise<void> {
  await pane.locator(`[data-testid=tab-${name}]`).click();
}

function expectClean(opened: OpenedPane): void {
  expect(opened.strangers).toEqual([]);
  expect(opened.violations).toEqual([]);
  expect(opened.errors).toEqual([]);
}

const unknownMembers = (opened: OpenedPane) => opened.page.evaluate(() => [...window.emulatedExcel.unknownMembers]);
const valueAt = (opened: OpenedPane, sheet: string, row: number, col: number) =>
  opened.page.evaluate(([s, r, c]) => window.emulatedExcel.workbook.sheet(s).valueAt(r, c), [sheet, row, col] as const);
const selection = (opened: OpenedPane) => opened.page.evaluate(() => window.emulatedExcel.workbook.selection);
const snapshot = (opened: OpenedPane) => opened.page.evaluate(() => JSON.stringify(window.emulatedExcel.snapshot()));

describe("the story, on the sample ledger", () => {
  let opened: OpenedPane;
  let pane: FrameLocator;
  let before: string;

  beforeAll(async () => {
    opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.14" });
    pane = opened.pane;
    before = await snapshot(opened);
  });
  afterAll(() => opened?.close());

  test("shows the ledger, checks by itself and lands on what is wrong, selecting nothing", async () => {
    await pane.locator("[data-testid=findings]").waitFor();
    await pane.locator("[data-testid=tab-check][aria-selected=true]").waitFor();
    expect(await pane.locator("[data-testid=count-error]").textContent()).toMatch(/[1-9]/);
    const frame = await opened.frame();
    expect(await frame.evaluate(() => performance.getEntriesByName("taizhang:ledger-shown").length)).toBeGreaterThan(0);
    expect(await selection(opened)).toEqual([{ top: 0, left: 0, bottom: 0, right: 0 }]);
  });

  test("reads the open workbook", async () => {
    await tab(pane, "ledger");
    expect(await pane.locator(`[data-testid='ledger-${SHEET}'] [data-testid=ledger-counts]`).textContent()).toContain(
      "12 项",
    );
    await paneShot(opened, "ledger");
  });

  test("a column corrected by hand is counted anew, and taken back", async () => {
    await pane.locator("[data-testid=columns-header]").first().click();
    await pane.locator("select[data-testid=column-I]").first().selectOption("");
    await pane.locator("text=没有找到：整改状态").waitFor();
    await pane.locator("select[data-testid=column-I]").first().selectOption("status");
    await pane.locator("text=没有找到：整改状态").waitFor({ state: "detached" });
  });

  test("checks, and a jump selects the cell in Excel", async () => {
    await tab(pane, "check");
    await pane.locator("[data-testid=findings]").waitFor();
    await pane
      .locator(`${findingAt("unit-missing")} button`)
      .first()
      .click();
    await opened.page.waitForFunction(() => window.emulatedExcel.workbook.selection[0]?.top === 6);
    expect(await selection(opened)).toEqual([{ top: 6, left: 4, bottom: 6, right: 4 }]);
    await paneShot(opened, "check");
  });

  test("marks cells by formats of ours and takes every one away again", async () => {
    await pane.locator("[data-testid=marks]").click();
    await opened.page.waitForFunction(
      (sheet) => window.emulatedExcel.workbook.sheet(sheet).conditionalFormats.length > 0,
      SHEET,
    );
    await paneShot(opened, "marks");
    await pane.locator("[data-testid=marks]").click();
    await opened.page.waitForFunction(
      (sheet) => window.emulatedExcel.workbook.sheet(sheet).conditionalFormats.length === 0,
      SHEET,
    );
    expect(await snapshot(opened)).toBe(before);
  });

  test("drop-downs for unit and status come with a press, and go with another", async () => {
    const rules = () =>
      opened.page.evaluate((sheet) => window.emulatedExcel.workbook.sheet(sheet).validations.size, SHEET);
    expect(await rules()).toBe(0);
    await pane.locator("[data-testid=lists]").click();
    await pane.locator("[data-testid=activity][data-action=lists][data-state=done]").waitFor();
    expect(await rules()).toBeGreaterThan(20);
    await pane.locator("[data-testid=lists]:checked").waitFor();
    await pane.locator("[data-testid=lists]").click();
    await pane.locator("[data-testid=lists]:not(:checked)").waitFor();
    expect(await snapshot(opened)).toBe(before);
  });

  test("a jump to a row that a filter hides says so, and shows it with one press", async () => {
    await opened.page.evaluate((name) => {
      const sheet = window.emulatedExcel.workbook.sheet(name);
      sheet.autoFilter = { id: "autoFilter", area: { top: 3, left: 0, bottom: 40, right: 11 }, filtered: new Set([6]) };
    }, SHEET);
    const isHidden = () => opened.page.evaluate((s) => window.emulatedExcel.workbook.sheet(s).isRowHidden(6), SHEET);
    await openCard(pane, "unit-unknown");
    await openCard(pane, "unit-missing");
    await pane.locator("[data-testid=reveal]").waitFor();
    expect(await isHidden()).toBe(true);
    await paneShot(opened, "filtered");
    await pane.locator("[data-testid=reveal]").click();
    await pane.locator("[data-testid=reveal]").waitFor({ state: "detached" });
    expect(await isHidden()).toBe(false);
    expect(await selection(opened)).toEqual([{ top: 6, left: 4, bottom: 6, right: 4 }]);
    // The filter itself stays, for all to choose from.
    expect(
      await opened.page.evaluate((name) => {
        const sheet = window.emulatedExcel.workbook.sheet(name);
        const stands = sheet.autoFilter !== null;
        sheet.autoFilter = null;
        return stands;
      }, SHEET),
    ).toBe(true);
  });

  test("fixes with a preview, and 撤销 puts the cell back", async () => {
    await pane.locator("[data-testid=fix-all-space]").click();
    await pane.locator("[data-testid=preview]").waitFor();
    await pane.locator("[data-testid=apply-preview]").click();
    await pane.locator(findingAt("space")).waitFor({ state: "detached" });
    expect(await valueAt(opened, SHEET, 17, 4)).toBe("办公室");
    await pane.locator("[data-testid=undo]").click();
    await pane.locator(findingAt("space")).waitFor();
    expect(await snapshot(opened)).toBe(before);
  });

  test("ignores with a reason", async () => {
    await openCard(pane, "overdue");
    await pane.locator("[data-testid=ignore]").click();
    await pane.locator("input[data-testid=ignore-reason]").fill("已报县委巡察办同意延期");
    await pane.locator("[data-testid=ignore-confirm]").click();
    await pane.locator("[data-testid=show-ignored]").waitFor();
    await pane.locator("input[data-testid=ignore-reason]").waitFor({ state: "detached" });
  });

  test("rates, with their rows selected in Excel", async () => {
    await tab(pane, "tally");
    await pane.locator("[data-testid=rate-problem]").click();
    await pane.locator("[data-testid=evidence-row]").first().waitFor();
    const rows = await pane.locator("[data-testid=evidence-row]").count();
    await pane.locator("[data-testid=evidence-select]").click();
    await opened.page.waitForFunction((count) => {
      const areas = window.emulatedExcel.workbook.selection;
      return areas.length > 0 && areas.every((area) => area.left === 0) && areas.length <= count;
    }, rows);
    await pane.locator("[data-testid=evidence]").waitFor({ state: "detached" });
    await paneShot(opened, "tally");
  });

  test("writes the paragraph, puts it into the chosen cell after saying what it replaces, and takes it back", async () => {
    await tab(pane, "summary");
    await pane.locator("[data-testid=summary-text]").waitFor();
    await pane.locator("input[data-testid=variable-巡察组]").fill("县委第一巡察组");
    await pane.locator("input[data-testid=write-anyway]").check();
    await pane.locator("[data-testid=insert-summary]:not([disabled])").waitFor();
    await opened.page.evaluate((sheet) => {
      const { workbook } = window.emulatedExcel;
      workbook.select(workbook.sheet(sheet), [{ top: 39, left: 1, bottom: 39, right: 1 }]);
    }, SHEET);
    await pane.locator("[data-testid=insert-summary]").click();
    await pane.locator("[data-testid=insert-confirm]").click();
    await opened.page.waitForFunction(
      (sheet) => String(window.emulatedExcel.workbook.sheet(sheet).valueAt(39, 1)).includes("反馈的12个具体问题"),
      SHEET,
    );
    expect(await valueAt(opened, SHEET, 39, 1)).toBe(await pane.locator("[data-testid=summary-text]").textContent());
    await paneShot(opened, "summary");
    await pane.locator("[data-testid=undo]").click();
    await opened.page.waitForFunction(
      (sheet) => (window.emulatedExcel.workbook.sheet(sheet).valueAt(39, 1) ?? "") === "",
      SHEET,
    );
  });

  test("a figure proves itself and selects its rows", async () => {
    await pane.locator("[data-metric='反馈问题.已完成']").first().click();
    await pane.locator("[data-testid=evidence-row]").first().waitFor();
    const done = Number(await pane.locator("[data-metric='反馈问题.已完成']").first().textContent());
    expect(await pane.locator("[data-testid=evidence-row]").count()).toBe(done);
    await pane.locator("[data-testid=evidence-select]").click();
    await pane.locator("[data-testid=evidence]").waitFor({ state: "detached" });
  });

  test("a colleague's edit is checked again", async () => {
    await tab(pane, "check");
    await pane.locator(findingAt("unit-missing")).first().waitFor();
    await opened.page.evaluate(
      (sheet) => window.emulatedExcel.workbook.type(sheet, 6, 4, [["组织人事科"]], "colleague"),
      SHEET,
    );
    await pane.locator(findingAt("unit-missing")).waitFor({ state: "detached" });
    await opened.page.evaluate((sheet) => window.emulatedExcel.workbook.type(sheet, 6, 4, [[""]], "colleague"), SHEET);
    await pane.locator(findingAt("unit-missing")).waitFor();
  });

  test("a protected sheet is left alone, and the pane says so", async () => {
    await opened.page.evaluate((sheet) => window.emulatedExcel.workbook.protect(sheet, true), SHEET);
    const locked = await snapshot(opened);
    await pane.locator("[data-testid=fix-all-space]").click();
    await pane.locator("[data-testid=apply-preview]").click();
    await pane.locator("[data-testid=left-alone]").waitFor();
    const said = (await pane.locator("[data-testid=left-alone]").textContent()) ?? "";
    expect(said).toContain(`${SHEET}!E18 工作表受保护，未改`);
    await pane.locator("[data-testid=preview]").waitFor({ state: "detached" });
    expect(await snapshot(opened)).toBe(locked);
    await paneShot(opened, "protected");
    await opened.page.evaluate((sheet) => window.emulatedExcel.workbook.protect(sheet, false), SHEET);
  });

  test("nothing was asked of any other place, no policy was broken, no unknown member used", async () => {
    expectClean(opened);
    expect(await unknownMembers(opened)).toEqual([]);
  });
});

describe("what a ribbon button asks for", () => {
  test.each([
    ["check", "[data-testid=findings]"],
    ["summary", "[data-testid=summary-text]"],
  ])("?do=%s opens with its result", async (command, result) => {
    const opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.13", do: command });
    await opened.pane.locator(result).waitFor();
    expectClean(opened);
    await opened.close();
  });
});

describe("the ribbon while the pane is open", () => {
  test("its buttons reuse the pane: what was begun is kept, and 打开 finds the pane where it was", async () => {
    const opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.14" });
    const { pane, page } = opened;
    const press = (asks: string) =>
      page.evaluate(
        (address) => window.emulatedExcel.open({ pane: address }),
        `${suite.served.panes}/taskpane.html${asks}`,
      );
    await pane.locator("[data-testid=findings]").waitFor();
    await tab(pane, "notice");
    const field = pane.locator("input[data-testid^=fact-]").first();
    await field.fill("××县某某局");
    // A press on the ribbon takes the keyboard from the pane, and what was typed is kept.
    await field.press("Tab");
    await pane.locator("[data-testid=activity][data-action=changeFacts][data-state=done]").waitFor();
    await press("?do=check");
    await pane.locator("[data-testid=findings]").waitFor();
    await press("?do=summary");
    await pane.locator("[data-testid=summary-text]").waitFor();
    await tab(pane, "notice");
    await pane.locator("[data-testid=notice-pane]").waitFor();
    await press("");
    await pane.locator("[data-testid=tab-notice][aria-selected=true]").waitFor();
    await field.waitFor();
    expect(await field.inputValue()).toBe("××县某某局");
    expect(await page.locator("#pane").count()).toBe(1);
    expectClean(opened);
    await opened.close();
  });
});

describe("around the story", () => {
  test("20,000 rows: progress, cancelled, then checked", async () => {
    const opened = await openPane(suite.browser, suite.served, {
      source: { name: "大台账.xlsx", sheets: [{ name: "台账", values: ledgerRows(20_000) }] },
      level: "1.17",
      do: "check",
    });
    const { pane } = opened;
    const frame = await opened.frame();
    // The bar and the button stand only for a moment: looked for at every change of the page.
    const cancelled = frame.evaluate(
      () =>
        new Promise<string | null>((resolve) => {
          const look = () => {
            const button = document.querySelector<HTMLElement>("[data-testid=cancel-check]");
            const bar = document.querySelector("[data-testid=checking] [role=progressbar][aria-valuenow]");
            if (!button || !bar) return;
            observer.disconnect();
            button.click();
            resolve(bar.getAttribute("aria-valuenow"));
          };
          const observer = new MutationObserver(look);
          observer.observe(document.documentElement, { childList: true, subtree: true, attributes: true });
        }),
    );
    await pane.locator("[data-testid=app][data-phase=ready]").waitFor({ timeout: 60_000 });
    expect(Number(await cancelled)).toBeGreaterThanOrEqual(0);
    await pane.locator("[data-testid=not-checked]").waitFor();
    await pane.locator("[data-testid=run-check]").click();
    await pane.locator("[data-testid=findings]").waitFor({ timeout: 60_000 });
    // Every seventh unit has blanks around it.
    expect(await pane.locator("[data-testid=fix-all-space]").textContent()).toContain("2858");
    expectClean(opened);
    await opened.close();
  });

  test("the pane is reloaded in the middle of writing: 撤销 puts everything back", async () => {
    const opened = await openPane(suite.browser, suite.served, {
      source: { sheets: [{ name: "台账", values: ledgerRows(60) }] },
      level: "1.14",
      do: "check",
    });
    const { pane, page } = opened;
    const before = await snapshot(opened);
    await pane.locator("[data-testid=fix-all-space]").click();
    await page.evaluate(() => {
      window.emulatedExcel.faults.killAfterWrites = 3;
    });
    await pane.locator("[data-testid=apply-preview]").click();
    await page.waitForFunction((text) => JSON.stringify(window.emulatedExcel.snapshot()) !== text, before);
    await page.evaluate(() => {
      window.emulatedExcel.faults.killAfterWrites = null;
      window.emulatedExcel.reload();
    });
    await pane.locator("[data-testid=unfinished]").waitFor();
    await paneShot(opened, "unfinished");
    await pane.locator("[data-testid=unfinished] button").click();
    await pane.locator("[data-testid=unfinished]").waitFor({ state: "detached" });
    expect(await snapshot(opened)).toBe(before);
    expectClean(opened);
    await opened.close();
  });

  test("a workbook without a ledger is said to have none", async () => {
    const opened = await openPane(suite.browser, suite.served, {
      source: {
        sheets: [
          {
            name: "通讯录",
            values: [
              ["姓名", "电话"],
              ["甲某", "内线"],
            ],
          },
        ],
      },
    });
    await opened.pane.locator("[data-testid=no-ledger]").waitFor();
    await paneShot(opened, "no-ledger");
    expectClean(opened);
    await opened.close();
  });

  test("an Excel below ExcelApi 1.13 gets one plain page", async () => {
    const opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.9" });
    await opened.pane.locator("[data-testid=too-old]").waitFor();
    expect(await opened.pane.locator("[data-testid=app]").count()).toBe(0);
    await paneShot(opened, "too-old");
    expectClean(opened);
    await opened.close();
  });

  test("opened in a browser, it points to the page", async () => {
    const context = await suite.browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(`${suite.served.panes}/taskpane.html`);
    await page.locator("[data-testid=not-excel]").waitFor();
    await context.close();
  });

  test("without office.js it says so", async () => {
    const context = await suite.browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.route("**/office.js", (route) => route.abort());
    await page.goto(`${suite.served.panes}/taskpane.html`);
    await page.locator("[data-testid=no-office]").waitFor();
    await context.close();
  });

  test("清除标记 on the ribbon works without the pane", async () => {
    const opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.14", do: "check" });
    const before = await snapshot(opened);
    await opened.pane.locator("[data-testid=findings]").waitFor();
    await opened.pane.locator("[data-testid=marks]").click();
    await opened.page.waitForFunction(
      (sheet) => window.emulatedExcel.workbook.sheet(sheet).conditionalFormats.length > 0,
      SHEET,
    );
    await opened.page.evaluate((pane) => window.emulatedExcel.open({ pane }), `${suite.served.panes}/commands.html`);
    // What Excel does on a press: it calls the function that the page has associated.
    await opened.page.waitForFunction(() => document.querySelector("iframe") !== null);
    const commands = await (await opened.page.waitForSelector("#pane")).contentFrame();
    if (!commands) throw new Error("commands.html has no frame");
    await commands.waitForFunction(() => typeof Office !== "undefined" && Office.context?.requirements !== undefined);
    const called = await commands.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const actions = Office.actions as unknown as {
            _association: { mappings: Record<string, (event: { completed: () => void }) => void> };
          };
          const find = () => {
            const clear = Object.entries(actions._association.mappings).find(
              ([name]) => name.toLowerCase() === "clearmarks",
            )?.[1];
            if (clear) clear({ completed: () => resolve("completed") });
            else setTimeout(find, 50);
          };
          find();
        }),
    );
    expect(called).toBe("completed");
    expect(await snapshot(opened)).toBe(before);
    await opened.close();
  });
});

describe("by keyboard alone, with office.js's own handling of Tab, Esc and F2", () => {
  test("reaches the check, a finding and its cell", async () => {
    const opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.14" });
    const { page, pane } = opened;
    await pane.locator("[data-testid=findings]").waitFor();
    const frame = await opened.frame();
    await frame.focus("[data-testid=undo], [data-testid=menu]");
    const focusOn = async (selector: string, key = "Tab") => {
      for (let press = 0; press < 80; press++) {
        if (await frame.evaluate((s) => document.activeElement?.closest(s) !== null, selector)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`${selector} cannot be reached by ${key}`);
    };
    await focusOn("[data-testid=finding]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (window.emulatedExcel.workbook.selection[0]?.top ?? 0) > 0);
    // Out of the text, and out of the card.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    // A menu opened by keyboard is closed by Esc.
    await focusOn("[data-testid=menu]", "Shift+Tab");
    await page.keyboard.press("Enter");
    await pane.locator("[data-testid=lang-en]").waitFor();
    await page.keyboard.press("Escape");
    await pane.locator("[data-testid=lang-en]").waitFor({ state: "detached" });
    // Only when nothing of ours is open does Esc lead back to Excel (15), and F2 into its cell (16).
    const notified = () =>
      page.evaluate(() => window.emulatedExcel.notified.filter((action) => action >= 13 && action <= 16));
    expect(await notified()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("F2");
    await page.waitForFunction(() => window.emulatedExcel.notified.includes(16));
    expect(await notified()).toEqual([15, 16]);
    expectClean(opened);
    await opened.close();
  });
});

describe("looks", () => {
  const looks = [
    { name: "light", options: { colorScheme: "light" as const } },
    { name: "dark", options: { colorScheme: "dark" as const } },
  ];
  test.each([320, 350].flatMap((width) => looks.map((look) => [width, look.name, look.options] as const)))(
    "%d px, %s: nothing is wider than the pane, nothing found by axe, both languages",
    async (width, name, context) => {
      const opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.14", width, context });
      const { pane } = opened;
      await pane.locator("[data-testid=app][data-phase=ready]").waitFor();
      const frame = await opened.frame();
      for (const lang of ["zh", "en"]) {
        await pane.locator("[data-testid=menu]").click();
        await pane.locator(`[data-testid=lang-${lang}]`).click();
        await opened.page.keyboard.press("Escape");
        for (const name_ of ["ledger", "check", "tally", "summary"]) {
          await tab(pane, name_);
          await pane.locator(`[data-testid=${name_}-pane]`).waitFor();
          const overflow = await pane.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
          expect({ name_, lang, overflow }).toEqual({ name_, lang, overflow: 0 });
          if (width === 320) expect({ name_, lang, axe: await axe(frame) }).toEqual({ name_, lang, axe: [] });
          await paneShot(opened, `${width}-${name}-${lang}-${name_}`);
        }
      }
      expectClean(opened);
      await opened.close();
    },
  );
});
