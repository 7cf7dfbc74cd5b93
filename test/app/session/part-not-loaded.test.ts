/**
 * A part of the program that cannot be fetched when it is first needed (the network is away, a newer version took its
 * place): what was asked for is told as not done, in words that say what to do; nothing is left begun; trying again works.
 */
import { failureSentence } from "../../../src/app/failure-words";
import { createSession } from "../../../src/app/session/session";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import type { Host } from "../../../src/hosts/port";
import { buildXlsx } from "../../hosts/file/build";
import { createMemoryHost } from "../../hosts/memory-host";
import { environment } from "./environment";
import { COL, FIRST, ledgerSheet } from "./ledger-sheet";

const SHEET = "整改台账";

/** Parts that the network keeps from us now. */
const mockAway = new Set<string>();

/** What webpack rejects an import with. */
function mockChunkLoadError(part: string): Error {
  return Object.assign(new Error(`Loading chunk ${part} failed.`), { name: "ChunkLoadError" });
}

jest.mock("../../../src/app/session/edits", () => {
  if (mockAway.has("edits")) throw mockChunkLoadError("edits");
  return jest.requireActual<object>("../../../src/app/session/edits");
});
jest.mock("../../../src/app/session/rules", () => {
  if (mockAway.has("rules")) throw mockChunkLoadError("rules");
  return jest.requireActual<object>("../../../src/app/session/rules");
});

afterEach(() => mockAway.clear());

/** A session over a host whose writing has to be fetched, as Excel's has. */
async function opened() {
  const host = createMemoryHost([ledgerSheet()]);
  const write: Host["write"] = {
    ...host.write!,
    ready: () => (mockAway.has("write-cells") ? Promise.reject(mockChunkLoadError("write-cells")) : Promise.resolve()),
  };
  const session = createSession(environment());
  await session.open({ ...host, write });
  return { host, session };
}

const unit = { sheet: SHEET, row: FIRST, col: COL.unit };

// First of all: what has been fetched once stays.
it("a copy needs no part that writes", async () => {
  const session = createSession(environment());
  const bytes = await buildXlsx([ledgerSheet()]);
  await session.open(await openFileHost(bytes, "台账.xlsx", { inflater: createNodeInflater() }));
  mockAway.add("edits");
  expect(await session.makeCopy("edited")).not.toBeNull();
  expect(session.getSnapshot().activity).toMatchObject({ action: "makeCopy", state: "done" });
  await session.undo();
  expect(session.getSnapshot().activity?.failure).toMatchObject({ code: "notLoaded" });
});

describe.each(["edits", "write-cells"])("%s cannot be fetched", (part) => {
  it("nothing is written or begun, it is said, and 重试 writes once", async () => {
    const { host, session } = await opened();
    const before = host.controls.valueAt(SHEET, FIRST, COL.unit);
    const preview = part === "edits" ? null : await session.previewEdit([{ ...unit, value: "某室" }]);
    mockAway.add(part);
    if (preview === null) await session.undo();
    else expect(await session.apply(preview)).toMatchObject({ written: 0, entry: null });
    const { activity, journal } = session.getSnapshot();
    expect(activity).toMatchObject({ state: "failed", canRetry: true, failure: { code: "notLoaded", workbook: "" } });
    expect(journal).toMatchObject({ canUndo: false, canRedo: false, unfinished: null });
    expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe(before);
    expect(host.controls.calls()).not.toContain("write.apply");

    mockAway.clear();
    await session.retry();
    expect(session.getSnapshot().activity).toMatchObject({ failure: null });
    if (preview === null) return;
    expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe("某室");
    expect(host.controls.calls().filter((call) => call === "write.apply")).toHaveLength(1);
    expect((await session.undo()).written).toBe(1);
    expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe(before);
  });
});

it("an undo and a redo leave the step as it was", async () => {
  const { host, session } = await opened();
  await session.apply(await session.previewEdit([{ ...unit, value: "某室" }]));
  mockAway.add("write-cells");
  expect((await session.undo()).written).toBe(0);
  expect(session.getSnapshot().journal).toMatchObject({ canUndo: true, canRedo: false, unfinished: null });
  mockAway.clear();
  await session.undo();
  mockAway.add("write-cells");
  expect((await session.redo()).written).toBe(0);
  expect(session.getSnapshot().journal).toMatchObject({ canUndo: false, canRedo: true, unfinished: null });
  mockAway.clear();
  expect((await session.redo()).written).toBe(1);
  expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe("某室");
});

it("rules that cannot be fetched are no mistake of ours, and are checked by when they can be", async () => {
  const { session } = await opened();
  mockAway.add("rules");
  await session.check();
  expect(session.getSnapshot().activity?.failure).toMatchObject({ code: "notLoaded" });
  mockAway.clear();
  await session.retry();
  expect(session.findings()?.findings.length).toBeGreaterThan(0);
});

it("the sentence says what to do", () => {
  const failure = { code: "notLoaded", workbook: "", detail: "" } as const;
  expect(failureSentence(failure, "zh")).toBe(
    "「台账助手」有一部分程序没有下载下来，这一步没有完成，已有内容没有丢失；请检查网络后重试，仍不成功请保存后重新打开。",
  );
  // It is no fault of the workbook that was being opened.
  expect(failureSentence({ ...failure, workbook: "台账.xlsx" }, "zh")).toBe(failureSentence(failure, "zh"));
  expect(failureSentence(failure, "en")).toMatch(/^Ledger Assistant could not load a part of itself.*try again/);
});
