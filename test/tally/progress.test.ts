import { readWorkbook } from "../../src/ledger";
import { DEFAULT_LIGHTS, lightOf, progressClass } from "../../src/tally";
import { declaredProgress, declaredShare, standsStill } from "../../src/tally/declared-progress";
import { gridOf } from "../grid/grid-of";

it.each([
  ["超序时进度", "ahead"],
  ["超过序时进度", "ahead"],
  ["已超出序时进度要求", "ahead"],
  ["建设快于序时进度", "ahead"],
  ["序时进度超前", "ahead"],
  ["达到序时进度", "onTrack"],
  ["按序时进度推进", "onTrack"],
  ["正按时间节点推进", "onTrack"],
  ["符合序时进度要求，资料已收齐", "onTrack"],
  ["不低于序时进度", "onTrack"],
  ["达进度", "onTrack"],
  ["未达到序时进度", "behind"],
  ["尚未达到序时进度", "behind"],
  ["没有达到计划进度", "behind"],
  ["低于序时进度5个百分点", "behind"],
  ["落后于序时进度", "behind"],
  ["未按时间节点推进", "behind"],
  ["序时进度滞后", "behind"],
  ["滞后", "behind"],
  ["主体已封顶，附属工程进度滞后", "behind"],
  ["一期超过序时进度；二期未达到序时进度", "behind"],
  ["欠进度", "behind"],
  ["正在整改", null],
  ["针对工作推进滞后的问题，制定了方案", null],
  ["已扭转施工滞后局面", null],
  ["进度滞后问题已解决", null],
  ["拖欠的工程款按合同支付", null],
  ["", null],
])("%j declares %j", (text, said) => {
  expect(declaredProgress(text)).toBe(said);
});

it.each([
  ["停滞", "stalled"],
  ["受阻", "stalled"],
  ["因征地受阻", "stalled"],
  ["无进展", "stalled"],
  ["目前没有实质性进展", "stalled"],
  ["推进停滞不前", "stalled"],
  ["已停工", "stalled"],
  ["暂缓", "paused"],
  ["暂缓实施", "paused"],
  ["因规划调整，暂停建设", "paused"],
  ["无进展，已暂缓", "paused"],
  ["前期受阻，现已恢复施工", null],
  ["解决施工受阻问题", null],
  ["避免停工", null],
  ["没有停滞", null],
  ["停工整顿已结束", null],
  ["正在整改", null],
  ["未完成", null],
  ["", null],
])("%j says that work stands still: %j", (text, said) => {
  expect(standsStill(text)).toBe(said);
});

it.each([
  ["80%", 800_000],
  ["已完成８０％", 800_000],
  ["总投资完成率62.5%，其中资金到位率40%", 625_000],
  ["完成62.5%，资金到位40%", 625_000],
  ["甲完成60%，乙完成40%", null],
  ["较上年增长120%", null],
  ["已完成", null],
])("%j says that so much is done: %j", (text, numerator) => {
  expect(declaredShare(text)?.numerator ?? null).toBe(numerator);
});

it.each([
  [9, 100, "green"],
  [10, 100, "yellow"],
  [30, 100, "yellow"],
  [31, 100, "red"],
  [-50, 100, "green"],
  // A third behind of thirty: 10 of 30 is more than 30 points, 9 of 30 just 30.
  [9, 30, "yellow"],
  [10, 30, "red"],
  [3, 30, "yellow"],
  [2, 30, "green"],
])("behind by %j of %j shines %j", (behind, of, light) => {
  expect(lightOf({ done: 50, due: 50 + behind, of }, DEFAULT_LIGHTS)).toBe(light);
});

it("nothing shines where nothing divides", () => {
  expect(lightOf({ done: 0, due: 0, of: 0 }, DEFAULT_LIGHTS)).toBeNull();
});

describe("the class of an item", () => {
  const asOf = { year: 2025, month: 7, day: 1 };
  /** 1 January to 31 December 2025: on 1 July 181 of 364 days have passed, 49.7%. */
  const feedbackDate = { year: 2025, month: 1, day: 1 };
  const classOf = (status: string, deadline: string, text = "", known: typeof feedbackDate | null = feedbackDate) => {
    const grid = gridOf([
      ["整改台账", "<", "<", "<", "<"],
      ["序号", "反馈问题", "整改时限", "整改状态", "整改进展"],
      ["1", "某问题", deadline, status, text],
    ]);
    const item = readWorkbook([grid], { today: asOf, asOf }).ledgers[0]?.items[0];
    if (item === undefined) throw new Error("no item");
    return progressClass(item, { done: "done", feedbackDate: known, tolerance: 5 });
  };
  it.each([
    ["已完成", "2025年1月31日", "未达到序时进度", "done"],
    ["不涉及", "2025年12月31日", "", "other"],
    ["差不多了", "2025年12月31日", "", "other"],
    ["正在整改", "2025年6月30日", "超过序时进度", "behind"],
    ["正在整改", "2025年12月31日", "超过序时进度", "ahead"],
    ["正在整改", "2025年12月31日", "已完成54.7%", "onTrack"],
    ["正在整改", "2025年12月31日", "已完成55%", "ahead"],
    ["正在整改", "2025年12月31日", "已完成44.8%", "onTrack"],
    ["正在整改", "2025年12月31日", "已完成44%", "behind"],
    // Until 29 December just half of the time has passed.
    ["正在整改", "2025年12月29日", "已完成55%", "onTrack"],
    ["正在整改", "2025年12月29日", "已完成55.1%", "ahead"],
    ["正在整改", "2025年12月29日", "已完成45%", "onTrack"],
    ["正在整改", "2025年12月29日", "已完成44.9%", "behind"],
    ["正在整改", "2025年12月31日", "", "onTrack"],
    ["正在整改", "长期坚持", "", "other"],
    ["逾期未整改", "2025年12月31日", "", "behind"],
    ["停滞", "2025年12月31日", "", "behind"],
    ["无进展", "2025年12月31日", "已完成49%", "behind"],
    ["暂缓", "2025年12月31日", "", "other"],
    ["暂缓", "2025年12月31日", "已完成49%", "other"],
    ["暂缓", "2025年6月30日", "", "behind"],
    ["停滞", "2025年12月31日", "按序时进度推进", "behind"],
    ["正在整改", "2025年12月31日", "因征地受阻", "other"],
    ["正在整改", "2025年12月31日", "前期受阻，现已恢复施工", "onTrack"],
    ["未完成", "2025年12月31日", "", "onTrack"],
    ["基本完成", "2025年6月30日", "", "other"],
  ])("%j until %j, %j: %j", (status, deadline, text, expected) => {
    expect(classOf(status, deadline, text)).toBe(expected);
  });
  it("needs the day of the feedback to compare with the plan", () => {
    expect(classOf("正在整改", "2025年12月31日", "已完成1%", null)).toBe("onTrack");
  });
});
