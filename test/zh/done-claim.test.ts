import { findDoneClaim } from "../../src/zh/done-claim";

const AS_OF = { year: 2025, month: 11, day: 30 };

/** What an open matter may well report. */
const HARMLESS: readonly string[] = [
  "已完成摸底，剩余3家正在整改。",
  "其中2个点已整改到位，其余按时限推进。",
  "部分站点已整改到位。",
  "前期工作已完成，正在招标。",
  "一是台账已完成；二是余款正在追缴。",
  "一是借款已整改到位；二是制度修订稿已上会。",
  "已完成整改方案，待批复。",
  "基本完成，个别单位还在收尾。",
  "12个站点中9个已完成。",
  "已整改到位的5处隐患由安监部门复查。",
  "力争年底前全部完成。",
  "确保按期整改到位。",
  "要求各单位年底前全部完成。",
  "尚未完成整改。",
  "问题未整改到位。",
  "整改完成率60%。",
  "已完成总工程量的70%。",
  "主体工程已完成，附属工程未开工。",
  "第一批资金已全部拨付，第二批待下达。",
  "已完成立项，土地手续办理中。",
  "待资金到位后全部整改到位。",
  "直至问题全部整改到位为止。",
  "会议要求问题清单全部完成销号。",
  "设计已完成，计划明年开工。",
  "已落实专人负责。",
  "已完成3次督导。",
  "欠款已收回8万元，余2万元。",
  "该问题阶段性整改到位，长期推进。",
  "初步整改到位，需巩固。",
  "如问题整改到位，再行销号。",
  "除一家外均已整改。",
  "正在推进。",
  "尚未启动。",
];

/** What does not go with 未完成 or 正在整改. */
const CLAIMS: readonly string[] = [
  "已完成。",
  "已整改到位。",
  "已全部完成",
  "整改完成。",
  "已办结。",
  "已销号。",
  "目前已整改完毕。",
  "该问题已全部整改到位。",
  "该问题已经得到解决。",
  "此项问题已完成整改。",
  "此问题已整改到位，并建立了长效机制。",
  "本项任务已全部完成。",
  "问题已整改完成，佐证材料已归档。",
  "反馈问题均已整改到位。",
  "上述问题已彻底解决。",
  "所有问题均已完成整改。",
  "各项措施已全部落实到位。",
  "已全部整改到位，并通过复核。",
  "现已全部完成整改。",
  "信访件已办结，群众表示满意。",
  "这个问题已解决。",
  "整改任务已完成。",
  "经过两个月的努力，该事项已办理完毕。",
  "一是补齐了资料；二是召开了会议。该问题已整改到位。",
  "已按要求整改到位。",
  "该项工作已如期完成整改。",
  "问题已全部整改。",
  "以上问题均已解决。",
  "已闭环。",
  "此件已办理完结。",
  "全部整改到位。",
];

describe("findDoneClaim", () => {
  it("has tables of at least thirty each", () => {
    expect(new Set(HARMLESS).size).toBeGreaterThanOrEqual(30);
    expect(new Set(CLAIMS).size).toBeGreaterThanOrEqual(30);
  });

  it.each(HARMLESS)("leaves alone: %s", (text) => {
    expect(findDoneClaim(text, AS_OF)).toBeNull();
  });

  it.each(CLAIMS)("reports: %s", (text) => {
    const quote = findDoneClaim(text, AS_OF);
    expect(quote).not.toBeNull();
    expect(text).toContain(quote);
  });

  it("goes on behind what is no claim of the whole", () => {
    expect(findDoneClaim("逾期全部整改到位，已全部整改到位", AS_OF)).toBe("已全部整改到位");
  });

  it.each(["已完成", "全部完成，", "已整改。", "该问题", "《已完成"])(
    "gets through 100,000 characters of %s",
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      expect(() => findDoneClaim(text, AS_OF)).not.toThrow();
    },
  );
});
