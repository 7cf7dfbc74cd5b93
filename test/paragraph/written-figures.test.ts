import { writtenFigures } from "../../src/paragraph";
import { STYLES } from "../../src/notice";

it.each<[string, readonly string[]]>([
  ["共{反馈问题.总数}个问题，6个没有启动，占26%。", ["6个没有启动", "占26%"]],
  ["{截至}，反馈问题{反馈问题.总数}个[，比上月多2个]。", ["比上月多2个"]],
  ["2026年3月15日，第3个问题由2名同志负责，力争完成15个以上。", []],
  ["某政办〔2026〕3号文件", []],
  ["", []],
])("%j holds %j as text", (template, expected) => {
  expect(writtenFigures(template)).toEqual(expected);
});

it("no shipped style does", () => {
  expect(STYLES.flatMap(({ template }) => writtenFigures(template))).toEqual([]);
});
