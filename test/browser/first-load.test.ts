/**
 * What pane and page really fetch until a ledger is shown: the files the build says, and no more than the budget. Sizes,
 * not times. `npm run size` counts the same files.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { BUDGETS } from "../../scripts/budgets.mjs";
import type { ServedExcel } from "../excel-host/browser/serve-excel";
import { launch, openPage, ROOT, serve, type Served } from "./harness";
import { openPane, servePane } from "./pane-harness";

jest.setTimeout(120_000);

let browser: Browser;
let excel: ServedExcel;
let served: Served;
beforeAll(async () => {
  browser = await launch();
  excel = await servePane();
  served = await serve();
});
afterAll(async () => {
  await browser?.close();
  await excel?.stop();
  served?.stop();
});

const WEB = path.join(ROOT, "dist/web");

/** Scripts of ours among addresses, as paths within dist/web. */
function scripts(addresses: readonly string[], folder: string): readonly string[] {
  const ours = addresses.map((address) => new URL(address).pathname).filter((each) => each.endsWith(".js"));
  return [...new Set(ours.filter((each) => each.startsWith(folder)).map((each) => each.slice(1)))].sort();
}

function listed(name: string): readonly string[] {
  return JSON.parse(readFileSync(path.join(ROOT, `dist/first-load-${name}.json`), "utf8")) as string[];
}

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(WEB, file)), { level: 9 }).length, 0) / 1000;

/** What was asked for until the ledger was shown; what comes later has been looked at by then. */
const fetched = () => {
  const shown = performance.getEntriesByName("taizhang:ledger-shown")[0]?.startTime ?? 0;
  const entries = performance.getEntriesByType("resource");
  return entries.filter((entry) => entry.startTime <= shown).map((entry) => entry.name);
};

test("the pane", async () => {
  const opened = await openPane(browser, excel, {
    file: readFileSync(path.join(ROOT, "samples/整改台账-示例.xlsx")).toString("base64"),
    level: "1.14",
  });
  await opened.pane.locator("[data-testid=ledger-counts]").first().waitFor();
  const frame = await opened.frame();
  const loaded = scripts(await frame.evaluate(fetched), "/taskpane/");
  expect(loaded).toEqual([...new Set([...listed("taskpane"), "taskpane/boot.js"])].sort());
  expect(kilobytes(["taskpane.html", ...loaded])).toBeLessThanOrEqual(BUDGETS["taskpane.html"].ledger);
  await opened.close();
});

test("the page", async () => {
  const watched = await openPage(browser, served.url);
  await watched.page.click("[data-testid=sample-sampleTidy]");
  await watched.page.waitForSelector("[data-testid=ledger-counts]");
  const loaded = scripts(await watched.page.evaluate(fetched), "/page/");
  const beside = loaded.filter((file) => !listed("page").includes(file));
  // Beside the panes the page shows the sheet, and reads the file in a worker; nothing else comes by itself.
  expect(beside.filter((file) => !/sheet-view|service-worker|taizhang-file|\/\d+\./.test(file))).toEqual([]);
  for (const file of listed("page")) expect(loaded).toContain(file);
  const budget = BUDGETS["page/index.html"].ledger;
  expect(kilobytes(["page/index.html", ...listed("page")])).toBeLessThanOrEqual(budget);
  await watched.close();
});
