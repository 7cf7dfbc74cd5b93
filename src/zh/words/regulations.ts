/**
 * Names of Party regulations and laws that are cited wrongly again and again, with the instrument that bears the right
 * name. Wrong names are compared without 《》; short names in common use (《政府采购法》) are no errors.
 */
interface WrongRegulation {
  readonly wrong: string;
  readonly right: string;
  /** The instrument: issuer and year of the version in force. */
  readonly ground: string;
}

export const WRONG_REGULATIONS: readonly WrongRegulation[] = [
  {
    wrong: "中国共产党巡察工作条例",
    right: "中国共产党巡视工作条例",
    ground: "中共中央，2024年修订；巡察由同一条例规定",
  },
  { wrong: "巡察工作条例", right: "中国共产党巡视工作条例", ground: "中共中央，2024年修订" },
  { wrong: "中国共产党党员纪律处分条例", right: "中国共产党纪律处分条例", ground: "中共中央，2023年修订" },
  { wrong: "中国共产党党纪处分条例", right: "中国共产党纪律处分条例", ground: "中共中央，2023年修订" },
  { wrong: "中国共产党问责工作条例", right: "中国共产党问责条例", ground: "中共中央，2019年修订" },
  { wrong: "中国共产党廉洁自律条例", right: "中国共产党廉洁自律准则", ground: "中共中央，2015年" },
  { wrong: "中国共产党廉政准则", right: "中国共产党廉洁自律准则", ground: "中共中央，2015年" },
  {
    wrong: "中国共产党监督条例",
    right: "中国共产党党内监督条例",
    ground: "中国共产党第十八届中央委员会第六次全体会议，2016年",
  },
  { wrong: "党政领导干部选拔任用条例", right: "党政领导干部选拔任用工作条例", ground: "中共中央，2019年修订" },
  {
    wrong: "关于新形势下党内政治生活若干准则",
    right: "关于新形势下党内政治生活的若干准则",
    ground: "中国共产党第十八届中央委员会第六次全体会议，2016年",
  },
  {
    wrong: "新形势下党内政治生活若干准则",
    right: "关于新形势下党内政治生活的若干准则",
    ground: "中国共产党第十八届中央委员会第六次全体会议，2016年",
  },
  {
    wrong: "中国共产党基层组织工作条例",
    right: "中国共产党支部工作条例（试行）",
    ground: "中共中央，2018年；没有这样一部条例，按所指机关、农村或支部各有条例",
  },
  { wrong: "中国共产党重大事项请示汇报条例", right: "中国共产党重大事项请示报告条例", ground: "中共中央，2019年" },
  { wrong: "招投标法", right: "招标投标法", ground: "全国人民代表大会常务委员会，2017年修正" },
  {
    wrong: "中华人民共和国招投标法",
    right: "中华人民共和国招标投标法",
    ground: "全国人民代表大会常务委员会，2017年修正",
  },
  { wrong: "招投标法实施条例", right: "招标投标法实施条例", ground: "国务院，2019年修订" },
  { wrong: "医疗废物处置条例", right: "医疗废物管理条例", ground: "国务院，2011年修订" },
  {
    wrong: "卫生健康行政处罚法",
    right: "中华人民共和国行政处罚法",
    ground: "全国人民代表大会常务委员会，2021年修订；部门另有行政处罚程序规定",
  },
  { wrong: "卫生行政处罚法", right: "中华人民共和国行政处罚法", ground: "全国人民代表大会常务委员会，2021年修订" },
  { wrong: "安全生产管理法", right: "安全生产法", ground: "全国人民代表大会常务委员会，2021年修正" },
  { wrong: "政府信息公开法", right: "政府信息公开条例", ground: "国务院，2019年修订" },
  { wrong: "公务员处分法", right: "公职人员政务处分法", ground: "全国人民代表大会常务委员会，2020年" },
  { wrong: "公职人员处分法", right: "公职人员政务处分法", ground: "全国人民代表大会常务委员会，2020年" },
  {
    wrong: "党政机关厉行节约反对浪费工作条例",
    right: "党政机关厉行节约反对浪费条例",
    ground: "中共中央、国务院，2025年修订",
  },
];
