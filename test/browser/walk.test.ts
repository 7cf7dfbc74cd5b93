/**
 * A month from end to end: a ledger is opened, a column corrected, ten findings are mended and one is ignored; rates, the
 * paragraph, the notice, the sign-off sheet, proofreading, saving. By keyboard alone with every press counted, on the page and in
 * the pane beside Excel; there by mouse, too, with every click counted.
 */
import path from "node:path";
import { Workbook } from "exceljs";
import type { Browser, Frame, FrameLocator, Page } from "playwright-core";
import type { ServedExcel } from "../excel-host/browser/serve-excel";
import { launch, openPage, ROOT, serve, type Served } from "./harness";
import { openPane, servePane } from "./pane-harness";

jest.setTimeout(240_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const at = (testid: string) => `[data-testid=${testid}]`;
const CURRENT = `${at("finding")}[data-current=true]`;

/** The faulty sample, with a column that may be meant by the deadline, too: J holds the days on which items were done. */
async function doubtfulLedger(): Promise<Buffer> {
  const book = new Workbook();
  await book.xlsx.readFile(FAULTY);
  book.worksheets[0]!.getCell("J4").value = "完成时限";
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What a clerk writes into the cell of a finding, by its rule and cell; "" takes what is suggested. */
const ANSWERS: Readonly<Record<string, string>> = {
  "unit-missing E7": "办公室",
  "unit-unknown E10": "项目管理科",
  "deadline-invalid H11": "2025年9月30日",
  "done-without-date J12": "2025年6月20日",
  "done-but-pending-text K12": "竣工验收完成，已归档。",
  "number-duplicate A16": "8",
  "status-unknown I16": "已完成",
  "done-in-future J17": "2025年6月10日",
  "space E18": "",
  "overdue H21": "2025年12月31日",
};

let browser: Browser;
let page: Served;
let pane: ServedExcel;
let ledger: Buffer;
beforeAll(async () => {
  page = await serve();
  pane = await servePane();
  browser = await launch();
  ledger = await doubtfulLedger();
});
afterAll(async () => {
  await browser?.close();
  page?.stop();
  await pane?.stop();
});

/** The open card and the list: what tells it again, and how far the list stands. */
interface Place {
  readonly name: string;
  readonly scroll: number;
  readonly height: number;
  readonly focused: boolean;
}

const placeOf = (frame: Page | Frame): Promise<Place | null> =>
  frame.evaluate((selector) => {
    const card = document.querySelector<HTMLElement>(selector);
    const main = document.querySelector("main");
    if (!card || !main) return null;
    return {
      name: `${card.dataset["rule"]} ${card.dataset["cell"]}`,
      scroll: main.scrollTop,
      height: card.getBoundingClientRect().height,
      focused: card.contains(document.activeElement),
    };
  }, CURRENT);

/** Waits until the finding that was open is settled, and another is open or none is left. */
const settled = (frame: Page | Frame, name: string) =>
  frame.waitForFunction(
    ([selector, before]) => {
      const card = document.querySelector<HTMLElement>(selector!);
      if (!card) return document.querySelector("[data-testid=finding]") === null;
      return `${card.dataset["rule"]} ${card.dataset["cell"]}` !== before && card.contains(document.activeElement);
    },
    [CURRENT, name] as const,
  );

/** Where a month is done: a window, and within it the page or the pane that has the keyboard. */
interface Desk {
  readonly window: Page;
  readonly within: Page | Frame;
}

/** Keys that are counted; what is typed is not. */
function keyboardOf({ window, within }: Desk) {
  let presses = 0;
  return {
    presses: () => presses,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        presses += 1;
        await window.keyboard.press(key);
        const lost = await within.evaluate(
          () => document.activeElement === null || document.activeElement === document.body,
        );
        if (lost) await within.waitForFunction(() => document.activeElement !== document.body);
      }
    },
    type: (text: string) => window.keyboard.insertText(text),
    /** Presses a key until something has the keyboard; a person sees it coming. */
    reach: async (key: string, testid: string) => {
      for (let turn = 0; turn < 12; turn += 1) {
        if (await within.evaluate((s) => document.activeElement?.matches(s) ?? false, at(testid))) return;
        presses += 1;
        await window.keyboard.press(key);
      }
      const where = await within.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      throw new Error(`${testid} is not reached by ${key}; the keyboard is at ${where}`);
    },
  };
}

type Keyboard = ReturnType<typeof keyboardOf>;
type Log = [string, number][];

/** The column that two may be meant by is said. */
async function sayColumn({ within }: Desk, keys: Keyboard): Promise<void> {
  await keys.reach("Tab", "column-J");
  // Chosen from the list of fields as a text is typed, which is told apart.
  await within.locator(at("column-J")).selectOption("doneDate");
  await within.waitForSelector(`${at("step-columns")}[data-state=done]`);
}

/** Ten findings mended, one ignored: two presses each at most. @returns what all of them took */
async function mendAll({ within }: Desk, keys: Keyboard): Promise<number> {
  const before = keys.presses();
  let mended = 0;
  let ignored = 0;
  for (let place = await placeOf(within); place !== null; place = await placeOf(within)) {
    const from = keys.presses();
    expect(place.focused).toBe(true);
    const answer = ANSWERS[place.name];
    if (answer === undefined) {
      await keys.press("Alt+i");
      await within.waitForFunction((s) => document.activeElement?.matches(s), `input${at("ignore-reason")}`);
      await keys.type("已核实");
      ignored += 1;
    } else {
      if (answer !== "") await keys.type(answer);
      mended += 1;
    }
    const stood = (await placeOf(within))!;
    await keys.press("Enter");
    await settled(within, place.name);
    expect(keys.presses() - from).toBeLessThanOrEqual(2);
    const after = await placeOf(within);
    if (after) expect(Math.abs(after.scroll - stood.scroll)).toBeLessThanOrEqual(stood.height);
  }
  expect({ mended, ignored }).toEqual({ mended: 10, ignored: 1 });
  return keys.presses() - before;
}

/** Rates, paragraph, notice, sign-off sheet, proofreading. */
async function toTheEnd({ window, within }: Desk, keys: Keyboard, mark: (what: string) => void): Promise<void> {
  // The first figure with its rows.
  await keys.press("Alt+n");
  await within.waitForSelector(at("tally-pane"));
  await keys.press("Tab", "Enter");
  await within.waitForSelector("[role=dialog]");
  await keys.press("Escape");
  await within.waitForSelector("[role=dialog]", { state: "detached" });
  mark("rates");
  await keys.press("Alt+n");
  await within.waitForSelector(at("summary-text"));
  await keys.reach("Tab", "copy-summary");
  await keys.press("Enter");
  await within.waitForSelector(`${at("activity")}[data-action=copyText][data-state=done]`);
  mark("paragraph");
  await keys.press("Alt+n");
  await within.waitForSelector(at("export-docx"));
  await keys.reach("Tab", "export-docx");
  const notice = window.waitForEvent("download");
  await keys.press("Enter");
  expect((await notice).suggestedFilename()).toMatch(/\.docx$/);
  mark("notice");
  await keys.reach("Tab", "signoff-docx");
  const signoff = window.waitForEvent("download");
  await keys.press("Enter");
  expect((await signoff).suggestedFilename()).toMatch(/\.docx$/);
  mark("sign-off");
  await keys.reach("Shift+Tab", "proofread-notice");
  await keys.press("Enter");
  await within.waitForSelector(at("proofreading"));
  mark("proofread");
}

test("by keyboard on the page: at most 40 presses, and two a finding", async () => {
  const watched = await openPage(browser, page.url, {
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const { page: window, errors } = watched;
  const desk = { window, within: window };
  const keys = keyboardOf(desk);
  let ofFindings = 0;
  const log: Log = [];
  const mark = (what: string) => void log.push([what, keys.presses() - ofFindings]);

  // Opened. Asked for long before: the browser takes a while to hand it over.
  const chooser = window.waitForEvent("filechooser");
  await window.waitForSelector(at("choose-file"));
  await window.waitForFunction((button) => document.activeElement?.matches(button), at("choose-file"));
  await keys.press("Enter");
  await (await chooser).setFiles({ name: "整改台账.xlsx", mimeType: "application/octet-stream", buffer: ledger });
  await window.waitForSelector(at("month-strip"));
  await window.waitForFunction((panel) => document.activeElement?.matches(panel), at("panel"));
  mark("opened");
  await sayColumn(desk, keys);
  mark("column");
  await keys.press("Alt+n");
  await window.waitForSelector(at("findings"));
  await keys.reach("Tab", "skip-to-findings");
  await keys.press("Enter", "Enter");
  await window.waitForSelector(CURRENT);
  mark("list");
  ofFindings = await mendAll(desk, keys);
  await toTheEnd(desk, keys, mark);
  const saved = window.waitForEvent("download");
  await keys.press("Control+s");
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
  mark("saved");
  // What each part took, by the sums so far: told where it is too much.
  expect(log[log.length - 1]![1] > 40 ? log : []).toEqual([]);
  expect(errors).toEqual([]);
  await watched.close();
});

test("by keyboard in the pane, with office.js's own way of Tab: at most 40 presses, and two a finding", async () => {
  const opened = await openPane(browser, pane, {
    file: ledger.toString("base64"),
    level: "1.14",
    width: 350,
    context: { acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] },
  });
  const within = await opened.frame();
  const desk = { window: opened.page, within };
  const keys = keyboardOf(desk);
  let ofFindings = 0;
  const log: Log = [];
  const mark = (what: string) => void log.push([what, keys.presses() - ofFindings]);
  await within.waitForSelector(at("month-strip"));
  // Excel gives the keyboard to the pane as a whole.
  await within.focus(at("tab-ledger"));
  await sayColumn(desk, keys);
  mark("column");
  await keys.press("Alt+n");
  await within.waitForSelector(at("findings"));
  await keys.reach("Tab", "skip-to-findings");
  await keys.press("Enter", "Enter");
  await within.waitForSelector(CURRENT);
  mark("list");
  ofFindings = await mendAll(desk, keys);
  await toTheEnd(desk, keys, mark);
  expect(log[log.length - 1]![1] > 40 ? log : []).toEqual([]);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

/** Clicks that are counted. */
function mouseOf(within: FrameLocator) {
  let clicks = 0;
  return {
    clicks: () => clicks,
    click: async (selector: string) => {
      clicks += 1;
      await within.locator(selector).first().click();
    },
  };
}

test("by mouse in the pane: at most two clicks a finding, and the month to its end", async () => {
  const opened = await openPane(browser, pane, { file: ledger.toString("base64"), level: "1.14", width: 350 });
  const { pane: within } = opened;
  const frame = await opened.frame();
  const mouse = mouseOf(within);
  await within.locator(`${at("app")}[data-phase=ready]`).waitFor();
  await within.locator(at("column-J")).selectOption("doneDate");
  await within.locator(at("month-strip")).waitFor();
  await mouse.click(at("step-check"));
  await within.locator(at("findings")).waitFor();
  await mouse.click(at("finding-head"));
  let mended = 0;
  for (let place = await placeOf(frame); place !== null; place = await placeOf(frame)) {
    const from = mouse.clicks();
    const answer = ANSWERS[place.name];
    let stood = place;
    if (answer === undefined) {
      await mouse.click(`${CURRENT} ${at("ignore")}`);
      stood = (await placeOf(frame))!;
      await within.locator(`input${at("ignore-reason")}`).fill("已核实");
      await mouse.click(at("ignore-confirm"));
    } else if (answer === "") await mouse.click(`${CURRENT} ${at("fix-one")}`);
    else {
      await within
        .locator(`${CURRENT} ${at("mend-value")}`)
        .first()
        .fill(answer);
      stood = (await placeOf(frame))!;
      await mouse.click(`${CURRENT} ${at("mend-apply")}`);
    }
    if (answer !== undefined) mended += 1;
    await settled(frame, place.name);
    expect(mouse.clicks() - from).toBeLessThanOrEqual(2);
    const after = await placeOf(frame);
    if (after) expect(Math.abs(after.scroll - stood.scroll)).toBeLessThanOrEqual(stood.height);
  }
  expect(mended).toBe(10);
  await mouse.click(at("step-tally"));
  await within.locator(`[data-testid^=rate-]`).first().waitFor();
  await mouse.click(at("step-summary"));
  await within.locator(at("summary-text")).waitFor();
  await mouse.click(at("step-notice"));
  await within.locator(at("export-docx")).waitFor();
  await mouse.click(at("proofread-notice"));
  await within.locator(at("proofreading")).waitFor();
  expect(opened.errors).toEqual([]);
  await opened.close();
});
