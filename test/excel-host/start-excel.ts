/**
 * Starts the real office.js against the emulated Excel. Without a window of its own it makes one (a fresh jsdom), so
 * that each start is isolated; a test of the pane hands in the window its components live in.
 */
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import type { JSDOM } from "jsdom";
import { createWebChannel } from "./channel-web";
import { createWin32Channel } from "./channel-win32";
import { Engine, noFaults, type Counters, type Faults, type RichEvent } from "./engine";
import { HostFault } from "./server-object";
import { WorkbookModel, type WorkbookSource } from "./workbook-model";

export type Flavour = "web" | "win32";
export type Level = "1.13" | "1.14" | "1.17" | "1.20";

export interface StartOptions {
  readonly workbook: WorkbookModel | WorkbookSource;
  readonly flavour?: Flavour;
  readonly level?: Level;
  /** The window to load office.js into; a fresh one when omitted. */
  readonly window?: Window & typeof globalThis;
  readonly faults?: Partial<Faults>;
}

export interface StartedExcel {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly window: Window & typeof globalThis;
  readonly workbook: WorkbookModel;
  readonly engine: Engine;
  readonly counters: Counters;
  readonly faults: Faults;
  /** Fails the action that is being looked at; only from within `faults.beforeAction`. */
  fail(code: string): never;
  /** Ends the pane as closing or reloading it does: nothing is answered, no event sent. The workbook stays. */
  close(): void;
}

const DIST = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const ORIGIN = "https://localhost";
const BASE = `${ORIGIN}/office/`;
const HOST_ORIGIN = "https://localhost:8443";
const DOCUMENT_URL = `${HOST_ORIGIN}/books/ledger.xlsx`;

/** Compiled once a test file: office.js for Excel alone is 1.3 MB. */
const scripts = new Map<string, vm.Script>();

function scriptAt(file: string): vm.Script {
  const known = scripts.get(file);
  if (known) return known;
  const script = new vm.Script(fs.readFileSync(path.join(DIST, file), "utf8"), { filename: file });
  scripts.set(file, script);
  return script;
}

interface Loadable {
  readonly tagName?: string;
  readonly src?: string;
  readonly onload?: (() => void) | null;
  readonly onerror?: (() => void) | null;
  readonly onreadystatechange?: (() => void) | null;
}

/** Lets the page's own script elements load office.js's files from the package, and nothing else. */
function serveScripts(window: Window & typeof globalThis, run: (file: string) => void): () => void {
  const prototype = window.Node.prototype;
  const original = prototype.appendChild;
  prototype.appendChild = function appendChild<T extends Node>(this: Node, node: T): T {
    const script = node as unknown as Loadable;
    if (script.tagName !== "SCRIPT" || !script.src?.startsWith(BASE)) return original.call(this, node) as T;
    const file = decodeURIComponent(script.src.slice(BASE.length));
    window.setTimeout(() => {
      if (!fs.existsSync(path.join(DIST, file))) {
        script.onerror?.();
        return;
      }
      run(file);
      script.onload?.();
    }, 0);
    return node;
  };
  return () => {
    prototype.appendChild = original;
  };
}

/** After what is running now, without a timer's millisecond where there is a way. */
const soon: (work: () => void) => void =
  typeof setImmediate === "function" ? (work) => void setImmediate(work) : (work) => void setTimeout(work, 0);

/** Remembers what a window is like, and returns what makes it so again: office.js takes over a good deal of it. */
function borrowWindow(window: Window & typeof globalThis): () => void {
  const names = new Set(Object.getOwnPropertyNames(window));
  const dialogs = ["alert", "confirm", "prompt", "external", "parent"].map(
    (name) => [name, Object.getOwnPropertyDescriptor(window, name)] as const,
  );
  const added: [string, EventListenerOrEventListenerObject][] = [];
  const original = window.addEventListener;
  const listen = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void => {
    added.push([type, listener]);
    Reflect.apply(original, window, [type, listener, options]);
  };
  window.addEventListener = listen as typeof window.addEventListener;
  return () => {
    window.addEventListener = original;
    for (const [type, listener] of added) window.removeEventListener(type, listener);
    for (const name of Object.getOwnPropertyNames(window)) if (!names.has(name)) Reflect.deleteProperty(window, name);
    for (const [name, descriptor] of dialogs) if (descriptor) Object.defineProperty(window, name, descriptor);
    for (const method of ["pushState", "replaceState"]) Reflect.deleteProperty(window.history, method);
    window.document.querySelectorAll("script[data-src='office.js']").forEach((tag) => tag.remove());
  };
}

/** Loaded only when it is wanted: inside Jest's own jsdom another one doesn't start. */
async function freshWindow(): Promise<JSDOM> {
  const jsdom = await import("jsdom");
  return new jsdom.JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: `${ORIGIN}/taskpane.html`,
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole: new jsdom.VirtualConsole(),
  });
}

let lastActor = 0;

export async function startExcel(options: StartOptions): Promise<StartedExcel> {
  const flavour = options.flavour ?? "web";
  const level = options.level ?? "1.14";
  const workbook = options.workbook instanceof WorkbookModel ? options.workbook : new WorkbookModel(options.workbook);
  const faults: Faults = { ...noFaults(flavour), ...options.faults };
  lastActor += 1;
  const controlId = `pane-${lastActor}`;
  const sinks: ((event: RichEvent) => void)[] = [];
  const engine = new Engine({
    workbook,
    level,
    actor: lastActor,
    faults,
    onEvent: (event) => sinks.forEach((sink) => sink(event)),
  });
  const hostInfo =
    flavour === "web" ? "Excel$Web$16.01$zh-CN$emulated$$disableLogging$0" : "Excel$Win32$16.01$zh-CN$$$$0";

  const dom = options.window ? null : await freshWindow();
  const window = options.window ?? (dom?.window as unknown as Window & typeof globalThis);
  const run = (file: string): void => {
    if (dom) scriptAt(file).runInContext(dom.getInternalVMContext());
    else window.eval(fs.readFileSync(path.join(DIST, file), "utf8"));
  };
  window.sessionStorage.clear();
  window.name = JSON.stringify({
    baseFrameName: "pane",
    hostInfo,
    xdmInfo: `${controlId}|${controlId}|${HOST_ORIGIN}`,
  });
  Object.defineProperty(window.document, "domain", { configurable: true, value: "localhost" });
  const giveBack = options.window ? borrowWindow(window) : null;
  const restore = serveScripts(window, run);

  if (flavour === "web") {
    const deliver = (message: string): void => {
      soon(() => {
        if (!engine.dead)
          window.dispatchEvent(new window.MessageEvent("message", { data: message, origin: HOST_ORIGIN }));
      });
    };
    const channel = createWebChannel({ engine, level, controlId, documentUrl: DOCUMENT_URL, post: deliver });
    const parent = {
      postMessage: (message: unknown) => {
        soon(() => channel.receive(message));
      },
    };
    Object.defineProperty(window, "parent", { configurable: true, value: parent });
    sinks.push((event) => channel.sendEvent(event));
  } else {
    const channel = createWin32Channel({ engine, level, controlId, documentUrl: DOCUMENT_URL });
    Object.defineProperty(window, "external", { configurable: true, value: channel.external });
    sinks.push((event) => {
      soon(() => {
        if (!engine.dead) channel.sendEvent(event);
      });
    });
  }

  const tag = window.document.createElement("script");
  tag.setAttribute("data-src", "office.js");
  Object.defineProperty(tag, "src", { value: `${BASE}office.js` });
  window.document.body.prepend(tag);
  run("office.js");
  const globals = window as unknown as {
    Office: typeof Office;
    Excel: typeof Excel;
    OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  };
  await globals.Office.onReady();
  globals.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return {
    Excel: globals.Excel,
    Office: globals.Office,
    window,
    workbook,
    engine,
    counters: engine.counters,
    faults,
    fail(code) {
      throw new HostFault(code, `Injected fault ${code}.`);
    },
    close() {
      engine.close();
      restore();
      giveBack?.();
      dom?.window.close();
    },
  };
}
