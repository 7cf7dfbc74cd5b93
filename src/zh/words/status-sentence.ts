/** Read by src/zh/status-sentence.ts. */
export const statusSentence = {
  frame: [
    ["此项", "该项", "本项", "此", "该", "本"],
    ["问题", "事项", "任务"],
    ["目前", "现"],
  ],
  /** Before what is done: it is not. */
  negated: [
    "(?:未能?|没有?能?够?|无法|不能|难以)(?:按期|按时|如期|按要求|全部|全面|完全|彻底|真正|及时|有效|得到|予以|一次性?)*",
  ],
} as const;
