/** Words of changes in forms of their own. Read by src/proofread/claims/change-forms.ts. */
export const changeForms = {
  rises: "上升",
  falls: "下降",
  /** What is told by a number that is the better, the lower it is, or names a place. */
  ranks: ["排名", "位次", "名次", "位列", "第[^，。；]{0,2}$", "^[位名级类届版]$", "全[国省市县区]", "上浮幅度"],
  /** They lead in how much was added or taken away. */
  added: ["增设", "新增", "增加", "新建", "扩充", "增配", "增聘"],
  removed: ["压减", "减少", "撤并", "撤销", "精简", "核减", "裁减", "缩减", "合并"],
  total: ["总数", "总量", "数量", "总计", "总额"],
  /** Units of measurements, which are no measure words of what is counted. */
  fill: ["[^，。；、\\d]", "20\\d\\d年"],
  also: ["同比", "共", "累计"],
  numbers: ["\\d+(?:\\.\\d+)?"],
  oddUnits: [
    "[毫微]?克[/／](?:立方米|升|千克|公斤|吨)",
    "[毫微]克每(?:立方米|升)",
    "公里[/／]小时",
    "分贝",
    "吨标准煤[/／]万元",
    "[毫厘]米",
    "[千兆]瓦时",
  ],
} as const;
