/**
 * The network goes away while the pane is open: what a press needs of the program cannot be fetched. That is said in plain
 * words, no cell and no step is left half-way, and 重试 does it once the network is back.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT, suiteOf } from "./harness";
import { openPane, servePane } from "./pane-harness";

jest.setTimeout(120_000);

const suite = suiteOf(servePane);
const FAULTY = readFileSync(path.join(ROOT, "samples/整改台账-有问题的示例.xlsx")).toString("base64");

test.each(["edits", "write-cells"])("the pane without the part %s", async (part) => {
  const opened = await openPane(suite.browser, suite.served, { file: FAULTY, level: "1.14" });
  const { page, pane } = opened;
  const at = (testid: string, rest = "") => pane.locator(`[data-testid=${testid}]${rest}`);
  await at("tab-check").click();
  await at("findings").waitFor();
  const cells = () => page.evaluate(() => JSON.stringify(window.emulatedExcel.snapshot()));
  const before = await cells();

  const away = new RegExp(`/taskpane/${part}\\.[0-9a-f]+\\.js$`);
  await page.route(away, (route) => route.abort("internetdisconnected"));
  await at("fix-all-space").click();
  // What shows the preview is the part itself, or waits for a press before it writes.
  if (part === "write-cells") await at("apply-preview").click();
  const failed = at("activity", "[data-state=failed]");
  await failed.waitFor();
  expect(await failed.textContent()).toContain("没有下载下来");
  expect(await cells()).toBe(before);
  expect(await at("undo").getAttribute("aria-disabled")).toBe("true");

  await page.unroute(away);
  await at("retry").click();
  if (part === "edits") {
    await at("activity", "[data-action=preview][data-state=done]").waitFor();
    expect(await cells()).toBe(before);
  } else {
    await at("activity", "[data-action=apply][data-state=done]").waitFor();
    expect(await cells()).not.toBe(before);
    await at("undo").click();
    await at("activity", "[data-action=undo][data-state=done]").waitFor();
    expect(await cells()).toBe(before);
  }
  await opened.close();
});
