/**
 * The built pane in Chromium: in an iframe beside the emulated Excel, on https, with the real office.js. The story a user
 * goes through, then what goes wrong around it: a colleague, a protected sheet, many rows, a reload half-way through
 * writing, an Office that is too old or missing.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Frame, FrameLocator } from "playwright-core";
import type { ServedExcel } from "../excel-host/browser/serve-excel";
import { launch, ROOT } from "./harness";
import { openPane, paneShot, servePane, type OpenedPane } from "./pane-harness";

jest.setTimeout(180_000);

const SHEET = "问题整改台账";
const FAULTY = readFileSync(path.join(ROOT, "samples/整改台账-有问题的示例.xlsx")).toString("base64");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const findingAt = (rule: string) => `[data-testid=finding][data-rule=${rule}]`;

let browser: Browser;
let served: ServedExcel;

beforeAll(async () => {
  served = await servePane();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

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

/** Serious and critical findings of axe in the pane. */
async function seriousAxe(frame: Frame): Promise<string[]> {
  await frame.waitForSelector("#root:not([aria-hidden])");
  // The pane's policy lets no script in; the test's own world is not bound by it.
  await frame.evaluate(axeSource);
  const found = await frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          context: unknown,
        ) => Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] }>;
      };
    };
    // Tabster's focus sentinels are hidden and focusable by design; they pass the focus on at once.
    return (await axe.run({ exclude: [["[data-tabster-dummy]"]] })).violations;
  });
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`);
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
    opened = await openPane(browser, served, { file: FAULTY, level: "1.14" });
    pane = opened.pane;
    before = await snapshot(opened);
  });
  afterAll(() => opened?.close());

  test("reads the open workbook", async () => {
    await pane.locator("[data-testid=app][data-phase=ready]").waitFor();
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
});
