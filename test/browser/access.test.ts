/**
 * Every pane and dialog, on the page and beside Excel, in light, dark and the system's own colours, in both languages: axe
 * finds nothing whatever its weight, nothing is wider than its place, there is one h1 and one main landmark, and the keyboard
 * is never nowhere. Then without colours: at zooms of 200 and 400 %.
 */
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import type { ServedExcel } from "../excel-host/browser/serve-excel";
import { axe } from "./axe";
import { launch, openPage, ROOT, serve, SHOTS, type Served } from "./harness";
import { openPane, servePane } from "./pane-harness";

jest.setTimeout(300_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const TIDY = path.join(ROOT, "samples/整改台账-示例.xlsx");
const at = (testid: string) => `[data-testid=${testid}]`;

let browser: Browser;
let page: Served;
let excel: ServedExcel;
beforeAll(async () => {
  page = await serve();
  excel = await servePane();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  page?.stop();
  await excel?.stop();
});

/** What is looked at, in which window, and what is wrong there. */
interface Seen {
  readonly within: Page | Frame;
  readonly window: Page;
  readonly name: string;
  readonly faults: Record<string, readonly string[]>;
}

async function look({ within, window, name, faults }: Seen, where: string): Promise<void> {
  await within.waitForSelector(at("part-loading"), { state: "detached" });
  const found = await axe(within);
  const own = await within.evaluate(() => {
    const wide = (element: Element | null) => (element === null ? 0 : element.scrollWidth - element.clientWidth);
    const bar = document.querySelector("header");
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.offsetParent !== null).length;
    // What lies behind a dialog or menu is out of reach, and so are its landmarks.
    const covered = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
    return [
      wide(document.documentElement) > 0 ? "wider than its place" : "",
      wide(document.querySelector("main")) > 0 ? "main is wider than its place" : "",
      bar !== null && bar.scrollHeight > bar.clientHeight ? "the bar is squeezed" : "",
      wide(document.querySelector("[role=dialog]")) > 0 ? "the dialog is wider than its place" : "",
      ...[...document.querySelectorAll<HTMLElement>("button, [role=tab], h1, h2, h3")]
        // What only readers aloud are told is a pixel wide.
        .filter((each) => each.offsetParent !== null && each.clientWidth > 1)
        .filter((each) => getComputedStyle(each).textOverflow !== "ellipsis")
        .filter((each) => getComputedStyle(each).overflowX !== "visible" && wide(each) > 0)
        .map((each) => `cut off: ${each.textContent}`),
      !covered && shown("h1") !== 1 ? `${shown("h1")} h1` : "",
      !covered && shown("main") !== 1 ? `${shown("main")} main` : "",
      document.activeElement === null || document.activeElement === document.body ? "the keyboard is nowhere" : "",
    ].filter((fault) => fault !== "");
  });
  if (found.length + own.length > 0) faults[where] = [...own, ...found];
  mkdirSync(SHOTS, { recursive: true });
  const file = path.join(SHOTS, `access-${name}-${where}.png`);
  if (within === window) await window.screenshot({ path: file });
  else await window.locator("#pane").screenshot({ path: file });
}

/** Goes through all there is, from the opened ledger on. */
async function walk(seen: Seen, lang: "zh" | "en"): Promise<void> {
  const { within, window } = seen;
  const click = (selector: string) => within.locator(selector).first().click();
  const gone = (selector: string) => within.waitForSelector(selector, { state: "detached" });
  const close = async (selector: string) => {
    await window.keyboard.press("Escape");
    await gone(selector);
  };
  const tab = async (name: string, shows: string) => {
    await click(at(`tab-${name}`));
    await within.waitForSelector(shows);
  };
  await click(at("menu"));
  await within.waitForSelector(at(`lang-${lang}`));
  await look(seen, "menu");
  await click(at(`lang-${lang}`));
  if ((await within.locator(at(`lang-${lang}`)).count()) > 0) await close(at(`lang-${lang}`));
  await tab("ledger", at("ledger-pane"));
  await look(seen, "ledger");
  await click(at("help-open"));
  await within.waitForSelector(at("help"));
  await look(seen, "help");
  await close(at("help"));

  await tab("check", at("findings"));
  await click(at("finding-head"));
  await within.waitForSelector(at("finding-body"));
  await click(at("why"));
  await look(seen, "check-why");
  await click(at("ignore"));
  await look(seen, "check-ignore");
  await click(at("fix-all-space"));
  await within.waitForSelector(at("preview"));
  await look(seen, "check-preview");
  await window.keyboard.press("Escape");

  await tab("tally", at("tally-pane"));
  await look(seen, "tally");
  await click("[data-testid^=rate-]");
  await within.waitForSelector(at("evidence"));
  await look(seen, "evidence");
  await close(at("evidence"));
  await tab("month", at("month-pane"));
  await look(seen, "month");
  await tab("summary", at("summary-pane"));
  await look(seen, "summary");
  await tab("notice", at("export-docx"));
  await look(seen, "notice");
  await click(at("proofread-notice"));
  await within.waitForSelector(at("proofreading"));
  await look(seen, "proofread");
}

/** Dialogs and notices that the walk does not come by: of the menu, the template, the draft, unsaved edits, the store. */
async function walkDialogs(seen: Seen, lang: "zh" | "en"): Promise<void> {
  const { within, window } = seen;
  const click = (selector: string) => within.locator(selector).first().click();
  const closeBy = async (way: () => Promise<void>, selector: string) => {
    await way();
    await within.waitForSelector(selector, { state: "detached" });
  };
  const escape = () => window.keyboard.press("Escape");
  await click(at("menu"));
  await click(at(`lang-${lang}`));
  if ((await within.locator(at(`lang-${lang}`)).count()) > 0) await closeBy(escape, at(`lang-${lang}`));
  await within.waitForSelector(at("storage"));
  await look(seen, "storage");
  await click(at("storage-close"));
  for (const [item, dialog, close] of [
    ["show-licences", "licences-text", escape],
    ["forget", "forget-question", () => click(at("question-cancel"))],
    ["shared", "share-question", () => click(at("question-cancel"))],
  ] as const) {
    await click(at("menu"));
    await click(at(item));
    await within.waitForSelector(at(dialog));
    await look(seen, dialog);
    await closeBy(close, at(dialog));
    if ((await within.locator(at(item)).count()) > 0) await closeBy(escape, at(item));
  }
  await click(at("tab-summary"));
  await click(at("paste-paragraph"));
  await within.waitForSelector(at("paste-dialog"));
  await look(seen, "paste");
  await within.locator(at("pasted")).fill("县委巡察组反馈的12个具体问题，已完成整改6个，整改完成率50%。");
  await click(at("match"));
  await within.waitForSelector(at("use-template"));
  // What was pressed is gone: the dialog has the keyboard, and Escape still closes it.
  await within.waitForFunction(() => document.activeElement?.closest("[role=dialog]") !== null);
  await look(seen, "paste-matched");
  await closeBy(escape, at("paste-dialog"));
  await click(at("tab-proofread"));
  await within.locator(at("paste")).fill("关于整改进展情况的通报\n反馈的12个问题，已完成8个，正在整改3个。");
  await look(seen, "draft-start");
  await click(at("proofread"));
  await click(`${at("proof-finding")} button`);
  await click(at("ignore-proof"));
  await within.waitForSelector(at("ignore-confirm"));
  await look(seen, "ignore-proof");
  await closeBy(escape, at("ignore-confirm"));
  await click(at("tab-check"));
  await click(`${at("finding")}[data-rule=unit-missing] ${at("finding-head")}`);
  await within.locator(at("mend-value")).first().fill("办公室");
  await window.keyboard.press("Enter");
  await within.waitForSelector(at("unsaved"));
  await window.setInputFiles(at("file-input"), TIDY);
  await within.waitForSelector(at("leave-question"));
  await look(seen, "unsaved");
}

const LIGHT = { colorScheme: "light" } as const;
const DARK = { colorScheme: "dark" } as const;
const FORCED = { colorScheme: "dark", forcedColors: "active" } as const;

/** Each colour in each width and each language, and each width in each language. */
const onPage = [
  [320, "light", "zh", LIGHT],
  [1280, "light", "en", LIGHT],
  [320, "dark", "en", DARK],
  [1280, "dark", "zh", DARK],
  [320, "forced", "zh", FORCED],
  [1280, "forced", "en", FORCED],
] as const satisfies readonly (readonly [number, string, "zh" | "en", BrowserContextOptions])[];
test.each(onPage)("the page, %d px, %s, %s", async (width, colours, lang, options) => {
  const watched = await openPage(browser, page.url, { viewport: { width, height: 800 }, ...options });
  const faults: Seen["faults"] = {};
  const seen = { within: watched.page, window: watched.page, name: `page-${width}-${colours}-${lang}`, faults };
  await watched.page.waitForFunction((button) => document.activeElement?.matches(button), at("choose-file"));
  await look(seen, "start");
  await watched.page.setInputFiles(at("file-input"), FAULTY);
  await watched.page.waitForSelector(at("month-strip"));
  await walk(seen, lang);
  expect(faults).toEqual({});
  expect(watched.errors).toEqual([]);
  await watched.close();
});

/** A browser that keeps nothing. */
const refuse = () => {
  IDBFactory.prototype.open = () => {
    throw new DOMException("no", "SecurityError");
  };
};
test.each([
  [320, "light", "en", LIGHT],
  [320, "forced", "zh", FORCED],
  [1280, "dark", "en", DARK],
] as const)("dialogs on the page, %d px, %s, %s", async (width, colours, lang, options) => {
  const watched = await openPage(browser, page.url, { viewport: { width, height: 800 }, ...options });
  await watched.page.evaluate(refuse);
  const faults: Seen["faults"] = {};
  const name = `dialogs-${width}-${colours}-${lang}`;
  await watched.page.setInputFiles(at("file-input"), FAULTY);
  await watched.page.waitForSelector(at("month-strip"));
  await walkDialogs({ within: watched.page, window: watched.page, name, faults }, lang);
  expect(faults).toEqual({});
  await watched.close();
});

const beside = [
  ["light", "en", LIGHT],
  ["dark", "zh", DARK],
  ["forced", "en", FORCED],
] as const;
test.each(beside)("beside Excel, 320 px, %s, %s", async (colours, lang, context) => {
  const file = readFileSync(FAULTY).toString("base64");
  const opened = await openPane(browser, excel, { file, level: "1.14", width: 320, context });
  const faults: Seen["faults"] = {};
  await opened.pane.locator(at("findings")).waitFor();
  await walk({ within: await opened.frame(), window: opened.page, name: `pane-${colours}-${lang}`, faults }, lang);
  expect(faults).toEqual({});
  expect(opened.errors).toEqual([]);
  await opened.close();
});

// A window of 1280 px at 400 % has 320 px for the page; texts alone at 200 % have the width that they had.
test.each([
  ["400 %", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, 1],
  ["200 %", { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 }, 1],
  ["texts at 200 %", { viewport: { width: 1280, height: 800 } }, 2],
] as const)("zoomed to %s", async (name, options, text) => {
  const watched = await openPage(browser, page.url, options);
  await watched.page.evaluate((factor) => {
    document.documentElement.style.fontSize = `${16 * factor}px`;
  }, text);
  const faults: Seen["faults"] = {};
  await watched.page.setInputFiles(at("file-input"), FAULTY);
  await watched.page.waitForSelector(at("month-strip"));
  await walk({ within: watched.page, window: watched.page, name: `zoom-${name.replace(/\W+/g, "")}`, faults }, "zh");
  expect(faults).toEqual({});
  await watched.close();
});
