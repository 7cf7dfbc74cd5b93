/**
 * The built pane beside the emulated Excel in Chromium. dist/web is taken as it was built; only the address of office.js
 * becomes that of a copy on the pane's own server, as `--env officeJs=./office/office.js` builds it.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions, Frame, FrameLocator, Page } from "playwright-core";
import { COMMON_HEADERS, taskpaneCsp, taskpaneMetaCsp } from "../../scripts/headers.mjs";
import { serveExcel, type ServedExcel } from "../excel-host/browser/serve-excel";
import type { OpenOptions } from "../excel-host/browser/host-page";
import { ROOT, SHOTS } from "./harness";

const OWN_OFFICE_JS = "./office/office.js";

/** The folder of the pane, with office.js on its own server. */
function paneFolder(): string {
  const built = path.join(ROOT, "dist/web");
  if (!existsSync(path.join(built, "taskpane.html"))) throw new Error("dist/web is not built: run npm run build first");
  const folder = path.join(ROOT, "test/out/pane");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(built, "taskpane"), path.join(folder, "taskpane"), { recursive: true });
  for (const page of ["taskpane.html", "commands.html"]) {
    const html = readFileSync(path.join(built, page), "utf8");
    const source = /<script[^>]* src="([^"]*office\.js)"/.exec(html)?.[1];
    if (source === undefined) throw new Error(`${page} doesn't load office.js`);
    const policy = taskpaneMetaCsp(source);
    if (!html.includes(policy)) throw new Error(`${page} doesn't carry the policy of its office.js`);
    const own = html.replace(policy, () => taskpaneMetaCsp(OWN_OFFICE_JS)).replace(source, () => OWN_OFFICE_JS);
    writeFileSync(path.join(folder, page), own);
  }
  return folder;
}

export function servePane(): Promise<ServedExcel> {
  return serveExcel({
    folder: paneFolder(),
    headers: (excel) => ({ ...COMMON_HEADERS, "Content-Security-Policy": taskpaneCsp(undefined, [excel]) }),
  });
}

export interface OpenedPane {
  readonly page: Page;
  /** The pane's document. */
  readonly pane: FrameLocator;
  readonly frame: () => Promise<Frame>;
  readonly strangers: string[];
  readonly violations: string[];
  readonly errors: string[];
  readonly close: () => Promise<void>;
}

export interface PaneOptions extends Omit<OpenOptions, "pane"> {
  /** What a ribbon button asks for: "check", "summary". */
  readonly do?: string;
  readonly width?: number;
  readonly context?: BrowserContextOptions;
}

/** Opens a workbook in the emulated Excel with the pane beside it. */
export async function openPane(
  browser: Browser,
  served: ServedExcel,
  options: PaneOptions,
  /** Called before anything is loaded. */
  prepare?: (page: Page) => Promise<unknown>,
): Promise<OpenedPane> {
  const { do: command, width = 350, context: contextOptions, ...workbook } = options;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "zh-CN",
    viewport: { width: 1200, height: 760 },
    ...contextOptions,
  });
  const page = await context.newPage();
  await prepare?.(page);
  const strangers: string[] = [];
  const violations: string[] = [];
  const errors: string[] = [];
  const own = [new URL(served.url).origin, served.panes];
  page.on("request", (request) => {
    const to = request.url();
    if (!own.some((origin) => to.startsWith(`${origin}/`)) && !/^(?:data|blob|about):/.test(to)) strangers.push(to);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("/favicon.ico")) {
      errors.push(`${response.status()} ${response.url()}`);
    }
  });
  page.on("console", (message) => {
    // What failed to load is told by its response, with its address.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    (/Content Security Policy/i.test(message.text()) ? violations : errors).push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(served.url);
  await page.addStyleTag({ content: `:root { --pane-width: ${width}px; }` });
  const address = `${served.panes}/taskpane.html${command ? `?do=${command}` : ""}`;
  await page.evaluate((open) => window.emulatedExcel.open(open), { ...workbook, pane: address });
  return {
    page,
    pane: page.frameLocator("#pane"),
    frame: async () => {
      const frame = await (await page.waitForSelector("#pane")).contentFrame();
      if (!frame) throw new Error("the pane's frame is not there");
      await frame.waitForLoadState("domcontentloaded");
      return frame;
    },
    strangers,
    violations,
    errors,
    close: () => context.close(),
  };
}

/** Keeps a picture of the pane alone. */
export async function paneShot(opened: OpenedPane, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await opened.page.locator("#pane").screenshot({ path: path.join(SHOTS, `pane-${name}.png`) });
}
