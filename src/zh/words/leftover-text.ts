/** Read by src/check/rules/leftover-text.ts. */
export const leftoverText = {
  leftover: [
    "\\[bookmark:",
    "_GoBack",
    "_x000[dD]_",
    "TODO",
    "待填写",
    "待补写",
    "此处填写",
    "请填写",
    "请在此",
    "［此处",
    "XX年",
    "XX月",
    "xx年",
    "xx月",
    "××年",
    "××月",
    "×月×日",
    "XXXX",
    "\\*\\*\\*\\*",
  ],
} as const;
