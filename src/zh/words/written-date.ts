/** Read by src/zh/written-date.ts. */
export const writtenDate = {
  closerText: ["之前", "以前", "以内", "之内", "截止", "完成", "落实", "整改"],
  skipTimeOfDaySpoken: [
    ["上午", "中午", "下午", "晚上?"],
    ["\\d{1,2}分", "半", "整"],
  ],
} as const;
