import { FORMATTERS } from "../../../src/rule/format/formatters";
import { formatJson } from "../../../src/rule/format/json";
import { formatBrief, formatText } from "../../../src/rule/format/text";
import type { FindingView } from "../../../src/rule/format/view";
import { widthOf } from "../../../src/zh/text";

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

describe("json", () => {
  it("has exactly the keys of the contract, in its order", () => {
    const parsed = JSON.parse(formatJson(VIEWS)) as Record<string, unknown>[];
    expect(Object.keys(parsed[0] ?? {})).toEqual([
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
    expect(formatJson([])).toBe("[]");
  });
});

describe("text", () => {
  it("aligns cells of different width and keeps a finding on one line", () => {
    const lines = formatText(VIEWS, { lang: "zh", width: widthOf }).split("\n");
    expect(lines[0]).toBe("台账");
    expect(lines[1]).toBe("  错误  E7   责任单位未填。  [unit-missing]");
    expect(lines[2]).toBe("  提醒  G11  已超期 244 天。  [overdue]");
    expect(lines[3]).toBe("  提示  J11  第一行 第二行  [space]");
  });

  it("groups by unit on request, and paints where asked", () => {
    const text = formatText(VIEWS, {
      lang: "zh",
      width: widthOf,
      groupBy: "unit",
      paint: (s, severity) => `<${severity}>${s}`,
    });
    expect(text.split("\n\n").map((part) => part.split("\n")[0])).toEqual(["（未填责任单位）", "办公室"]);
    expect(text).toContain("<error>错误  台账!E7");
  });

  it("makes one line to paste to a colleague", () => {
    expect(formatBrief(VIEWS, "zh")).toBe("第7行 责任单位未填；第11行 已超期、多余空格");
    expect(formatBrief(VIEWS, "en")).toBe("row 7: 责任单位未填; row 11: 已超期, 多余空格");
  });

  it("is empty for no findings, and chosen by name", () => {
    expect(formatText([], { lang: "zh", width: widthOf })).toBe("");
    expect([...FORMATTERS.keys()]).toEqual(["text", "json"]);
  });
});
