/**
 * The emulated Excel in a browser: a sheet, and the pane in an iframe beside it, talking over the real web channel. Tests
 * reach it as `window.emulatedExcel`.
 */
import type { Area } from "../../../src/grid/grid";
import { columnName } from "../addresses";
import { createWebChannel } from "../channel-web";
import { Engine, noFaults, type Counters, type Faults, type RichEvent } from "../engine";
import { openWorkbookFile, type OpenedFile } from "../workbook-file";
import { WorkbookModel, type WorkbookSource } from "../workbook-model";

export interface OpenOptions {
  /** Address of the pane, without Excel's parameters. */
  readonly pane: string;
  readonly level?: string;
  /** The workbook as an .xlsx file in base64, or as plain data; neither: the one already open. */
  readonly file?: string;
  readonly source?: WorkbookSource;
}

export interface EmulatedExcel {
  open(options: OpenOptions): Promise<void>;
  /** Loads the pane again over the same workbook: what a reload or a crash of the pane does. */
  reload(): void;
  /** Ends the pane's connection in the middle of whatever it is doing. */
  kill(): void;
  readonly workbook: WorkbookModel;
  readonly faults: Faults;
  readonly counters: Counters;
  readonly unknownMembers: readonly string[];
  /** Actions by which office.js tells Excel of keys: 13 and 14 Tab leaving the pane, 15 Esc, 16 F2. */
  readonly notified: readonly number[];
  /** The workbook as a file, in base64; only of one that was opened from a file. */
  save(): string;
  snapshot(): unknown;
}

declare global {
  interface Window {
    emulatedExcel: EmulatedExcel;
  }
}

const MOST_ROWS = 60;
const MOST_COLS = 16;

let workbook = new WorkbookModel({ sheets: [{ name: "Sheet1", values: [] }] });
let file: OpenedFile | null = null;
let engine: Engine | null = null;
let faults: Faults = noFaults("web");
let address = "";
let level = "1.17";
let panes = 0;
let stopReceiving: (() => void) | null = null;
const notified: number[] = [];

function connect(): void {
  stopReceiving?.();
  engine?.close();
  panes += 1;
  const controlId = `pane-${panes}`;
  const frame = document.createElement("iframe");
  frame.title = "任务窗格";
  frame.id = "pane";
  frame.allow = "clipboard-write";
  const origin = new URL(address).origin;
  const events: ((event: RichEvent) => void)[] = [];
  const connected = new Engine({
    workbook,
    level,
    actor: panes,
    faults,
    onEvent: (event) => events.forEach((send) => send(event)),
  });
  const channel = createWebChannel({
    engine: connected,
    level,
    controlId,
    documentUrl: `${location.origin}/books/${encodeURIComponent(workbook.name)}`,
    post: (message) => {
      if (!connected.dead) frame.contentWindow?.postMessage(message, origin);
    },
    onNotify: (action) => notified.push(action),
  });
  events.push((event) => channel.sendEvent(event));
  const receive = (event: MessageEvent): void => {
    if (event.source === frame.contentWindow && event.origin === origin) channel.receive(event.data);
  };
  window.addEventListener("message", receive);
  stopReceiving = () => window.removeEventListener("message", receive);
  engine = connected;
  const url = new URL(address);
  url.searchParams.set("_host_Info", `Excel$Web$16.01$zh-CN$emulated$$disableLogging$0`);
  url.hash = `&_xdm_Info=${controlId}|${controlId}|${encodeURIComponent(location.origin)}`;
  frame.src = url.href;
  document.getElementById("pane")?.remove();
  document.body.append(frame);
}

/** Draws the active sheet: enough to see what is marked and selected. */
function draw(): void {
  const sheet = workbook.active;
  const table = document.createElement("table");
  const header = table.insertRow();
  header.insertCell();
  for (let col = 0; col < MOST_COLS; col++) header.insertCell().textContent = columnName(col);
  const top = Math.max(0, (workbook.selection[0]?.top ?? 0) - 20);
  for (let row = top; row < top + MOST_ROWS; row++) {
    const line = table.insertRow();
    line.insertCell().textContent = String(row + 1);
    for (let col = 0; col < MOST_COLS; col++) {
      const cell = line.insertCell();
      cell.textContent = String(sheet.valueAt(row, col) ?? "");
      const inside = (areas: readonly Area[]): boolean =>
        areas.some((area) => row >= area.top && row <= area.bottom && col >= area.left && col <= area.right);
      const mark = sheet.conditionalFormats.find((format) => inside(format.areas));
      if (mark) cell.style.background = mark.fill;
      if (inside(workbook.selection)) cell.classList.add("selected");
    }
  }
  const host = document.getElementById("sheet");
  if (host) host.replaceChildren(table);
  document.title = `${workbook.name} – ${sheet.name}`;
}

let drawing = false;
function drawSoon(): void {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    draw();
  });
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

window.emulatedExcel = {
  async open(options) {
    if (options.file !== undefined) {
      file = await openWorkbookFile(bytesOf(options.file));
      workbook = file.workbook;
    } else if (options.source) {
      file = null;
      workbook = new WorkbookModel(options.source);
    }
    address = options.pane;
    level = options.level ?? level;
    faults = noFaults("web");
    workbook.listen(drawSoon);
    draw();
    connect();
  },
  reload: connect,
  kill: () => engine?.close(),
  get workbook() {
    return workbook;
  },
  get faults() {
    return faults;
  },
  get counters() {
    if (!engine) throw new Error("No pane is open.");
    return engine.counters;
  },
  get unknownMembers() {
    return engine?.unknownMembers ?? [];
  },
  notified,
  save() {
    if (!file) throw new Error("The workbook was not opened from a file.");
    return btoa(Array.from(file.save(), (byte) => String.fromCharCode(byte)).join(""));
  },
  snapshot: () => workbook.snapshot(),
};
