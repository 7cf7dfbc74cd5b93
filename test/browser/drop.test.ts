/**
 * What is dropped on the page, and the panes of drafts and notices, on localhost and in the one file from file://: a
 * ledger, a document, a document in the way of another; a notice proofread and a notice written, without any server.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { makeDocx, paragraph } from "../hosts/file/docx/make-docx";
import { axe } from "./axe";
import { openPage, ROOT, serve, suiteOf, type Watched } from "./harness";

jest.setTimeout(180_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const TIDY = path.join(ROOT, "samples/整改台账-示例.xlsx");
const DRAFT = [
  "××县某某局党组关于巡察整改进展情况的通报",
  "2025年4月10日，县委第一巡察组反馈了巡察意见。截至目前，反馈的12个具体问题，已完成整改9个，正在整改2个。",
  "联系电话：13812345678。",
];
const docx = () => Buffer.from(makeDocx(DRAFT.map((line) => paragraph(line)).join("")));

const suite = suiteOf(serve);

const at = (testId: string) => `[data-testid=${testId}]`;
const finding = (rule: string) => `${at("proof-finding")}[data-rule=${rule}]`;

/** Lets go of a file above an element, as a person's mouse does. */
async function drop(page: Page, selector: string, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, bytes.toString("base64")] as const,
  );
  for (const type of ["dragover", "drop"]) {
    await page.locator(selector).first().dispatchEvent(type, { dataTransfer: transfer });
  }
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

describe.each(["localhost", "file"] as const)("from %s", (from) => {
  let watched: Watched;
  let page: Page;

  beforeEach(async () => {
    const url = from === "localhost" ? suite.served.url : pathToFileURL(path.join(ROOT, "dist/web/台账助手.html")).href;
    watched = await openPage(suite.browser, url, { viewport: { width: 1280, height: 800 } });
    page = watched.page;
    await page.waitForSelector(at("drop-zone"));
  });

  afterEach(async () => {
    const { strangers, violations, errors } = watched;
    await watched.close();
    expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
  });

  test("a ledger dropped on the zone opens; another dropped anywhere takes its place", async () => {
    await drop(page, at("drop-zone"), "整改台账.xlsx", readFileSync(FAULTY));
    await page.waitForSelector(at("sheet-view"));
    expect(await page.textContent("header")).toContain("整改台账.xlsx");
    await drop(page, "main", "另一份.xlsx", readFileSync(TIDY));
    await page.waitForSelector("header >> text=另一份.xlsx");
    await page.waitForSelector(at("ledger-counts"));
  });

  test("a tab chosen while another ledger is read stays chosen", async () => {
    await drop(page, at("drop-zone"), "整改台账.xlsx", readFileSync(FAULTY));
    await page.waitForSelector(at("ledger-counts"));
    // A slow computer: there is time to choose while it reads.
    const slow = await page.context().newCDPSession(page);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await drop(page, "main", "另一份.xlsx", readFileSync(TIDY));
    await page.waitForSelector(`${at("app")}[data-phase=reading]`);
    await page.click(at("tab-month"));
    await page.waitForSelector("header >> text=另一份.xlsx");
    await page.waitForSelector(at("month-pane"));
    expect(await page.getAttribute(at("tab-month"), "aria-selected")).toBe("true");
  });

  test("a document dropped on the start screen is proofread, not taken for a ledger", async () => {
    await drop(page, at("drop-zone"), "通报.docx", docx());
    await page.waitForSelector(finding("sum-mismatch"));
    expect(await page.locator(at("failure")).count()).toBe(0);
    await page.waitForSelector(`${at("draft-text")} :text(${JSON.stringify(DRAFT[1])})`);
  });

  test("a document dropped beside an open ledger goes to its pane; accepted corrections are not lost to the next", async () => {
    await drop(page, at("drop-zone"), "整改台账.xlsx", readFileSync(FAULTY));
    await page.waitForSelector(at("sheet-view"));
    await drop(page, at("sheet-view"), "通报.docx", docx());
    await page.click(`${finding("mobile-number")} ${at("accept")}`);
    await page.waitForSelector(finding("mobile-number"), { state: "detached" });
    await drop(page, "main", "另一份通报.docx", docx());
    expect(await page.textContent(at("told"))).toContain("「通报.docx」里有 1 处已采纳的修改");
    await page.click(at("told-close"));
    await page.waitForSelector(at("told"), { state: "detached" });
    await page.waitForSelector(`${at("draft-text")} :text("138****5678")`);
    await page.click(at("tab-ledger"));
    await page.waitForSelector(at("ledger-pane"));
  });

  test("a press counts for the button it began on, though the page moves under the finger", async () => {
    await page.click(at("start-proofread"));
    await page.fill(at("paste"), DRAFT.join("\n"));
    await page.click(at("proofread"));
    const button = page.locator(`${finding("mobile-number")} ${at("accept")}`);
    await button.waitFor();
    const { x, y, width, height } = (await button.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.evaluate((list) => {
      const late = document.createElement("div");
      late.style.height = "48px";
      document.querySelector(list)!.before(late);
    }, at("proof-findings"));
    await page.mouse.up();
    await page.waitForSelector(finding("mobile-number"), { state: "detached" });
  });

  test.each([
    ["旧格式.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]), ".docx"],
    ["空的.docx", Buffer.alloc(0), "空的"],
  ])("%s gets one sentence", async (name, bytes, says) => {
    await drop(page, at("drop-zone"), name, bytes);
    const text = (await page.textContent(at("told"))) ?? "";
    expect(text).toContain(name);
    expect(text).toContain(says);
    // Esc is for the dialog once it has the focus.
    await page.waitForFunction(() => document.activeElement?.closest("[data-testid=told]"));
    await page.keyboard.press("Escape");
    await page.waitForSelector(at("told"), { state: "detached" });
  });

  test("pasted text is proofread, corrected and downloaded", async () => {
    await page.click(at("start-proofread"));
    await page.fill(at("paste"), DRAFT.join("\n"));
    await page.click(at("proofread"));
    await page.waitForSelector(finding("sum-mismatch"));
    await page.click(`${finding("mobile-number")} ${at("accept")}`);
    await page.waitForSelector(finding("mobile-number"), { state: "detached" });
    const { bytes } = await downloaded(page, () => page.click(at("download-draft")));
    expect(new TextDecoder().decode(bytes)).toBe(DRAFT.join("\n").replace("13812345678", "138****5678"));
    expect(await axe(page)).toEqual([]);
  });

  test("the notice of a ledger is written to a Word file", async () => {
    await drop(page, at("drop-zone"), "整改台账.xlsx", readFileSync(TIDY));
    await page.waitForSelector(at("ledger-pane"));
    await page.click(at("tab-notice"));
    await page.waitForSelector(at("notice-text"));
    await page.fill(at("fact-unit"), "××县某某局");
    await page.waitForFunction(() =>
      document.querySelector("[data-testid=notice-text]")?.textContent?.includes("××县某某局"),
    );
    const shown = await page.locator(`${at("notice-text")} p`).allTextContents();
    const { name, bytes } = await downloaded(page, () => page.click(at("export-docx")));
    expect(name).toBe("××县某某局通报.docx");
    const text = strFromU8(unzipSync(bytes)["word/document.xml"]!).replace(/<[^>]+>/g, "");
    expect(shown.length).toBeGreaterThan(10);
    for (const line of shown) expect(text).toContain(line);
  });

  test("cells that have a note of their own keep it, and that is told", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(FAULTY);
    workbook.getWorksheet("问题整改台账")!.getCell("E7").note = "等分管领导确定";
    await drop(page, at("drop-zone"), "整改台账.xlsx", Buffer.from(await workbook.xlsx.writeBuffer()));
    await page.waitForSelector(at("ledger-pane"));
    await page.click(at("download"));
    await downloaded(page, () => page.click(at("download-annotated")));
    const told = (await page.textContent(at("told"))) ?? "";
    expect(told).toContain("1 个有问题的单元格只加了标记、没有加批注");
    expect(told).toContain("问题整改台账!E7");
  });
});
