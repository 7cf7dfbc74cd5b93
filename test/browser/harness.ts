/**
 * The built page in a real headless Chromium: a server of `npm start`, a browser, and a record of everything that must
 * not happen (requests elsewhere, policy violations, errors on the console).
 */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";

export const ROOT = path.join(__dirname, "../..");
export const SHOTS = path.join(ROOT, "test/browser/shots");

/** @param more further switches of the browser */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"];
  if (!executablePath) throw new Error("No Chromium: install one or set CHROMIUM");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

export interface Served {
  readonly url: string;
  readonly stop: () => void;
}

/** Serves dist/web as `npm start` does; the build must be there (`npm run build`). */
export async function serve(): Promise<Served> {
  if (!existsSync(path.join(ROOT, "dist/web/page/index.html"))) {
    throw new Error("dist/web is not built: run npm run build first");
  }
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, "scripts/serve-only.mjs")], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const match = /http:\/\/localhost:\d+\/page\//.exec(out);
      if (match) resolve(match[0]);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { url, stop: () => void child.kill() };
}

export interface Watched {
  readonly page: Page;
  /** Requests to anything but the page's own origin. */
  readonly strangers: string[];
  /** Violations of the content security policy. */
  readonly violations: string[];
  /** Errors on the console and uncaught exceptions. */
  readonly errors: string[];
  /** Longest task of the main thread so far, in ms, since the last reset. */
  readonly longestTask: () => Promise<number>;
  readonly resetTasks: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface TaskWindow extends Window {
  taizhangTasks?: number[];
}

/** A page in a context of its own, watched from before its first script. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ locale: "zh-CN", acceptDownloads: true, ...options });
  const page = await context.newPage();
  const origin = url.startsWith("file:") ? "file://" : new URL(url).origin;
  const strangers: string[] = [];
  const violations: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(origin) && !/^(?:data|blob|about):/.test(to)) strangers.push(to);
  });
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    (/Content Security Policy/i.test(message.text()) ? violations : errors).push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const here = window as TaskWindow;
    here.taizhangTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) here.taizhangTasks?.push(entry.duration);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(url);
  return {
    page,
    strangers,
    violations,
    errors,
    longestTask: () => page.evaluate(() => Math.max(0, ...((window as TaskWindow).taizhangTasks ?? []))),
    resetTasks: () =>
      page.evaluate(() => {
        (window as TaskWindow).taizhangTasks = [];
      }),
    close: () => context.close(),
  };
}

/** The card of the first finding of a rule, opened. */
export async function openCard(within: Page | FrameLocator, rule: string): Promise<Locator> {
  const card = within.locator(`[data-testid=finding][data-rule=${rule}]`).first();
  if ((await card.getAttribute("data-current")) !== "true") await card.locator("[data-testid=finding-head]").click();
  await card.locator("[data-testid=finding-body]").waitFor();
  return card;
}

/** Reloads, and goes where the browser asks whether to leave; what kind of question it was. */
export async function reloadAsked(page: Page): Promise<string> {
  const asked = new Promise<string>((resolve) =>
    page.once("dialog", (dialog) => {
      resolve(dialog.type());
      void dialog.accept();
    }),
  );
  await page.reload();
  return asked;
}

/** Keeps a picture for people to look at; the folder is not committed. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

/** A browser and something that serves it, there for all tests of a suite and ended with it. */
export interface Suite<S> {
  readonly browser: Browser;
  readonly served: S;
}

/**
 * @example const suite = suiteOf(serve);
 * // in a test: await openPage(suite.browser, suite.served.url)
 */
export function suiteOf<S extends { stop: () => unknown }>(start: () => Promise<S>): Suite<S> {
  let browser: Browser | null = null;
  let served: S | null = null;
  beforeAll(async () => {
    served = await start();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });
  const there = <T>(value: T | null): T => {
    if (value === null) throw new Error("nothing is served before the tests begin");
    return value;
  };
  return {
    get browser() {
      return there(browser);
    },
    get served() {
      return there(served);
    },
  };
}
