/** What hands meet: every button of the bar is pressed where it is seen, and the sheet is typed into as one types into Excel. */
import path from "node:path";
import type { Page } from "playwright-core";
import { axe } from "./axe";
import { openPage, ROOT, serve, shot, suiteOf } from "./harness";

jest.setTimeout(300_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const at = (testid: string) => `[data-testid=${testid}]`;

const suite = suiteOf(serve);

async function opened(width: number, height: number, locale = "zh-CN") {
  const watched = await openPage(suite.browser, suite.served.url, { viewport: { width, height }, locale });
  await watched.page.setInputFiles(at("file-input"), FAULTY);
  await watched.page.waitForSelector(at("month-strip"));
  return watched;
}

/** Buttons of the bars and tabs that lie under something else at their middle or near a corner of theirs. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const button of document.querySelectorAll<HTMLElement>(
      "header button, [data-testid=unsaved] button, nav [role=tab]",
    )) {
      const { left, top, width, height } = button.getBoundingClientRect();
      if (width === 0) continue;
      for (const [x, y] of [
        [0.5, 0.5],
        [0.15, 0.15],
        [0.85, 0.15],
        [0.15, 0.85],
        [0.85, 0.85],
      ] as const) {
        const hit = document.elementFromPoint(left + width * x, top + height * y);
        if (hit === null || !(button === hit || button.contains(hit))) {
          found.push(`${button.dataset["testid"] ?? button.textContent} ${x} ${y}`);
        }
      }
    }
    return found;
  });

test.each(["zh-CN", "en-GB"])(
  "no button of the bar lies under another thing, however narrow and low: %s",
  async (locale) => {
    const { page, errors, close } = await opened(320, 640, locale);
    await page.click(at("toggle-sheet"));
    await page.locator(`${at("sheet-grid")} [data-cell=B5]`).click();
    await page.keyboard.type("某事项");
    await page.keyboard.press("Enter");
    await page.waitForSelector(at("unsaved"));
    await page.click(at("toggle-sheet"));
    for (const pane of ["check", "tally", "notice"]) {
      await page.click(at(`tab-${pane}`));
      for (const width of [320, 360, 450]) {
        for (const height of [480, 560, 640, 800]) {
          await page.setViewportSize({ width, height });
          expect({ pane, width, height, covered: await covered(page) }).toEqual({ pane, width, height, covered: [] });
        }
      }
      await page.setViewportSize({ width: 320, height: 640 });
    }
    await shot(page, `hands-320-${locale}`);
    expect(errors).toEqual([]);
    await close();
  },
);

describe("in the sheet", () => {
  const address = (page: Page) => page.textContent(at("cell-address"));
  const text = (page: Page, cell: string) => page.locator(`${at("sheet-grid")} [data-cell=${cell}]`).textContent();
  const holds = (page: Page, cell: string, wanted: string) =>
    page.waitForFunction(
      ([selector, said]) => document.querySelector(selector!)?.textContent === said,
      [`${at("sheet-grid")} [data-cell=${cell}]`, wanted],
    );
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));

  test("a key begins, Enter goes down, Tab to the right, Delete empties; all is taken back", async () => {
    const { page, errors, close } = await opened(1280, 800);
    await page.locator(`${at("sheet-grid")} [data-cell=D5]`).click();
    const before = [await text(page, "D5"), await text(page, "D6"), await text(page, "E6")];
    await page.keyboard.type("某事项甲");
    expect(await page.inputValue(at("cell-editor"))).toBe("某事项甲");
    await shot(page, "hands-typing");
    await page.keyboard.press("Enter");
    await holds(page, "D5", "某事项甲");
    expect(await address(page)).toBe("D6");
    await page.keyboard.type("9");
    await page.keyboard.press("Tab");
    await holds(page, "D6", "9");
    expect(await address(page)).toBe("E6");
    await page.keyboard.press("Delete");
    await holds(page, "E6", "");
    expect(await focused(page)).toBe("cell-input");
    // Without a text the keys only lead.
    await page.keyboard.press("Enter");
    expect(await address(page)).toBe("E7");
    await page.keyboard.press("ArrowUp");
    expect(await address(page)).toBe("E6");
    for (const [cell, wanted] of [
      ["E6", before[2]!],
      ["D6", before[1]!],
      ["D5", before[0]!],
    ] as const) {
      // One step back after another.
      await page.waitForSelector(`${at("undo")}[aria-busy=false]`);
      await page.keyboard.press("Control+z");
      await holds(page, cell, wanted);
    }
    expect(await axe(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test("cells below one another are filled as fast as one types", async () => {
    const { page, close } = await opened(1280, 800);
    await page.locator(`${at("sheet-grid")} [data-cell=D5]`).click();
    for (const said of ["甲事项", "乙事项", "丙事项", "丁事项"]) {
      await page.keyboard.type(said);
      await page.keyboard.press("Enter");
    }
    for (const [cell, said] of [
      ["D5", "甲事项"],
      ["D6", "乙事项"],
      ["D7", "丙事项"],
      ["D8", "丁事项"],
    ] as const) {
      await holds(page, cell, said);
    }
    expect(await address(page)).toBe("D9");
    await close();
  });

  test("an input method composes from its first letter, and Escape leaves the cell as it was", async () => {
    const { page, close } = await opened(1280, 800);
    await page.locator(`${at("sheet-grid")} [data-cell=D5]`).click();
    const before = await text(page, "D5");
    const keys = await page.context().newCDPSession(page);
    await keys.send("Input.imeSetComposition", { text: "mou", selectionStart: 3, selectionEnd: 3 });
    expect(await page.inputValue(at("cell-editor"))).toBe("mou");
    await keys.send("Input.insertText", { text: "某" });
    expect(await page.inputValue(at("cell-editor"))).toBe("某");
    await page.keyboard.press("Escape");
    await page.waitForSelector(at("cell-editor"), { state: "detached" });
    expect(await text(page, "D5")).toBe(before);
    expect(await address(page)).toBe("D5");
    // Tab leaves the sheet: nobody is held in it.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]") === null)).toBe(true);
    await close();
  });

  test("the headings stay in sight of a file that has nothing stay", async () => {
    const { page, close } = await opened(1280, 480);
    const box = (cell: string) => page.locator(`${at("sheet-grid")} [data-cell=${cell}]`).boundingBox();
    const before = await box("D3");
    expect(before).not.toBeNull();
    await page.locator(at("sheet-grid")).evaluate((grid) => grid.scrollTo(0, 600));
    await page.waitForTimeout(300);
    expect(await box("D3")).toEqual(before);
    await shot(page, "hands-heads");
    await close();
  });
});
