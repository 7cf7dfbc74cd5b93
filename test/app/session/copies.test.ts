/** Copies of a file through the session: annotated, edited, clean; the open file stays as it is. */
import { createSession } from "../../../src/app/session/session";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { valueAt } from "../../../src/grid/grid";
import { buildXlsx } from "../../hosts/file/build";
import { environment } from "./environment";
import { COL, FIRST, ledgerSheet } from "./ledger-sheet";

const SHEET = "整改台账";
const open = (bytes: Uint8Array) => openFileHost(bytes, "台账.xlsx", { inflater: createNodeInflater() });

async function opened(bytes: Uint8Array) {
  const session = createSession(environment());
  const host = await open(bytes);
  await session.open(host);
  return { session, host };
}

describe("makeCopy", () => {
  it("annotates a copy with report and marks, and leaves the open file without them", async () => {
    const { session, host } = await opened(await buildXlsx([ledgerSheet()]));
    const before = await host.copies!.current();
    const copy = (await session.makeCopy("annotated"))!;
    const { session: again } = await opened(copy.bytes);
    expect(again.getSnapshot().workbook!.sheets.map((sheet) => sheet.name)).toEqual([SHEET]);
    expect((await (await open(copy.bytes)).copies!.clean()).removed).toEqual(
      expect.arrayContaining([`marks:${SHEET}`, "sheet:核验报告"]),
    );
    expect(await host.copies!.current()).toEqual(before);
    expect(session.getSnapshot()).toMatchObject({ marks: { on: false }, report: null });
  });

  it("puts edits into the edited copy and keeps marks out of it", async () => {
    const { session } = await opened(await buildXlsx([ledgerSheet()]));
    await session.setMarks(true);
    await session.apply(await session.previewFixes({ rule: "space" }));
    const { bytes } = (await session.makeCopy("edited"))!;
    const copy = await open(bytes);
    expect(valueAt((await copy.read.grids([SHEET]))[0]!, FIRST + 1, COL.unit)).toBe("财务股");
    expect((await copy.copies!.clean()).removed).toEqual([]);
    expect(session.getSnapshot().marks.on).toBe(true);
  });

  it("cleans state, marks and report out of a copy, and names them", async () => {
    const { session } = await opened(await buildXlsx([ledgerSheet()]));
    await session.keepInWorkbook(true);
    await session.ignore("x", "y");
    await session.setMarks(true);
    await session.addReport();
    const { bytes, removed } = (await session.makeCopy("clean"))!;
    expect(removed).toEqual(expect.arrayContaining([`marks:${SHEET}`, "sheet:核验报告", "state:ignores"]));
    expect((await (await open(bytes)).copies!.clean()).removed).toEqual([]);
  });

  it("is null where the host makes no copies", async () => {
    const { session } = await opened(await buildXlsx([ledgerSheet()]));
    await session.close();
    expect(await session.makeCopy("clean")).toBeNull();
  });
});
