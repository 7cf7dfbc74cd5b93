/**
 * docs/guide.md, step by step: each step is done here, and its picture taken. A picture that no longer shows what the guide
 * shows is told; `GUIDE=write` takes them anew. Fonts and edges differ between machines: what is compared is the size and
 * where the picture is light and dark, in coarse squares.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { ServedExcel } from "../excel-host/browser/serve-excel";
import { launch, openPage, ROOT, serve, type Served, type Watched } from "./harness";
import { openPane, servePane } from "./pane-harness";

jest.setTimeout(240_000);

const PICTURES = path.join(ROOT, "docs/guide");
const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const TIDY = path.join(ROOT, "samples/整改台账-示例.xlsx");
const SIZE = { width: 1100, height: 680 };
const at = (testid: string) => `[data-testid=${testid}]`;
const CURRENT = `${at("finding")}[data-current=true]`;

let browser: Browser;
let served: Served;
let pane: ServedExcel;
let judge: Page;
beforeAll(async () => {
  served = await serve();
  pane = await servePane();
  browser = await launch();
  judge = await (await browser.newContext()).newPage();
});
afterAll(async () => {
  await browser?.close();
  served?.stop();
  await pane?.stop();
});

/** Squares a side that a picture is looked at in, and how far apart two pictures of one thing may be, of 255. */
const SQUARES = 24;
const MEAN = 6;
const MOST = 80;

interface Difference {
  readonly sizes: readonly [string, string];
  readonly mean: number;
  readonly most: number;
}

/** How far two pictures are apart, by the lightness of their squares. */
function differ(one: Buffer, other: Buffer): Promise<Difference> {
  return judge.evaluate(
    async ([pictures, squares]) => {
      const looks = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = document.createElement("canvas");
          canvas.width = squares;
          canvas.height = squares;
          const draw = canvas.getContext("2d")!;
          draw.imageSmoothingQuality = "high";
          draw.drawImage(image, 0, 0, squares, squares);
          const { data } = draw.getImageData(0, 0, squares, squares);
          const light = Array.from(
            { length: squares * squares },
            (_, n) => (data[4 * n]! + data[4 * n + 1]! + data[4 * n + 2]!) / 3,
          );
          return { size: `${image.width}×${image.height}`, light };
        }),
      );
      const [a, b] = looks;
      const gaps = a!.light.map((light, n) => Math.abs(light - b!.light[n]!));
      return {
        sizes: [a!.size, b!.size] as const,
        mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
        most: Math.max(...gaps),
      };
    },
    [[one.toString("base64"), other.toString("base64")], SQUARES] as const,
  );
}

const SHOT = { animations: "disabled", caret: "hide" } as const;
/** How often a picture that differs is taken again, and after how many ms. */
const SETTLES = 40;
const SETTLING = 250;

/** Takes the picture of a step and holds it against the guide's. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForSelector(at("part-loading"), { state: "detached" });
  await page.waitForSelector(`${at("activity")}[data-state=busy]`, { state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  const taken = await page.screenshot(SHOT);
  const file = path.join(PICTURES, `${name}.png`);
  if (process.env["GUIDE"] === "write") {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(file, taken);
    return;
  }
  let { sizes, mean, most } = await differ(readFileSync(file), taken);
  // A slow machine colours and scrolls a little later.
  for (let tries = 0; tries < SETTLES && !(mean <= MEAN && most <= MOST); tries++) {
    await page.waitForTimeout(SETTLING);
    ({ sizes, mean, most } = await differ(readFileSync(file), await page.screenshot(SHOT)));
  }
  expect({ name, size: sizes[1], alike: mean <= MEAN && most <= MOST }).toEqual({ name, size: sizes[0], alike: true });
}

async function opened(file: string): Promise<Watched> {
  const watched = await openPage(browser, served.url, { viewport: SIZE, colorScheme: "light" });
  await watched.page.setInputFiles(at("file-input"), file);
  await watched.page.waitForSelector(at("month-strip"));
  return watched;
}

test("a ledger of WPS by its file: opened, looked at, mended, downloaded", async () => {
  const start = await openPage(browser, served.url, { viewport: SIZE, colorScheme: "light" });
  await start.page.waitForSelector(at("choose-file"));
  await picture(start.page, "start");
  await start.close();
  const { page, errors, close } = await opened(FAULTY);
  await picture(page, "columns");
  await page.click(at("step-check"));
  await page.waitForSelector(at("findings"));
  await page.locator(`${at("finding")}[data-rule=unit-missing] ${at("finding-head")}`).click();
  await page.waitForSelector("[data-cell=E7][aria-selected=true]");
  await picture(page, "check");
  await page
    .locator(`${CURRENT} ${at("option")}`)
    .first()
    .click();
  await page.waitForSelector(at("unsaved"));
  await page.waitForSelector(`${CURRENT}[data-rule=deadline-invalid]`);
  await picture(page, "mended");
  const saved = page.waitForEvent("download");
  await page.click(at("unsaved-download"));
  expect((await saved).suggestedFilename()).toMatch(/^整改台账-有问题的示例.+\.xlsx$/u);
  expect(errors).toEqual([]);
  await close();
});

test("figures, the paragraph held back, and what settles it", async () => {
  const held = await opened(FAULTY);
  await held.page.click(at("step-check"));
  await held.page.waitForSelector(at("findings"));
  await held.page.click(at("step-tally"));
  await held.page.waitForSelector("[data-testid^=rate-]");
  await picture(held.page, "figures");
  await held.page.click(at("step-summary"));
  await held.page.waitForSelector(at("held"));
  await picture(held.page, "held");
  await held.close();
  const { page, errors, close } = await opened(TIDY);
  await page.click(at("step-check"));
  await page.waitForSelector(`${at("check-pane")}[data-checked=true]`);
  await page.click(at("step-summary"));
  await page.waitForSelector(`${at("copy-summary")}:not([disabled])`);
  await picture(page, "paragraph");
  await page.click(at("step-notice"));
  await page.waitForSelector(at("notice-main"));
  await picture(page, "notice");
  await page.click(at("proofread-notice"));
  await page.waitForSelector(at("proofreading"));
  await picture(page, "proofread");
  expect(errors).toEqual([]);
  await close();
});

test("beside Excel", async () => {
  const excel = await openPane(browser, pane, {
    file: readFileSync(FAULTY).toString("base64"),
    level: "1.14",
    do: "check",
    context: { viewport: SIZE, colorScheme: "light" },
  });
  await excel.pane.locator(at("findings")).waitFor();
  await excel.pane.locator(at("finding-head")).first().click();
  await excel.pane.locator(CURRENT).waitFor();
  await picture(excel.page, "excel");
  await excel.close();
});

test("the guide shows these pictures and no others", () => {
  const guide = readFileSync(path.join(ROOT, "docs/guide.md"), "utf8");
  const named = [...guide.matchAll(/\]\(guide\/([\w-]+)\.png\)/g)].map(([, name]) => name!);
  expect([...named].sort()).toEqual(
    ["check", "columns", "excel", "figures", "held", "mended", "notice", "paragraph", "proofread", "start"].sort(),
  );
  for (const name of named)
    expect({ name, there: existsSync(path.join(PICTURES, `${name}.png`)) }).toEqual({ name, there: true });
});
