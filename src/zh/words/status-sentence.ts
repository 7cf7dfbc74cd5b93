/** Read by src/zh/status-sentence.ts. */
export const statusSentence = {
  frame: [
    ["此项", "该项", "本项", "此", "该", "本"],
    ["问题", "事项", "任务"],
    ["目前", "现"],
  ],
} as const;
