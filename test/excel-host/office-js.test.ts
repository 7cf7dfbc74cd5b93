import { until } from "../until";
import { startExcel } from "./start-excel";

describe.each(["web", "win32"] as const)("the real office.js on the emulated Excel, %s", (flavour) => {
  it("reads, writes and hears", async () => {
    const excel = await startExcel({
      flavour,
      workbook: {
        sheets: [
          {
            name: "问题整改台账",
            values: [
              ["序号", "问题"],
              [1, "某单位台账不全"],
            ],
          },
        ],
      },
    });
    const seen: string[] = [];
    const values = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("问题整改台账");
      context.workbook.worksheets.onChanged.add(async (args) => {
        seen.push(`${args.source} ${args.address} ${args.changeType}`);
      });
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("values,rowCount");
      await context.sync();
      sheet.getRange("B2").values = [["改过"]];
      await context.sync();
      return used.values;
    });
    expect(values).toEqual([
      ["序号", "问题"],
      [1, "某单位台账不全"],
    ]);
    expect(excel.workbook.sheet("问题整改台账").valueAt(1, 1)).toBe("改过");
    excel.workbook.type("问题整改台账", 2, 0, [[2]], "colleague");
    await until(() => seen.length > 1);
    expect(seen).toEqual(["Local B2 RangeEdited", "Remote A3 RangeEdited"]);
    excel.close();
  });
});
