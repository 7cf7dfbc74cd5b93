/** Words by which a count is told anew: 对未整改的7个问题. Read by src/proofread/claims/told-anew.ts. */
export const toldAnew = {
  /** They lead a reference in and are no part of what it names. */
  leadsIn: [
    "其中",
    "其余",
    "目前",
    "针对",
    "对于",
    "对",
    "将",
    "把",
    "抓好",
    "抓紧",
    "做好",
    "紧盯",
    "盯紧",
    "围绕",
    "聚焦",
    "上述",
    "以上",
    "已经",
    "评为",
    "评定为",
    "评价为",
    "被评为",
  ],
  /** What is not done, whatever words told it first. */
  open: [
    "[尚还仍]?未(?:全部)?(?:完成|整改|办结|化解|销号|到位|解决|办理)(?:整改|到位|完毕|完成|化解|销号)?",
    "剩余",
    "余下",
    "剩下",
    "尚余",
  ],
  /** What is done. */
  done: ["已?(?:经)?完成(?:整改|销号|办理)?", "已整改(?:到位|完成|完毕)?", "已办结", "已化解", "已销号"],
  rest: ["剩余", "余下", "剩下", "尚余"],
} as const;
