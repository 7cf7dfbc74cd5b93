/**
 * The build with a copy of office.js of one's own (`--env officeJs=./office/office.js`): built for this test, opened in the
 * emulated Excel, and nothing leaves the server it came from.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { COMMON_HEADERS, taskpaneCsp } from "../../scripts/headers.mjs";
import { serveExcel, type ServedExcel } from "../excel-host/browser/serve-excel";
import { launch, ROOT } from "./harness";
import { openPane } from "./pane-harness";

jest.setTimeout(300_000);

const BASE = "https://intranet.example";
let folder: string;
let web: string;
let browser: Browser;
let served: ServedExcel;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "own-office-"));
  web = path.join(folder, "web");
  const webpack = path.join(path.dirname(require.resolve("webpack/package.json")), "bin/webpack.js");
  const settings = ["--env", "officeJs=./office/office.js", "--env", `baseUrl=${BASE}`];
  const build = ["--mode", "production", "--config-name", "taskpane", "--output-path", web, ...settings];
  execFileSync(process.execPath, [webpack, ...build], { cwd: ROOT, stdio: "pipe" });
  served = await serveExcel({
    folder: web,
    // Not the package: the files that were copied, and no others.
    aliases: { "/office/": path.join(web, "office") },
    headers: (excel) => ({ ...COMMON_HEADERS, "Content-Security-Policy": taskpaneCsp("./office/office.js", [excel]) }),
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("pages, policy and manifest name no other server", () => {
  for (const page of ["taskpane.html", "commands.html"]) {
    const html = readFileSync(path.join(web, page), "utf8");
    expect(html).toContain('src="./office/office.js"');
    expect(html.match(/https?:\/\/[^\s"'<>;]+/g) ?? []).toEqual([]);
  }
  const manifest = readFileSync(path.join(web, "manifest.xml"), "utf8");
  const named = [...manifest.matchAll(/DefaultValue="(https?:\/\/[^"]+)"|<AppDomain>([^<]+)</g)].map(
    ([, value, domain]) => new URL(value ?? domain ?? "").origin,
  );
  expect(named.length).toBeGreaterThan(5);
  expect(new Set(named)).toEqual(new Set([BASE]));
});

test("the copy is the package's, with its licence and without its telemetry", () => {
  const dist = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
  for (const file of ["office.js", "excel-web-16.00.js", "excel-win32-16.01.js", "zh-cn/office_strings.js"]) {
    expect(readFileSync(path.join(web, "office", file)).equals(readFileSync(path.join(dist, file)))).toBe(true);
  }
  expect(existsSync(path.join(web, "office/LICENSE.md"))).toBe(true);
  expect(existsSync(path.join(web, "office/telemetry"))).toBe(false);
});

test("the pane opens, checks and marks with it, and asks nobody else", async () => {
  const file = readFileSync(path.join(ROOT, "samples/整改台账-有问题的示例.xlsx")).toString("base64");
  const opened = await openPane(browser, served, { file, level: "1.14" });
  const { pane } = opened;
  await pane.locator("[data-testid=finding]").first().waitFor();
  const frame = await opened.frame();
  const asked = await frame.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  expect(asked.filter((address) => address.endsWith("/office/office.js"))).toHaveLength(1);
  expect(asked.filter((address) => !address.startsWith(`${served.panes}/`))).toEqual([]);
  expect({ to: opened.strangers, csp: opened.violations, errors: opened.errors }).toEqual({
    to: [],
    csp: [],
    errors: [],
  });
  await opened.close();
});
