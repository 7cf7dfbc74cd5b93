/** The emulated Excel in Chromium: office.js in an iframe over the real web channel, on https. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { serveExcel, type ServedExcel } from "../excel-host/browser/serve-excel";
import { launch } from "./harness";

/** A pane of a few lines: reads a cell, writes one, hears of changes. */
const PANE = `<!doctype html><meta charset="utf-8"><script src="/office/office.js"></script><p id="out">…</p>
<script>
Office.onReady().then(() => Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getItem("台账");
  context.workbook.worksheets.onChanged.add(async (args) => { document.getElementById("out").textContent += " " + args.address; });
  const range = sheet.getRange("A1");
  range.load("values");
  await context.sync();
  sheet.getRange("B1").values = [["写了"]];
  await context.sync();
  document.getElementById("out").textContent = String(range.values[0][0]);
}));
</script>`;

describe("office.js in Chromium beside the emulated Excel", () => {
  let browser: Browser;
  let served: ServedExcel;
  let folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "pane-"));
    fs.writeFileSync(path.join(folder, "pane.html"), PANE);
    served = await serveExcel({ folder });
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it("reads, writes and hears, and asks nobody else for anything", async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const strangers: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("https://localhost:")) strangers.push(request.url());
    });
    await page.goto(served.url);
    await page.evaluate(
      (pane) => window.emulatedExcel.open({ pane, source: { sheets: [{ name: "台账", values: [["读到的"]] }] } }),
      `${served.panes}/pane.html`,
    );
    const out = page.frameLocator("#pane").locator("#out");
    await out.filter({ hasText: "读到的" }).waitFor();
    expect(await page.evaluate(() => window.emulatedExcel.workbook.sheet("台账").valueAt(0, 1))).toBe("写了");
    await page.evaluate(() => window.emulatedExcel.workbook.type("台账", 4, 2, [["x"]], "colleague"));
    await out.filter({ hasText: "C5" }).waitFor();
    expect(await page.evaluate(() => window.emulatedExcel.unknownMembers)).toEqual([]);
    expect(strangers).toEqual([]);
    await context.close();
  }, 60_000);
});
