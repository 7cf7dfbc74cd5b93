/** Marks of what changed since last time: beside those of findings, made anew with the ledger, taken back alone. */
import { createSession } from "../../../src/app/session/session";
import { changeMarks, changeSheet, compareWithPeriod } from "../../../src/app/month";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { readWorkbook } from "../../../src/ledger";
import { periodOf } from "../../../src/month";
import { civilDate } from "../../../src/zh/civil-date";
import { buildXlsx } from "../../hosts/file/build";
import { createMemoryHost } from "../../hosts/memory-host";
import { environment } from "./environment";
import { COL, FIRST, ledgerSheet, ROWS } from "./ledger-sheet";

const SHEET = "整改台账";

/** A month before: the first not done, the second due earlier. */
async function before() {
  const rows = ROWS.map((row, index) =>
    row.map((cell, col) =>
      index === 0 && col === COL.status
        ? "正在整改"
        : index === 1 && col === COL.deadline
          ? "2025年8月底前"
          : index === 1 && col === COL.progress
            ? "已列计划。"
            : cell,
    ),
  );
  const grids = await createMemoryHost([ledgerSheet(rows)]).read.grids();
  const day = civilDate(2025, 9, 30)!;
  return periodOf(readWorkbook(grids, { today: day, asOf: day }), { masked: true });
}

async function opened() {
  const session = createSession(environment());
  const host = createMemoryHost([ledgerSheet()]);
  await session.open(host);
  const old = await before();
  const marks = () => changeMarks(compareWithPeriod(session, old, [])!, "zh");
  const marked = () =>
    host.controls
      .marks()
      .map(({ row, col, severity }) => `${severity} ${row}:${col}`)
      .sort();
  return { session, host, marks, marked };
}

it("marks the cells that changed, risky ones apart, each with what stood there", async () => {
  const { session, host, marks, marked } = await opened();
  expect(await session.setChangeMarks(marks)).toBe(true);
  expect(marked()).toEqual([
    `change ${FIRST}:${COL.status}`,
    `change ${FIRST + 2}:${COL.progress}`,
    `risk ${FIRST + 1}:${COL.deadline}`,
  ]);
  const note = host.controls.marks().find(({ severity }) => severity === "risk")?.note;
  expect(note).toContain("较上期：时限推后（上期为“2025年8月底前”）");
  expect(session.getSnapshot().marks).toMatchObject({ on: false, changed: 3, marked: 3 });
});

it("stands beside marks of findings, the graver of two on a cell; each is taken back alone", async () => {
  const { session, marks, marked } = await opened();
  await session.setMarks(true);
  const findings = marked();
  await session.setChangeMarks(marks);
  expect(marked()).toEqual(expect.arrayContaining([`change ${FIRST}:${COL.status}`]));
  expect(marked().filter((one) => !/^(?:risk|change)/u.test(one)).length).toBe(findings.length);
  expect(session.getSnapshot().marks).toMatchObject({ on: true });
  await session.setMarks(false);
  expect(marked().every((one) => /^(?:risk|change)/u.test(one))).toBe(true);
  expect(session.getSnapshot().marks.on).toBe(false);
  await session.setMarks(true);
  await session.setChangeMarks(null);
  expect(marked()).toEqual(findings);
  expect(session.getSnapshot().marks).toMatchObject({ on: true, changed: 0 });
});

it("follows the ledger: a cell that is as it was is marked no more", async () => {
  const { session, host, marks, marked } = await opened();
  await session.setChangeMarks(marks);
  host.controls.type(SHEET, FIRST, COL.status, "正在整改");
  await session.update(SHEET, [FIRST]);
  expect(marked()).not.toContain(`change ${FIRST}:${COL.status}`);
  host.controls.removeMarks();
  await session.glance();
  await session.update(SHEET, [FIRST]);
  expect(marked()).toEqual([]);
  expect(session.getSnapshot().marks.changed).toBe(0);
});

it("is known again by a later visit, which marks no findings in its place, and takes it back", async () => {
  const { session, host, marks, marked } = await opened();
  await session.setChangeMarks(marks);
  const standing = marked();
  await session.close();
  const later = createSession(environment());
  await later.open(host);
  expect(later.getSnapshot().marks).toMatchObject({ on: false, changed: 3 });
  await later.check();
  expect(marked()).toEqual(standing);
  await later.setChangeMarks(null);
  expect(marked()).toEqual([]);
});

it("of an earlier visit stay when findings are marked and unmarked, and go when they are taken back", async () => {
  const { session, host, marks, marked } = await opened();
  await session.setChangeMarks(marks);
  const standing = marked();
  await session.close();
  const later = createSession(environment());
  await later.open(host);
  await later.setMarks(true);
  expect(later.getSnapshot().marks).toMatchObject({ on: true, changed: 3 });
  expect(marked()).toEqual(expect.arrayContaining([...standing]));
  expect(marked().length).toBeGreaterThan(standing.length);
  await later.close();
  const last = createSession(environment());
  await last.open(host);
  await last.check();
  expect(last.getSnapshot().marks).toMatchObject({ on: true, changed: 3 });
  await last.setMarks(false);
  expect(marked()).toEqual(standing);
  expect(last.getSnapshot().marks).toMatchObject({ on: false, changed: 3 });
  await last.setChangeMarks(null);
  expect(marked()).toEqual([]);
});

it("of a file makes a copy with marks and the sheet of changes, and leaves the file as it is", async () => {
  const session = createSession(environment());
  const bytes = await buildXlsx([ledgerSheet()]);
  const open = (of: Uint8Array) => openFileHost(of, "台账.xlsx", { inflater: createNodeInflater() });
  const host = await open(bytes);
  await session.open(host);
  const untouched = await host.copies!.current();
  const compared = compareWithPeriod(session, await before(), [])!;
  const copy = (await session.makeCopy({ marks: changeMarks(compared, "zh"), report: changeSheet(compared) }))!;
  const made = await open(copy.bytes);
  expect(await made.marks!.find()).toEqual({ marked: 3, changed: 3 });
  expect(await made.sheets!.findOurs()).toEqual(["变化明细"]);
  expect((await made.copies!.clean()).removed).toEqual(expect.arrayContaining([`marks:${SHEET}`, "sheet:变化明细"]));
  expect(await host.copies!.current()).toEqual(untouched);
});
