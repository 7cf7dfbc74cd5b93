/** The shipped styles of the summary (综述样式): how published notices write it. */
import { STYLE_NAMES, type StyleName } from "./style-names";

interface Style {
  readonly name: StyleName;
  /** For lists: Chinese title, English beside. */
  readonly title: { readonly zh: string; readonly en: string };
  readonly template: string;
}

const STYLE_TEXTS: Readonly<Record<StyleName, Omit<Style, "name">>> = {
  rate: {
    title: { zh: "问题数与完成率，信访件", en: "Problems with completion rate, letters" },
    template:
      "{巡察组}反馈的{反馈问题.总数}个具体问题，已完成整改{反馈问题.已完成}个[，正在整改{反馈问题.正在整改}个]，整改完成率{反馈问题.完成率}。" +
      "[巡察移交的{信访件.总数}件信访件，已办结{信访件.已办结}件[，{信访件.正在办理}件正在办理]。]",
  },
  measures: {
    title: { zh: "问题、措施与交办事项", en: "Problems, measures and assigned matters" },
    template:
      "对照巡察反馈的{反馈问题.总数}个问题，已整改完成{反馈问题.已完成}个[，持续整改{反馈问题.长期坚持}个]。" +
      "[制定的{措施.总数}条整改措施，已落实到位{措施.已完成}条，整改到位率{措施.完成率}]；" +
      "[巡察交办问题{交办事项.总数}件，办理完成{交办事项.已办结}件，移交事项办结率{交办事项.办结率}]。",
  },
  items: {
    title: { zh: "问题与移交问题线索", en: "Problems and clues handed over" },
    template:
      "截至目前，{轮次}巡察反馈问题{反馈问题.总数}项，已完成整改{反馈问题.已完成}项[，正在整改{反馈问题.正在整改}项]；" +
      "[移交问题线索{移交问题线索.总数}件，已办结{移交问题线索.已办结}件]。",
  },
  partial: {
    title: { zh: "含部分整改（需长期推进）", en: "With partly rectified problems" },
    template:
      "巡察反馈的{反馈问题.总数}个具体问题，已完成整改{反馈问题.已完成}个" +
      "[，部分整改（需长期推进）{反馈问题.部分整改}个]，整改完成率{反馈问题.完成率}。",
  },
  phased: {
    title: { zh: "含阶段性完成，信访件与立行立改", en: "With phased completion, letters and immediate matters" },
    template:
      "{截至}，巡察反馈的{反馈问题.总数}个具体问题，已完成整改{反馈问题.已完成}个[，阶段性完成整改{反馈问题.阶段性完成}个]" +
      "，未完成整改{反馈问题.未完成}个；[巡察移交的{信访件.总数}件信访件，已办结{信访件.已办结}件]；" +
      "[巡察交办的立行立改问题{立行立改.总数}个，已办结{立行立改.已完成}个]。",
  },
  audit: {
    title: { zh: "审计整改：个数、金额，按类型", en: "Audit: number and money rectified, by type" },
    template:
      "{截至年月日}，审计查出的{反馈问题.总数}个问题，已完成整改{反馈问题.已完成}个[，正在整改{反馈问题.正在整改}个]，整改完成率{反馈问题.完成率}；" +
      "[涉及金额{合计:问题金额}[，已整改金额{合计:已整改金额}]]。" +
      "[其中，[{逐类:类型}类问题{反馈问题.总数}个，已完成整改{反馈问题.已完成}个[，已整改金额{合计:已整改金额}]；]。]",
  },
  bulletin: {
    title: {
      zh: "督办通报：按进度分类，分组，点到单位",
      en: "Bulletin of supervision: progress, groups, units that lag",
    },
    // Where a ledger is at hand it is made for that (bulletin.ts); this is where an own template may begin.
    template:
      "{截至}，{反馈问题.总数}个问题[，已完成{反馈问题.已完成}个][，超进度{反馈问题.超进度}个][，达进度{反馈问题.达进度}个]" +
      "[，欠进度{反馈问题.欠进度}个][，其它{反馈问题.其它}个]，完成率{反馈问题.完成率}。",
  },
};

/** In the order in which they are offered. */
export const STYLES: readonly Style[] = STYLE_NAMES.map((name) => ({ name, ...STYLE_TEXTS[name] }));

/** The style used where none is chosen. */
export const DEFAULT_STYLE: StyleName = "rate";

/**
 * A style by name, null where there is none of that name.
 * @example styleNamed("rate")?.template
 */
export function styleNamed(name: string): Style | null {
  return STYLES.find((style) => style.name === name) ?? null;
}
