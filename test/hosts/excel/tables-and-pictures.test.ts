/** What Excel knows of tables and shows of WPS's pictures, on the real office.js and the emulated Excel. */
import { PICTURE } from "../../../src/grid";
import { check } from "../../../src/check/check";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { FLAVOURS, openExcelHost, type OpenExcelHost } from "./open-excel-host";

const TODAY = { year: 2025, month: 10, day: 10 };
const SHEET = "整改台账";
const HEADERS = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "佐证材料"];
const FIRST = [1, "会议记录不完整", "办公室", "2025年6月底前", "已完成", "附件1"];
const SECOND = [2, "报销附件不齐全", "财务科", "2025年12月底前", "已完成", "附件2"];

describe.each(FLAVOURS)("Excel (%s)", (flavour) => {
  let opened: OpenExcelHost | undefined;
  afterEach(() => opened?.close());

  const items = async (): Promise<number> => {
    const grids = await opened!.host.read.grids();
    return readWorkbook(grids, { today: TODAY }).ledgers[0]?.items.length ?? 0;
  };
  const withTable = async (last: readonly (string | number)[], totals: boolean): Promise<void> => {
    const values = [HEADERS, FIRST, SECOND, last];
    const table = { id: "{T-1}", area: { top: 0, left: 0, bottom: 3, right: 5 }, filtered: new Set<number>(), totals };
    opened = await openExcelHost({ flavour, workbook: { sheets: [{ name: SHEET, values, tables: [table] }] } });
  };

  it("tells the totals row of a table, whatever it is called", async () => {
    await withTable(["本月", 2, "", "", 2], true);
    const [grid] = await opened!.host.read.grids();
    expect([...(grid?.totalsRows ?? [])]).toEqual([3]);
    expect(await items()).toBe(2);
  });

  it("keeps an item that somebody wrote into it, and rows of tables without totals", async () => {
    const item = [3, "设备台账未更新", "后勤科", "2025年9月底前", "正在整改", ""];
    await withTable(item, true);
    expect(await items()).toBe(3);
    opened?.close();
    await withTable(item, false);
    expect((await opened!.host.read.grids())[0]?.totalsRows).toBeUndefined();
    expect(await items()).toBe(3);
  });

  const withPictures = async (shown: string): Promise<void> => {
    const values = [HEADERS, [...FIRST.slice(0, 5), shown], [...SECOND.slice(0, 5), "#NAME?"]];
    opened = await openExcelHost({
      flavour,
      workbook: {
        sheets: [
          {
            name: SHEET,
            values,
            formulaAt: (row, col) =>
              col !== 5 || row === 0 ? undefined : row === 1 ? '=_xlfn.DISPIMG("ID_0A1B",1)' : "=NOSUCH(A1)",
          },
        ],
      },
    });
  };

  it.each(["#NAME?", '=DISPIMG("ID_0A1B",1)'])("takes a picture of WPS shown as %s for evidence", async (shown) => {
    await withPictures(shown);
    const { read } = opened!.host;
    const grids = await read.grids();
    expect(grids[0]?.values[1]?.[5]).toBe(PICTURE);
    expect(grids[0]?.values[2]?.[5]).toBe("#NAME?");
    const errors = check(readWorkbook(grids, { today: TODAY })).findings.filter(({ rule }) => rule === "cell-error");
    expect(errors.map(({ row }) => row)).toEqual([2]);
    expect((await read.rows(SHEET, [1])).get(1)?.[5]).toBe(PICTURE);
    expect(await read.look(grids)).toEqual({ type: "same" });
  });
});
