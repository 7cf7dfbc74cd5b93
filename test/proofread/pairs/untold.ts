/** Wrong by one change, and not told: the reading under which each might be right. `{right|wrong}` */
export const UNTOLD: readonly (readonly [why: string, row: string])[] = [
  [
    "同比 may compare with another period",
    "发文从120份减少到90份，同比下降{25|30}%，会议从40次减少到32次，同比下降20%。",
  ],
  ["其中 may list some", "本轮督察共交办信访件98件。其中，来电{61|53}件，来信37件。"],
  ["the rate may divide by the larger whole", "确定整改措施110条，其中近期措施80条已落实76条，落实率{95|69}%。"],
  ["a verb with its noun may open a whole", "反馈问题28个、整改措施84条，已完成整改26个、落实措施{80|88}条。"],
  ["the whole stands behind its parts", "除4名外出人员未参加测评外，其余{76|78}名职工全部参加，80名职工参评率95%。"],
  [
    "the first parts make up the whole",
    "全年“三公”经费支出62万元，其中公务用车{38|48}万元、公务接待14万元、因公出国10万元。",
  ],
  ["the whole stands behind its parts", "考核结果：优秀6家，良好{11|13}家，合格5家，参加考核单位22家。"],
  ["a saying", "落实“{五|四}个一”工作法，即一周一调度、一月一通报、一季一督查、半年一评估、一年一总结。"],
  ["steps of one way", "新申请低保86户，审核通过71户，不符合条件{12|15}户，材料待补3户。"],
  ["steps of one way", "中小学教师申诉11件，支持3件，维持{6|9}件，申请人撤回2件。"],
];
