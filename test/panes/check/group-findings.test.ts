/** Findings by unit: those of a row without a unit are not those of the table as a whole. */
import { groupFindings, unitName, WHOLE_TABLE } from "../../../src/panes/check/group-findings";
import type { Finding } from "../../../src/rule";

const finding = (some: Partial<Finding>) => ({ severity: "info", sheet: "台账", row: 3, col: 0, ...some }) as Finding;

test("a table's own findings are no unit's", () => {
  const groups = groupFindings(
    [
      finding({ rule: "rows-hidden", item: null, unit: null }),
      finding({ rule: "overdue", item: "3", unit: "办公室" }),
      finding({ rule: "unit-missing", item: "4", unit: null }),
      finding({ rule: "unit-missing", item: null, unit: null }),
    ],
    "unit",
  );
  expect(Object.fromEntries(groups.map(({ key, findings }) => [key, findings.length]))).toEqual({
    [WHOLE_TABLE]: 1,
    办公室: 1,
    "": 2,
  });
  expect([WHOLE_TABLE, "", "办公室"].map((key) => unitName(key, "zh"))).toEqual(["整张表", "未填责任单位", "办公室"]);
});
