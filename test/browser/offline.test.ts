/**
 * The served page installed by its service worker: opened, the server gone, opened again and used; then a new build in
 * its place. Everything the browser asks for anywhere but on this computer would go through a proxy that writes it down.
 */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import http, { type Server } from "node:http";
import type net from "node:net";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { listen } from "../../scripts/serve.mjs";
import { launch, ROOT } from "./harness";

jest.setTimeout(180_000);

let folder: string;
let server: Server | null = null;
let url = "";
let browser: Browser;
let context: BrowserContext;
let proxy: Server;
const proxied: string[] = [];
/** A browser asks its maker for updates and the like of its own accord; no page of ours names these. */
const OF_THE_BROWSER = /^(?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gstatic|gvt1)\.com[:/]/;

/** A copy of the build of our own: another test may be building, and we publish a second one. */
function copyBuild(): string {
  const copy = mkdtempSync(path.join(tmpdir(), "taizhang-offline-"));
  cpSync(path.join(ROOT, "dist/web/page"), path.join(copy, "page"), { recursive: true });
  return copy;
}

async function start(port: number): Promise<void> {
  ({ server, url } = await listen(folder, port, 1));
}

async function stop(): Promise<void> {
  const running = server;
  server = null;
  if (!running) return;
  const closed = new Promise((resolve) => running.close(resolve));
  running.closeAllConnections();
  await closed;
}

/** Refuses and notes whatever would have left this computer. */
async function startProxy(): Promise<number> {
  proxy = http.createServer((request, response) => {
    proxied.push(request.url ?? "");
    response.writeHead(502).end();
  });
  proxy.on("connect", (request, socket: net.Socket) => {
    proxied.push(request.url ?? "");
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return (proxy.address() as AddressInfo).port;
}

/** The page is answered by the worker of this build, and no other is on its way. */
async function underControl(page: Page, version: string): Promise<void> {
  const isSo = () =>
    page.evaluate(async (cache) => {
      const registration = await navigator.serviceWorker.getRegistration();
      return (
        registration?.active?.state === "activated" &&
        registration.installing === null &&
        registration.waiting === null &&
        navigator.serviceWorker.controller === registration.active &&
        (await caches.keys()).includes(cache)
      );
    }, `taizhang-page-${version}`);
  while (!(await isSo())) await page.waitForTimeout(100);
}

/** The build writes it into the worker: 16 hexadecimal digits. */
function versionOf(): string {
  const text = readFileSync(path.join(folder, "page/service-worker.js"), "utf8");
  const version = /\b[0-9a-f]{16}\b/.exec(text)?.[0];
  if (!version) throw new Error("the service worker of the build names no version");
  return version;
}

/** The faulty sample checked: what a person opens the page for. */
async function checkSample(page: Page): Promise<void> {
  await page.click("[data-testid=sample-sampleFaulty]");
  await page.waitForSelector("[data-testid=ledger-pane]");
  await page.click("[data-testid=tab-check]");
  await page.waitForSelector("[data-testid=finding][data-rule=unit-missing]");
  for (const pane of ["tally", "month", "summary", "notice", "proofread"]) {
    await page.click(`[data-testid=tab-${pane}]`);
    await page.waitForSelector(`[data-testid=${pane}-pane]`);
  }
  await page.click("[data-testid=tab-tally]");
  await page.waitForSelector("[data-testid=month-bar]");
}

beforeAll(async () => {
  folder = copyBuild();
  browser = await launch([`--proxy-server=127.0.0.1:${await startProxy()}`]);
  context = await browser.newContext({ locale: "zh-CN" });
  await start(0);
});

afterAll(async () => {
  await browser?.close();
  await stop();
  proxy?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test("opened once, it opens without its server and checks a ledger in every pane", async () => {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector("[data-testid=start]");
  await underControl(page, versionOf());
  await stop();
  await expect(fetch(url)).rejects.toThrow();
  await page.reload();
  await checkSample(page);
  await page.close();
});

/** Puts a second build in the place of the first, as an administrator does. */
function publishNext(next: string): void {
  const old = versionOf();
  const main = readdirSync(path.join(folder, "page")).find((name) => /^page\.[0-9a-f]+\.js$/.test(name)) ?? "";
  const renamed = main.replace(/\.[0-9a-f]+\./, ".00feed00fe.");
  renameSync(path.join(folder, "page", main), path.join(folder, "page", renamed));
  appendFileSync(path.join(folder, "page", renamed), '\n;document.documentElement.dataset.build="second";\n');
  for (const name of ["index.html", "service-worker.js"]) {
    const file = path.join(folder, "page", name);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(main);
    writeFileSync(file, text.replaceAll(main, renamed).replaceAll(old, next));
  }
  // Lazy parts have other names in every build: none of the first can be had of the server any more.
  for (const name of readdirSync(path.join(folder, "page")).filter((each) => /\.[0-9a-f]{8}\.js$/.test(each))) {
    if (name !== renamed) lazy.push(name);
  }
}

/** Lazy parts that both builds share here; the server loses them for a while, as it does when builds really differ. */
const lazy: string[] = [];

test("a new build waits until it is agreed to; a page of the old one opens every pane meanwhile", async () => {
  const port = Number(new URL(url).port);
  await start(port);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector("[data-testid=start]");
  const other = await context.newPage();
  await other.goto(url);
  await other.waitForSelector("[data-testid=start]");
  const next = "feedfeedfeedfeed";
  publishNext(next);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForSelector("[data-testid=new-version]");
  // Opened anew it is the old build still, and says again that there is a newer one.
  await page.reload();
  await page.waitForSelector("html:not([data-build]) [data-testid=start]");
  await page.waitForSelector("[data-testid=new-version]");
  for (const name of lazy) renameSync(path.join(folder, "page", name), path.join(folder, "page", `${name}.gone`));
  await page.click("[data-testid=new-version-take]");
  await page.waitForSelector("html[data-build=second] [data-testid=start]");
  expect(await page.locator("[data-testid=new-version]").count()).toBe(0);
  await checkSample(other);
  expect(await other.locator("html[data-build]").count()).toBe(0);
  await other.close();
  await underControl(page, next);
  await stop();
  await page.reload();
  await page.waitForSelector("html[data-build=second] [data-testid=start]");
  await checkSample(page);
  await page.close();
});

test("nothing was asked of any other place", async () => {
  expect(proxied.filter((to) => !OF_THE_BROWSER.test(to))).toEqual([]);
  // The proxy does see what a page asks for.
  const page = await context.newPage();
  await page.goto("http://elsewhere.example/asked-for").catch((error: Error) => error);
  expect(proxied).toContain("http://elsewhere.example/asked-for");
});
