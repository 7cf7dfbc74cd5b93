/** What severities are called, wherever they are shown. */
import type { Lang, Severity } from "./types";

export const SEVERITY_WORDS: Readonly<Record<Severity, Readonly<Record<Lang, string>>>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "提醒", en: "warning" },
  info: { zh: "提示", en: "info" },
};
