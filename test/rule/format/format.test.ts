import { formatBrief } from "../../../src/rule/format/brief";
import { toJson } from "../../../src/rule/format/json";
import type { FindingView } from "../../../src/rule/format/view";

function viewOf(part: Partial<FindingView>): FindingView {
  return {
    id: "x",
    rule: "overdue",
    code: "D204",
    severity: "warning",
    sheet: "台账",
    cell: "G11",
    item: "9",
    message: "已超期 244 天。",
    quote: null,
    fix: null,
    row: 10,
    name: "已超期",
    unit: "办公室",
    ...part,
  };
}

const VIEWS = [
  viewOf({
    rule: "unit-missing",
    severity: "error",
    cell: "E7",
    row: 6,
    name: "责任单位未填",
    message: "责任单位未填。",
    unit: null,
  }),
  viewOf({}),
  viewOf({ cell: "J11", rule: "space", severity: "info", name: "多余空格", message: "第一行\n第二行" }),
];

it("a finding as JSON has exactly the keys of the contract, in its order", () => {
  expect(Object.keys(toJson(viewOf({})))).toEqual([
    "id",
    "rule",
    "code",
    "severity",
    "sheet",
    "cell",
    "item",
    "message",
    "quote",
    "fix",
  ]);
});

it("findings make one line to paste to a colleague", () => {
  expect(formatBrief(VIEWS, "zh")).toBe("第7行 责任单位未填；第11行 已超期、多余空格");
  expect(formatBrief(VIEWS, "en")).toBe("row 7: 责任单位未填; row 11: 已超期, 多余空格");
});
