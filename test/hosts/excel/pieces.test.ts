/** The small parts of the Excel host that need no Excel. */
import fc from "fast-check";
import {
  addressLists,
  areaAddress,
  columnName,
  joinCells,
  MAX_ADDRESS,
  parseAddress,
  rowRuns,
} from "../../../src/hosts/excel/addresses";
import { firstInput } from "../../../src/hosts/excel/cell-inputs";
import { gridRow } from "../../../src/hosts/excel/cell-values";
import { createOwnWrites } from "../../../src/hosts/excel/own-writes";
import { hostErrorOf, isUnsupported } from "../../../src/hosts/excel/run";
import { firstBlock } from "../../../src/hosts/excel/select-facet";
import { parseState, stateXml } from "../../../src/hosts/excel/state-facet";
import { HostError } from "../../../src/hosts/port";
import { EMPTY_ROW } from "../../../src/grid/grid";
import { parseEntry } from "../../excel-host/parse-entry";

describe("addresses", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [16_383, "XFD"],
  ])("names column %i %s", (col, name) => expect(columnName(col)).toBe(name));

  it("reads what it writes, with and without a sheet", () => {
    const area = fc.record({ top: fc.nat(1_048_575), left: fc.nat(16_383), rows: fc.nat(50), cols: fc.nat(5) });
    fc.assert(
      fc.property(area, ({ top, left, rows, cols }) => {
        const one = { top, left, bottom: Math.min(1_048_575, top + rows), right: Math.min(16_383, left + cols) };
        expect(parseAddress(areaAddress(one))).toEqual(one);
        expect(parseAddress(`'某 表!'!${areaAddress(one)}`)).toEqual(one);
      }),
    );
  });

  it.each([
    ["3:7", { top: 2, left: 0, bottom: 6, right: 16_383 }],
    ["C:D", { top: 0, left: 2, bottom: 1_048_575, right: 3 }],
    ["$B$2", { top: 1, left: 1, bottom: 1, right: 1 }],
  ])("reads %s", (address, area) => expect(parseAddress(address)).toEqual(area));

  it.each(["", "#REF!", "A1:B2:C3", "ABCD1", "12ab"])("doesn't take %j for an address", (address) =>
    expect(parseAddress(address)).toBeNull(),
  );

  it("joins cells below one another and keeps every text short enough", () => {
    expect(
      joinCells([
        { row: 3, col: 1 },
        { row: 1, col: 1 },
        { row: 2, col: 1 },
        { row: 2, col: 1 },
        { row: 2, col: 0 },
      ]),
    ).toEqual([
      { top: 2, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 3, right: 1 },
    ]);
    const cells = Array.from({ length: 3000 }, (_, row) => ({ row: 2 * row, col: 700 }));
    const lists = addressLists(joinCells(cells));
    expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(MAX_ADDRESS);
    expect(lists.flatMap((list) => list.split(",")).map((part) => parseAddress(part)?.top)).toEqual(
      cells.map(({ row }) => row),
    );
  });

  it("joins rows into runs", () => {
    expect(rowRuns([5, 1, 2, 9, 2])).toEqual([
      { top: 1, bottom: 2 },
      { top: 5, bottom: 5 },
      { top: 9, bottom: 9 },
    ]);
    expect(rowRuns([5, 1, 2, 9], 2)).toEqual([
      { top: 1, bottom: 5 },
      { top: 9, bottom: 9 },
    ]);
  });
});

describe("values", () => {
  it("makes rows without their empty ends", () => {
    expect(gridRow(["", 1, "", "x", "", ""])).toEqual([null, 1, null, "x"]);
    expect(gridRow(["", ""])).toBe(EMPTY_ROW);
  });

  it("gives Excel texts that stay texts", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "2025年6月",
        "2025-6-30",
        "1/2",
        "12",
        "1.5e3",
        "90%",
        "-1",
        "=A1",
        "@甲",
        "TRUE",
        "二〇二五年六月",
        "'引",
        "￥12",
        "Jan 1",
        "(3)",
        "#N/A",
        "  12",
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        if (text !== "") expect(parseEntry(firstInput(text, "General"), "General", false).value).toBe(text);
      }),
    );
    expect([12, true, null].map((value) => firstInput(value, "General"))).toEqual([12, true, ""]);
    expect(firstInput("=x", "@")).toBe("=x");
  });
});

describe("state in XML", () => {
  it("comes back as it was, whoever wrote it anew", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("settings", "journal"), (text, concern) => {
        const json = JSON.stringify(text);
        const back = parseState(stateXml(concern, json));
        expect(back.concern).toBe(concern);
        expect(JSON.parse(back.json)).toBe(text);
      }),
    );
    expect(
      parseState('<?xml version="1.0"?>\n<state xmlns="urn:taizhang:state:1" concern="a"><![CDATA[{"x":1}]]></state>'),
    ).toEqual({ concern: "a", json: '{"x":1}' });
    expect(parseState("<other/>")).toEqual({ concern: null, json: "" });
  });
});

describe("echoes of our writes", () => {
  const area = { top: 1, left: 1, bottom: 2, right: 1 };
  it("are told once, for a moment, in those cells only", () => {
    let time = 0;
    const own = createOwnWrites(() => time);
    own.writing("表", area);
    expect(own.isEcho("别表", area)).toBe(false);
    expect(own.isEcho("表", { ...area, bottom: 3 })).toBe(false);
    expect(own.isEcho("表", area)).toBe(true);
    expect(own.isEcho("表", area)).toBe(false);
    own.writing("表", area);
    time = 10_000;
    expect(own.isEcho("表", area)).toBe(false);
  });

  it("last a little after quiet work", async () => {
    let time = 0;
    const own = createOwnWrites(() => time);
    await own.quietly(async () => expect(own.isQuiet()).toBe(true));
    expect(own.isQuiet()).toBe(true);
    time = 5_000;
    expect(own.isQuiet()).toBe(false);
  });
});

describe("errors", () => {
  it.each([
    ["InvalidOperationInCellEditMode", "cellEditMode"],
    ["ResponsePayloadSizeLimitExceeded", "payloadLimit"],
    ["RequestPayloadSizeLimitExceeded", "payloadLimit"],
    ["AccessDenied", "protected"],
    ["ItemNotFound", "missingSheet"],
    ["ActivityLimitReached", "busy"],
    ["RequestAborted", "busy"],
    ["InactiveWorkbook", "busy"],
    ["ConnectionFailure", "connectionLost"],
    ["Timeout", "connectionLost"],
    ["RangeExceedsLimit", "payloadLimit"],
    ["InvalidReference", "missingSheet"],
    ["Unavailable", "hostFailed"],
  ])("translates %s into %s", (code, expected) =>
    expect(hostErrorOf({ code, message: "某单元格的文字" })).toMatchObject({ code: expected }),
  );

  it("leaves slips of our own as they are, and cells' texts out", () => {
    const slip = new TypeError("x");
    expect(hostErrorOf(slip)).toBe(slip);
    const error = hostErrorOf({
      code: "GeneralException",
      message: "某单元格的文字",
      debugInfo: { errorLocation: "Range.values" },
    });
    expect((error as HostError).message).toBe("hostFailed: GeneralException at Range.values");
    expect(isUnsupported(error)).toBe(true);
    expect(isUnsupported(new HostError("hostFailed", "Unavailable"))).toBe(false);
  });
});

describe("selecting", () => {
  it("joins areas that continue one another", () => {
    const cell = (top: number): { top: number; left: number; bottom: number; right: number } => ({
      top,
      left: 0,
      bottom: top,
      right: 0,
    });
    expect(firstBlock([cell(2), cell(3), cell(5)])).toEqual({ ...cell(2), bottom: 3 });
    expect(firstBlock([])).toBeNull();
  });
});
