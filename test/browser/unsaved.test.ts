/**
 * Edits on the page: marked while they are not downloaded, asked about before they would be lost, offered again after a
 * reload. Two tabs on one ledger lose nothing of each other. Storage that is refused is told.
 */
import path from "node:path";
import type { Page } from "playwright-core";
import { openCard, openPage, reloadAsked, ROOT, serve, shot, suiteOf } from "./harness";

jest.setTimeout(180_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const TIDY = path.join(ROOT, "samples/整改台账-示例.xlsx");
const at = (testid: string) => `[data-testid=${testid}]`;
const findingAt = (rule: string) => `[data-testid=finding][data-rule=${rule}]`;

const suite = suiteOf(serve);

/** In whatever section the page was before. */
async function openFile(page: Page, file = FAULTY): Promise<void> {
  await page.setInputFiles(at("file-input"), file);
  await page.waitForSelector(at("month-strip"));
}

async function check(page: Page): Promise<void> {
  await page.click(at("tab-check"));
  await page.waitForSelector(at("findings"));
}

async function edit(page: Page, rule: string, text: string): Promise<void> {
  const card = await openCard(page, rule);
  await card.locator(`input${at("mend-value")}`).fill(text);
  await card.locator(at("mend-apply")).click();
  await page.waitForSelector(`${at("activity")}[data-action=apply][data-state=done]`);
}

async function ignore(page: Page, rule: string): Promise<void> {
  await openCard(page, rule);
  await page.click(at("ignore"));
  await page.fill(`input${at("ignore-reason")}`, "已报同意");
  await page.click(at("ignore-confirm"));
  await page.waitForSelector(`${at("activity")}[data-action=ignore][data-state=done]`);
}

test("a mark, a question before another file, a question before a reload, and the edits again after it", async () => {
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 800 } });
  const { page } = watched;
  await openFile(page);
  await check(page);
  await edit(page, "unit-missing", "组织人事科");
  await page.waitForSelector(at("unsaved"));
  expect(await page.textContent(at("unsaved"))).toContain("有 1 处修改未下载");
  await shot(page, "unsaved-wide");

  await page.setInputFiles(at("file-input"), TIDY);
  await page.waitForSelector(at("leave-question"));
  await shot(page, "unsaved-question");
  await page.click(at("question-cancel"));
  await page.waitForSelector(at("leave-question"), { state: "detached" });
  expect(await page.textContent("header")).toContain("有问题的示例");

  // The browser asks; this time the person goes.
  expect(await reloadAsked(page)).toBe("beforeunload");
  await page.waitForSelector(at("drop-zone"));
  await openFile(page);
  await page.waitForSelector(at("recovery"));
  expect(await page.textContent(at("recovery"))).toContain("上次有 1 处修改没有下载");
  await page.setViewportSize({ width: 320, height: 640 });
  await shot(page, "recovery-320");
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(page, "recovery-wide");
  await page.click(at("recover"));
  await page.waitForSelector(at("recovery"), { state: "detached" });
  expect(await page.textContent("[data-cell=E7]")).toBe("组织人事科");

  // Downloaded, nothing is asked any more.
  await Promise.all([page.waitForEvent("download"), page.click(at("unsaved-download"))]);
  await page.waitForSelector(at("unsaved"), { state: "detached" });
  let again = 0;
  page.on("dialog", (dialog) => {
    again += 1;
    void dialog.accept();
  });
  await page.reload();
  await page.waitForSelector(at("drop-zone"));
  expect(again).toBe(0);
  expect(watched.errors).toEqual([]);
  await watched.close();
});

test("two tabs each ignore, correct and edit: after a reload both show all six", async () => {
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 800 } });
  const one = watched.page;
  const other = await one.context().newPage();
  await other.goto(suite.served.url);
  for (const page of [one, other]) {
    page.on("dialog", (dialog) => void dialog.accept());
    await openFile(page);
  }
  // Each corrects a column of its own.
  const correct = async (page: Page, column: string) => {
    await page.click(at("tab-ledger"));
    const header = page.locator(at("columns-header")).first();
    if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
    await page
      .locator(`select${at(`column-${column}`)}`)
      .first()
      .selectOption("");
    await page.waitForSelector(`${at("activity")}[data-action=correctColumn][data-state=done]`);
  };
  await correct(one, "K");
  await correct(other, "L");
  for (const page of [one, other]) await check(page);
  await ignore(one, "overdue");
  await ignore(other, "deadline-invalid");
  await edit(one, "unit-missing", "组织人事科");
  await edit(other, "status-unknown", "正在整改");

  for (const page of [one, other]) {
    await page.reload();
    await page.waitForSelector(at("drop-zone"));
    await openFile(page);
    await page.waitForSelector(at("recovery"));
    await page.click(at("recover"));
    await page.waitForSelector(`${at("activity")}[data-action=recover][data-state=done]`);
    expect(await page.textContent("[data-cell=E7]")).toBe("组织人事科");
    await page.click(at("tab-ledger"));
    await page.locator(at("columns-header")).first().waitFor();
    const header = page.locator(at("columns-header")).first();
    if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
    for (const column of ["K", "L"]) {
      expect(
        await page
          .locator(`select${at(`column-${column}`)}`)
          .first()
          .inputValue(),
      ).toBe("");
    }
    await check(page);
    expect(await page.textContent(at("show-ignored"))).toContain("2");
    expect(await page.locator(findingAt("status-unknown")).count()).toBe(0);
  }
  await watched.close();
});

test.each([
  [320, "light", "zh"],
  [320, "dark", "en"],
  [1280, "dark", "zh"],
] as const)("storage that is refused is told, at %d px, %s, %s", async (width, colorScheme, lang) => {
  const context = { viewport: { width, height: 640 }, colorScheme };
  const watched = await openPage(suite.browser, "about:blank", context);
  const { page } = watched;
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await page.goto(suite.served.url);
  await openFile(page);
  await page.waitForSelector(`${at("storage")}[data-reason=refused]`);
  await page.click(at("menu"));
  await page.click(at(`lang-${lang}`));
  await page.keyboard.press("Escape");
  await check(page);
  await page.waitForSelector(`${at("activity")}[data-state=done]`);
  const [scroll, client] = await page.locator("main").evaluate((e) => [e.scrollWidth, e.clientWidth]);
  expect((scroll ?? 0) - (client ?? 0)).toBe(0);
  await shot(page, `storage-${width}-${colorScheme}-${lang}`);
  await page.click(at("storage-close"));
  await page.waitForSelector(at("storage"), { state: "detached" });
  await watched.close();
});

test("corrections of a notice's file are offered again after a reload, and gone once they are downloaded", async () => {
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width: 1280, height: 800 } });
  const { page } = watched;
  const file = {
    name: "整改通报.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("某局整改情况通报\n双方签定协议，2026年01月履行。"),
  };
  const openDraft = async () => {
    await page.setInputFiles(at("draft-input"), file);
    await page.waitForSelector(at("proof-finding"));
  };
  const textOf = () => page.innerText(at("draft-text"));
  await page.click(at("start-proofread"));
  await openDraft();
  expect(await page.locator(at("kept-corrections")).count()).toBe(0);
  await page.locator(`${at("proof-finding")}[data-rule=misspelling]`).click();
  await page.locator(at("accept")).first().click();
  await page.waitForSelector(`${at("proofreading")}[data-corrections="1"]`);
  // Kept a moment after the last press.
  await page.waitForTimeout(600);
  expect(await reloadAsked(page)).toBe("beforeunload");
  // The page opens in the section that was open.
  await page.waitForSelector(at("kept-corrections"));
  expect(await page.textContent(at("kept-corrections"))).toContain("上次在「整改通报.txt」里采纳的 1 处还没有下载");
  await page.setViewportSize({ width: 320, height: 640 });
  await shot(page, "kept-corrections-320");
  await page.setViewportSize({ width: 1280, height: 800 });
  await openDraft();
  await page.waitForSelector(at("make-kept"));
  await shot(page, "kept-corrections-wide");
  await page.click(at("make-kept"));
  await page.waitForSelector(`${at("proofreading")}[data-corrections="1"]`);
  expect(await textOf()).toContain("签订协议");
  await Promise.all([page.waitForEvent("download"), page.click(at("download-draft"))]);
  await page.waitForTimeout(600);
  await page.reload();
  await openDraft();
  await page.waitForTimeout(600);
  expect(await page.locator(at("kept-corrections")).count()).toBe(0);
  expect(watched.errors).toEqual([]);
  await watched.close();
});
