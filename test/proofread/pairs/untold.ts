/** Wrong by one change, and not told: the reading under which each might be right. `{right|wrong}` */
export const UNTOLD: readonly (readonly [why: string, row: string])[] = [
  [
    "a rate may divide what a total told behind counts, or leave it",
    "城区合格320批次、乡镇合格180批次，抽检总数为625批次，合格率{80|85}%。",
  ],
  [
    "同比 may compare with another period",
    "发文从120份减少到90份，同比下降{25|30}%，会议从40次减少到32次，同比下降20%。",
  ],
  ["其中 may list some", "本轮督察共交办信访件98件。其中，来电{61|53}件，来信37件。"],
  ["the rate may divide by the larger whole", "确定整改措施110条，其中近期措施80条已落实76条，落实率{95|69}%。"],
  ["a verb with its noun may open a whole", "反馈问题28个、整改措施84条，已完成整改26个、落实措施{80|88}条。"],
  ["the whole stands behind its parts", "除4名外出人员未参加测评外，其余{76|78}名职工全部参加，80名职工参评率95%。"],
  ["the whole stands behind its parts", "考核结果：优秀6家，良好{11|13}家，合格5家，参加考核单位22家。"],
  ["a saying", "落实“{五|四}个一”工作法，即一周一调度、一月一通报、一季一督查、半年一评估、一年一总结。"],
  ["steps of one way", "新申请低保86户，审核通过71户，不符合条件{12|15}户，材料待补3户。"],
  ["steps of one way", "中小学教师申诉11件，支持3件，维持{6|9}件，申请人撤回2件。"],
  [
    "a heading of work, and what follows a full stop may be more than its parts",
    "重点抓好{三|四}项工作。一是压实责任。二是强化督办。三是建立机制。",
  ],
  [
    "the inspectors may have met with us after they left",
    "2024年12月1日至2025年1月{15|5}日，检查组进驻我院开展检查。1月10日，检查组在我院召开座谈会。2025年1月20日，反馈检查意见。",
  ],
  [
    "下一步将组织培训 may be said of a finished matter",
    "1.关于“台账不清”的问题\n整改情况：已完成整改。\n整改进展：组织培训，{培训人员60名。|下步将组织全员培训。}",
  ],
  [
    "what the rates divide is told behind them",
    "市本级、区县分别整改60个、140个，完成率分别为80%、{70|75}%，应整改问题分别为75个、200个。",
  ],
  ["parts of money may be some of it", "清理挂账往来款1250万元，核销450万元，收回{800|700}万元。"],
  ["one company may be punished twice", "处罚企业40家：责令改正25家、罚款{12|15}家、吊销许可证3家。"],
  ["a total smaller than a part counts something else", "复核结果为：维持原判定{33|43}件，更改判定7件，共复核40件。"],
  [
    "the rate of another paragraph may count something else",
    "全市抽检样品900批次，检出不合格27批次。\n总体合格率为{97|98}%。",
  ],
  ["the departments named may be some", "联合住建、城管、环保{三|四}部门开展检查。"],
  [
    "下一步将进行 may be said of a finished matter",
    "1.关于“落实不到位”的问题\n整改情况：已完成整改。\n整改进展：调整支部设置，{换届选举已完成。|下一步将进行换届选举。}",
  ],
  [
    "an item in one line, alone, is no item",
    "（三）职工周转房未办证问题。已整改。{已于9月取得不动产权证|目前正等待自然资源部门审批}。",
  ],
  [
    "an item in one line, alone, is no item",
    "关于拖欠工程款问题，已整改完成。已支付{全部工程款86万元|工程款60万元，剩余26万元计划分两年支付}。",
  ],
  ["a term behind the number is no state", "全县农村饮水工程运行管理问题36个，现已整改到位31个，{5个|6个}限期整改。"],
];
