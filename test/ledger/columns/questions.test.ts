import { askedBy } from "../../../src/ledger/columns/questions";

describe("what a header over 是 and 否 asks", () => {
  const asked = {
    done: "是否完成 问题是否整改到位(是/否) 整改完成与否 可是落实 是否闭环 是否已整改完成 隐患是否消除 是否消除隐患 是否验收通过 是否销号 目标任务是否完成 是否形成闭环",
    open: "是否未完成 是否未整改 是否仍需整改 是否需要继续整改 是否尚未整改",
    left: "问题是否仍然存在 有无遗留问题 是否整改不到位 是否存在整改不到位情况",
    hedged: "是否基本完成 是否阶段性完成",
    inTime: "是否按期完成 是否如期整改完成",
    other:
      "是否督办 是否挂牌督办 是否上级督办 是否抽查 是否复核 是否需要验收 是否需要整改 是否应整改 是否立行立改 是否长期整改 是否纳入整改 是否虚假整改 可否销号 能否按期完成 是否完成佐证上传 是否完成方案制定 是否已启动整改 是否逾期未完成 是否公开 有无反弹 督办(是/否) 资金是否到位 是否已完成整改并公示",
  };
  it.each(Object.entries(asked).flatMap(([as, headers]) => headers.split(" ").map((header) => [header, as] as const)))(
    "%s: %s",
    (header, as) => {
      expect(askedBy(header)).toBe(as);
    },
  );

  it.each(["整改状态", "完成情况", "验收结果", "否决项"])("%s asks nothing", (header) => {
    expect(askedBy(header)).toBeNull();
  });
});
