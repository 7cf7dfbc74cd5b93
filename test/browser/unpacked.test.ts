/**
 * The zip of a release, unpacked in an empty folder: served by a real nginx with the configuration in it, opened in a real
 * browser, used, the server gone, used again; by a plain server of files; and the one file opened from the folder.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { PAGE_CSP } from "../../scripts/headers.mjs";
import { listen } from "../../scripts/serve.mjs";
import { makeRelease, VERSION, type ReleaseFolder } from "../scripts/release-folder";
import { HOST, nginxProgram, startNginx } from "../scripts/real-nginx";
import { launch } from "./harness";

jest.setTimeout(300_000);

let release: ReleaseFolder;
let browser: Browser;

beforeAll(async () => {
  release = makeRelease();
  browser = await launch([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, "--ignore-certificate-errors"]);
});
afterAll(async () => {
  await browser?.close();
  release?.remove();
});

interface Opened {
  readonly page: Page;
  readonly wrong: readonly string[];
  /** Null for a file. */
  readonly headers: Readonly<Record<string, string>> | null;
}

/** A page that notes what goes wrong. */
async function open(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  const wrong: string[] = [];
  const origin = new URL(url).origin;
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  page.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(origin === "null" ? "file:" : origin) && !/^(?:blob|data):/.test(to)) wrong.push(to);
  });
  const response = await page.goto(url);
  return { page, wrong, headers: response?.headers() ?? null };
}

/** The faulty sample opened and checked: what is shown tells that reading, rules and texts are all there. */
async function checkSample(page: Page): Promise<void> {
  await page.click("[data-testid=sample-sampleFaulty]");
  await page.waitForSelector("[data-testid=ledger-pane]");
  await page.click("[data-testid=tab-check]");
  await page.waitForSelector("[data-testid=finding][data-rule=unit-missing]");
  await page.click("[data-testid=tab-tally]");
  await page.waitForSelector("[data-testid=month-bar]");
}

test("served by nginx with the configuration in it; then without the server", async () => {
  const nginx = nginxProgram();
  if (nginx === null) {
    // On CI nginx is installed; elsewhere the plain server below has to do.
    expect(process.env["CI"]).toBeUndefined();
    return;
  }
  const conf = readFileSync(path.join(release.unpacked, "nginx.conf"), "utf8");
  const server = await startNginx(nginx, conf, path.join(release.unpacked, "web"));
  const context = await browser.newContext({ locale: "zh-CN" });
  try {
    const url = `https://${HOST}:${server.ports.secure}/page/`;
    const { page, wrong, headers } = await open(context, url);
    expect(headers?.["content-security-policy"]).toBe(PAGE_CSP);
    expect(headers?.["x-content-type-options"]).toBe("nosniff");
    await checkSample(page);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state === "activated" && navigator.serviceWorker.controller !== null;
    });
    await server.stop();
    const again = await open(context, url);
    await checkSample(again.page);
    expect([...wrong, ...again.wrong]).toEqual([]);
  } finally {
    await context.close();
    await server.stop();
  }
});

test("served by a plain server of files", async () => {
  const { server, url } = await listen(path.join(release.unpacked, "web"), 0, 1);
  const context = await browser.newContext({ locale: "zh-CN" });
  try {
    const { page, wrong } = await open(context, url);
    await checkSample(page);
    expect(wrong).toEqual([]);
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
});

test("the one file opens from the folder, and says its version", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  try {
    const { page, wrong } = await open(context, pathToFileURL(path.join(release.unpacked, "台账助手.html")).href);
    await page.getByTestId("menu").click();
    await page.getByTestId("version").filter({ hasText: VERSION }).waitFor();
    await page.keyboard.press("Escape");
    await checkSample(page);
    expect(wrong).toEqual([]);
  } finally {
    await context.close();
  }
});
