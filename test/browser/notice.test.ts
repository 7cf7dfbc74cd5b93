/**
 * 校对 and 通报 in a real Chromium: a draft is proofread without any ledger and against one, corrected and downloaded; the
 * whole notice is made from the sample ledger and looked into.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { makeDocx, paragraph } from "../hosts/file/docx/make-docx";
import { axe } from "./axe";
import { openPage, ROOT, serve, shot, SHOTS, suiteOf, type Watched } from "./harness";
import { pdfPages } from "./pdf-text";

jest.setTimeout(180_000);

const DRAFT = [
  "××县某某局党组关于巡察整改进展情况的通报",
  "2025年4月10日，县委第一巡察组反馈了巡察意见。截止目前，反馈的12个具体问题，已完成整改9个，正在整改2个。",
  "联系电话：13812345678。",
];

const SAMPLE = path.join(ROOT, "samples/整改台账-示例.xlsx");

const suite = suiteOf(serve);

const at = (testId: string) => `[data-testid=${testId}]`;
const finding = (rule: string) => `${at("proof-finding")}[data-rule=${rule}]`;

/** Bytes and name of what a press downloads. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(path)) };
}

async function inMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.click(at(menu));
  await page.click(at(item));
}

function expectQuiet(watched: Watched): void {
  expect({ to: watched.strangers, csp: watched.violations, errors: watched.errors }).toEqual({
    to: [],
    csp: [],
    errors: [],
  });
}

describe("校对 without a ledger", () => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 800 } });
    page = watched.page;
  });
  afterAll(async () => {
    expectQuiet(watched);
    await watched.close();
  });

  test("is reached from the start screen; pasted text gives findings beside it", async () => {
    await page.click(at("start-proofread"));
    await page.fill(at("paste"), DRAFT.join("\n"));
    await page.click(at("proofread"));
    await page.waitForSelector(finding("sum-mismatch"));
    expect(await page.locator(finding("mobile-number")).getAttribute("data-line")).toBe("3");
    const [text, list] = await Promise.all([
      page.locator(at("draft-text")).boundingBox(),
      page.locator(at("proof-findings")).boundingBox(),
    ]);
    expect(list!.x).toBeGreaterThan(text!.x + text!.width - 1);
    expect(await axe(page)).toEqual([]);
    await shot(page, "notice-proofread");
  });

  test("a finding shows its place, filters work", async () => {
    await page
      .locator(`${finding("mobile-number")} button`)
      .first()
      .click();
    expect(await page.textContent("mark[data-selected=true]")).toBe("13812345678");
    const all = await page.locator(at("proof-finding")).count();
    await page.click(at("proof-count-error"));
    expect(await page.locator(`${at("proof-finding")}[data-severity=error]`).count()).toBe(0);
    await page.click(at("proof-count-error"));
    expect(await page.locator(at("proof-finding")).count()).toBe(all);
  });

  test("a correction is accepted, undone, redone and downloaded", async () => {
    const before = await page.locator(at("proof-finding")).count();
    await page.click(`${finding("mobile-number")} ${at("accept")}`);
    await page.waitForSelector(finding("mobile-number"), { state: "detached" });
    await page.waitForSelector(`${at("draft-text")} :text("138****5678")`);
    await page.click(at("undo-correction"));
    await page.waitForSelector(finding("mobile-number"));
    expect(await page.locator(at("proof-finding")).count()).toBe(before);
    await page.click(at("redo-correction"));
    await page.waitForSelector(finding("mobile-number"), { state: "detached" });
    const { name, bytes } = await downloaded(page, () => page.click(at("download-draft")));
    expect(name).toBe("通报-校对.txt");
    expect(new TextDecoder().decode(bytes)).toBe(DRAFT.join("\n").replace("13812345678", "138****5678"));
  });

  test("all corrections of one kind are accepted at once, as one step", async () => {
    await inMenu(page, "draft-menu", "another-draft");
    await page.fill(at("paste"), "签定合同两份。\n又签定协议一份。\n完善制度,加强检查。\n逐条销号,及时上报。");
    await page.click(at("proofread"));
    await page.waitForSelector(finding("misspelling"));
    await page.locator(`${finding("misspelling")} ${at("accept-all")}`).click();
    await page.waitForSelector(finding("misspelling"), { state: "detached" });
    await page.click(`${finding("half-width")} ${at("accept")}`);
    await page.waitForSelector(finding("half-width"), { state: "detached" });
    await page.waitForSelector(`${at("draft-text")} :text("逐条销号，及时上报。")`);
    await page.click(at("undo-correction"));
    await page.click(at("undo-correction"));
    await page.waitForSelector(finding("misspelling"));
    expect(await page.locator(finding("misspelling")).count()).toBe(2);
  });

  test("by keyboard: Enter on a correction leads to the next one, arrows from card to card", async () => {
    await inMenu(page, "draft-menu", "another-draft");
    await page.fill(at("paste"), "签定合同两份。\n又签定协议一份。\n另签定承诺书。\n完善制度,加强检查。");
    await page.click(at("proofread"));
    await page.waitForSelector(finding("misspelling"));
    await page
      .locator(`${finding("misspelling")} ${at("accept")}`)
      .first()
      .focus();
    for (const left of [2, 1]) {
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        ([selector, count]) =>
          document.querySelectorAll(selector).length === count &&
          document.activeElement?.matches("[data-testid=accept]") === true,
        [finding("misspelling"), left] as const,
      );
    }
    await page.waitForSelector(`${at("draft-text")} :text("又签订协议一份。")`);
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.closest("li")?.dataset["rule"])).toBe("half-width");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("accept");
  });

  test("a .docx comes back with nothing but the accepted place changed", async () => {
    await inMenu(page, "draft-menu", "another-draft");
    const body = [
      ...DRAFT.slice(0, 2).map((line) => paragraph(line)),
      paragraph("联系电话：138", "1234", "5678。"),
    ].join("");
    const original = makeDocx(body, { "word/header1.xml": "<x/>" });
    await page.setInputFiles(at("draft-input"), {
      name: "稿.docx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(original),
    });
    await page.click(`${finding("mobile-number")} ${at("accept")}`);
    await page.waitForSelector(finding("mobile-number"), { state: "detached" });
    const { name, bytes } = await downloaded(page, () => page.click(at("download-draft")));
    expect(name).toBe("稿-校对.docx");
    const [was, is] = [unzipSync(original), unzipSync(bytes)];
    expect(Object.keys(is)).toEqual(Object.keys(was));
    for (const part of Object.keys(was)) if (part !== "word/document.xml") expect(is[part]).toEqual(was[part]);
    const text = strFromU8(is["word/document.xml"]!).replace(/<[^>]+>/g, "");
    expect(text).toBe(DRAFT.join("").replace("13812345678", "138****5678"));
  });

  test("a wrong file is told in one sentence, and nothing is lost", async () => {
    await inMenu(page, "draft-menu", "another-draft");
    const file = { name: "扫描.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
    await page.setInputFiles(at("draft-input"), file);
    await page.waitForSelector(`${at("activity-text")}:has-text("「扫描.pdf」是 PDF")`);
  });

  test("an old notice becomes a ledger", async () => {
    const lines = [
      ...DRAFT.slice(0, 1),
      "一、学习方面",
      "1.学习制度落实不到位的问题。",
      "整改情况：已完成。一是修订制度。二是开展学习。",
      "2.学用结合不够的问题。",
      "整改情况：正在整改，计划2026年6月底前完成。",
    ];
    await page.fill(at("paste"), lines.join("\n"));
    await page.click(at("proofread"));
    const { name, bytes } = await downloaded(page, () => inMenu(page, "draft-menu", "extract"));
    expect(name).toBe("整改台账-由通报提取.xlsx");
    expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!)).toContain("学用结合不够");
    expect(await page.textContent(at("activity-text"))).toContain("反馈问题 2 项");
    await page.click(at("back-to-start"));
    await page.waitForSelector(at("start"));
  });
});

describe("通报 from the sample ledger", () => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 800 } });
    page = watched.page;
    await page.click(at("sample-sampleTidy"));
    await page.waitForSelector(at("ledger-pane"));
    await page.click(at("tab-notice"));
    await page.waitForSelector(at("notice-text"));
  });
  afterAll(async () => {
    expectQuiet(watched);
    await watched.close();
  });

  test("says what is missing; a fact fills its places; a mobile number is refused at its field", async () => {
    const count = async () => Number(/\d+/.exec((await page.textContent(at("missing-count"))) ?? "")?.[0] ?? 0);
    const before = await count();
    expect(before).toBeGreaterThan(3);
    await page.fill(at("fact-unit"), "××县某某局");
    await page.selectOption(at("fact-organ"), "党组");
    await page.fill(at("fact-signDate"), "2025-12-01");
    await page.waitForFunction(
      () => document.querySelector("[data-testid=notice-text]")?.textContent?.includes("2025年12月1日") ?? false,
    );
    expect(await page.textContent(at("notice-text"))).toContain("××县某某局");
    expect(await count()).toBeLessThan(before);
    await page.fill(at("fact-phone"), "13812345678");
    await page.waitForSelector(`${at("facts")} >> text=手机`);
    expect(await page.textContent(at("notice-text"))).not.toContain("13812345678");
    await page.fill(at("fact-phone"), "0000-2345678");
    await page.waitForFunction(
      () => document.querySelector("[data-testid=notice-text]")?.textContent?.includes("0000-2345678") ?? false,
    );
    expect(await axe(page)).toEqual([]);
    await shot(page, "notice-notice");
  });

  test("the outline leads to its place", async () => {
    const entry = page.locator(at("outline-entry")).nth(2);
    await entry.click();
    const top = await page.locator(at("notice-text")).evaluate((element) => element.scrollTop);
    expect(top).toBeGreaterThan(0);
  });

  test("the Word file holds what the preview shows, and no text of letters", async () => {
    const shown = await page.locator(`${at("notice-text")} p`).allTextContents();
    const { name, bytes } = await downloaded(page, () => page.click(at("export-docx")));
    expect(name).toBe("××县某某局通报.docx");
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"]!);
    const text = xml
      .replace(/<[^>]+>/g, "")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
    for (const line of shown) expect(text).toContain(line);
    expect(xml).toContain("w:pgMar");
    const letters = utils.sheet_to_json<unknown[]>(read(readFileSync(SAMPLE)).Sheets["信访件"]!, { header: 1 });
    const words = letters
      .slice(2)
      .flat()
      .filter((value) => typeof value === "string" && value.length > 5);
    expect(words.length).toBeGreaterThan(2);
    for (const word of words) expect(text).not.toContain(word);
  });

  test("text, table and the sign-off sheet with the sum of the file", async () => {
    const txt = await downloaded(page, () => inMenu(page, "export-menu", "export-txt"));
    expect(new TextDecoder().decode(txt.bytes)).toContain("××县某某局");
    await page.waitForSelector(`${at("export-docx")}:not([disabled])`);
    const sheet = await downloaded(page, () => page.click(at("signoff-docx")));
    // File and fingerprint stand small at the foot.
    const xml = Object.entries(unzipSync(sheet.bytes))
      .filter(([name]) => /^word\/footer\d*\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes).replace(/<[^>]+>/g, ""))
      .join("");
    expect(xml).toContain("整改台账-示例.xlsx");
    expect(xml).toMatch(/[0-9a-f]{64}/);
  });

  test("the sign-off sheet is printed with its styles, which our policy lets through", async () => {
    await page.waitForSelector(`${at("export-docx")}:not([disabled])`);
    await page.evaluate(() => {
      // Headless printing ends at once and takes the frame away: keep it to look into.
      const original = HTMLIFrameElement.prototype.remove;
      HTMLIFrameElement.prototype.remove = function keep() {
        this.dataset["printed"] = "true";
      };
      Object.assign(window, { restoreRemove: () => (HTMLIFrameElement.prototype.remove = original) });
    });
    await inMenu(page, "export-menu", "signoff-print");
    await page.waitForSelector("iframe", { state: "attached" });
    const sheet = page.frames().find((frame) => frame !== page.mainFrame())!;
    expect(await sheet.textContent("body")).toMatch(/核验签批单[^]*[0-9a-f]{64}/);
    const border = await sheet
      .locator("td")
      .first()
      .evaluate((cell) => getComputedStyle(cell).borderTopWidth);
    expect(parseFloat(border)).toBeGreaterThan(0);
    await page.evaluate(() => {
      (window as unknown as { restoreRemove: () => void }).restoreRemove();
      document.querySelector("iframe")?.remove();
    });
  });

  test("where the clipboard is refused, a selection is copied, within our policy", async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
      document.addEventListener("copy", () => {
        const holder = document.querySelector<HTMLElement>("[contenteditable=true]");
        document.documentElement.dataset["copied"] = holder?.querySelector("td")?.style.borderTopStyle ?? "none";
      });
    });
    await inMenu(page, "export-menu", "copy-table");
    await page.waitForFunction(() => document.documentElement.dataset["copied"] === "solid");
  });

  test("one press takes the notice to 校对; the final version has errors where something is still open", async () => {
    await page.click(at("proofread-notice"));
    await page.waitForSelector(at("use-ledger"));
    const open = `${at("proof-finding")}[data-rule=word-residue]`;
    expect(await page.locator(`${at("proof-finding")}[data-severity=error][data-rule^=ledger-]`).count()).toBe(0);
    const places = await page.locator(open).count();
    expect(places).toBeGreaterThan(0);
    expect(await page.locator(`${open}[data-severity=error]`).count()).toBe(0);
    await page.click(at("final"));
    await page.waitForSelector(`${open}[data-severity=error]`);
    expect(await page.locator(`${open}[data-severity=error]`).count()).toBe(places);
    await shot(page, "notice-final");
    await inMenu(page, "draft-menu", "another-draft");
    await page.click(at("tab-notice"));
    await page.waitForSelector(at("notice-text"));
  });

  test("the notice of a ledger, proofread against it, shows no error of figures; a changed figure is found", async () => {
    const lines = await page.locator(`${at("notice-text")} p`).allTextContents();
    await page.click(at("tab-proofread"));
    await page.fill(at("paste"), lines.join("\n"));
    await page.click(at("proofread"));
    await page.waitForSelector(at("use-ledger"));
    const ledgerErrors = `${at("proof-finding")}[data-severity=error][data-rule^=ledger-]`;
    expect(await page.locator(ledgerErrors).count()).toBe(0);
    await inMenu(page, "draft-menu", "edit-draft");
    await page.fill(
      at("paste"),
      lines
        .join("\n")
        .replace(/(\d+)个具体问题/, "97个具体问题")
        .replace(/反馈的(\d+)个/, "反馈的97个"),
    );
    await page.click(at("proofread"));
    await page.waitForSelector(`${at("proof-finding")}[data-rule^=ledger-]`);
    await page.click(at("tab-notice"));
    await page.click(at("tab-proofread"));
    await page.waitForSelector(`${at("proof-finding")}[data-rule^=ledger-]`);
  });
});

/** 60 problems of three measures each, merged as ledgers merge them; marks say where an item begins and ends. */
function longLedger(): Buffer {
  const header = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "进展情况"];
  const rows: (string | number | null)[][] = [["××县某某局整改台账"], header];
  const merges = [];
  for (let item = 1; item <= 60; item++) {
    const top = rows.length;
    const two = String(item).padStart(2, "0");
    for (let measure = 0; measure < 3; measure++) {
      const first = measure === 0;
      rows.push([
        first ? item : null,
        first ? `某项工作落实不到位的问题` : null,
        `${measure === 2 ? `Z${two}Z` : `A${measure}${two}A`}修订有关制度，明确责任分工，逐项对照检查并限期办结。`.repeat(
          1 + (item % 3),
        ),
        first ? "办公室" : null,
        first ? "2025年12月底前" : null,
        first ? "已完成" : null,
        `已按要求完成第${measure + 1}项。`,
      ]);
    }
    for (const c of [0, 1, 3, 4, 5]) merges.push({ s: { r: top, c }, e: { r: top + 2, c } });
  }
  const sheet = utils.aoa_to_sheet(rows);
  sheet["!merges"] = merges;
  const book = utils.book_new(sheet, "问题整改台账");
  return Buffer.from(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

describe("台账 for print", () => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 800 } });
    page = watched.page;
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await page.setInputFiles(at("file-input"), { name: "台账.xlsx", mimeType, buffer: longLedger() });
    await page.waitForSelector(at("ledger-pane"));
    await page.click(at("tab-notice"));
    await page.waitForSelector(at("export-menu"));
  });
  afterAll(async () => {
    expectQuiet(watched);
    await watched.close();
  });

  test("the page on A3 landscape, the header on every page, no item on two", async () => {
    const { name, bytes } = await downloaded(page, () => inMenu(page, "export-menu", "ledger-page"));
    expect(name).toBe("整改台账-打印.html");
    const printed = await page.context().newPage();
    await printed.setContent(new TextDecoder().decode(bytes));
    const pdf = await printed.pdf({ preferCSSPageSize: true });
    await printed.close();
    mkdirSync(SHOTS, { recursive: true });
    writeFileSync(path.join(SHOTS, "ledger-print.pdf"), pdf);
    const pages = pdfPages(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const each of pages) {
      // 420 × 297 mm.
      expect(Math.round(each.width)).toBe(1191);
      expect(Math.round(each.height)).toBe(842);
      expect(each.text).toContain("整改措施");
      const begun = [...each.text.matchAll(/A0(\d\d)A/g)].map(([, item]) => item);
      const ended = [...each.text.matchAll(/Z(\d\d)Z/g)].map(([, item]) => item);
      expect(begun.length).toBeGreaterThan(0);
      expect(new Set(ended)).toEqual(new Set(begun));
    }
    const items = pages.flatMap((each) => [...each.text.matchAll(/A0(\d\d)A/g)].map(([, item]) => Number(item)));
    expect(new Set(items).size).toBe(60);
  });

  test("is printed from the pane with its styles, within our policy", async () => {
    await inMenu(page, "export-menu", "ledger-print");
    await page.waitForSelector("iframe", { state: "attached" });
    const sheet = page.frames().find((frame) => frame !== page.mainFrame())!;
    expect(await sheet.locator("tbody").count()).toBe(60);
    const looks = await sheet.evaluate(() => ({
      border: getComputedStyle(document.querySelector("td")!).borderTopWidth,
      column: document.querySelector("col")!.style.width,
      rules: Array.from(document.styleSheets[0]!.cssRules, (rule) => rule.cssText).find((text) =>
        text.includes("@page"),
      ),
    }));
    expect(parseFloat(looks.border)).toBeGreaterThan(0);
    expect(looks.column).toMatch(/%$/);
    expect(looks.rules).toMatch(/a3 landscape/i);
    expect(await page.textContent(at("activity-text"))).toBe("已交给打印。");
  });

  test("where printing is blocked the page is saved instead, and that is said", async () => {
    await page.evaluate(() => {
      // As a frame without the right to open dialogs: nothing happens and nothing is thrown.
      const add = document.body.append.bind(document.body);
      document.body.append = (...nodes: (Node | string)[]) => {
        add(...nodes);
        for (const node of nodes)
          if (node instanceof HTMLIFrameElement && node.contentWindow) node.contentWindow.print = () => undefined;
      };
    });
    const { name } = await downloaded(page, () => inMenu(page, "export-menu", "ledger-print"));
    expect(name).toBe("整改台账-打印.html");
    expect(await page.textContent(at("activity-text"))).toContain("不能直接打印");
    expect(await page.locator("iframe").count()).toBe(0);
  });
});

describe("looks", () => {
  const looks = [
    ["light", "zh"],
    ["dark", "en"],
  ] as const;
  test.each(looks)("320 px, %s, %s: nothing wider than the window, nothing found by axe", async (scheme, lang) => {
    const watched = await openPage(suite.browser, suite.served.url, {
      viewport: { width: 320, height: 760 },
      colorScheme: scheme,
    });
    const { page } = watched;
    await page.click(at("sample-sampleFaulty"));
    await page.waitForSelector(at("ledger-pane"));
    await page.click(at("menu"));
    await page.click(at(`lang-${lang}`));
    await page.keyboard.press("Escape");
    for (const pane of ["notice", "proofread"]) {
      await page.click(at(`tab-${pane}`));
      await page.waitForSelector(at(`${pane}-pane`));
      if (pane === "proofread") {
        await page.fill(at("paste"), DRAFT.join("\n"));
        await page.click(at("proofread"));
        await page
          .locator(`${at("proof-finding")} button`)
          .first()
          .click();
      } else await page.waitForSelector(at("notice-held"));
      const wide = await page.locator("main").evaluate((e) => e.scrollWidth - e.clientWidth);
      const tabs = await page.locator("[role=tablist]").evaluate((e) => e.scrollWidth - e.clientWidth);
      expect({ pane, wide, tabs }).toEqual({ pane, wide: 0, tabs: 0 });
      expect({ pane, axe: await axe(page) }).toEqual({ pane, axe: [] });
      await shot(page, `notice-320-${scheme}-${lang}-${pane}`);
    }
    expectQuiet(watched);
    await watched.close();
  });
});
