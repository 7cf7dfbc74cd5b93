/** Why something could not be done: the sentences of a failure, in both languages. */
import type { Lang } from "../rule";
import type { Words, WordTable } from "../ledger";
import type { LackReason } from "../hosts/port";
import type { Failure } from "./session";

const LACK_WORDS: WordTable<LackReason> = {
  readOnlyFormat: { zh: "这种文件只能读取；请另存为 .xlsx", en: "this format can only be read; save it as .xlsx" },
  protected: { zh: "工作表受保护", en: "the sheet is protected" },
  unsupportedVersion: { zh: "此版本的 Excel 不支持", en: "not supported by this version of Excel" },
  notThisHost: { zh: "此处没有这项功能", en: "not available here" },
};

/** Why a host cannot do something, in a few words. */
export function lackText(reason: LackReason, lang: Lang): string {
  return LACK_WORDS[reason][lang];
}

const FAILURES: WordTable<Failure["code"]> = {
  storage: {
    zh: "不能在这里保存记录（浏览器不允许保存，或存储空间已满）",
    en: "cannot save records here (the browser does not allow it, or its storage is full)",
  },
  notAWorkbook: {
    zh: "不是 Excel 工作簿，无法读取；请选择 .xlsx、.xls 或 .csv 文件",
    en: "is not a workbook and cannot be read; choose an .xlsx, .xls or .csv file",
  },
  damaged: {
    zh: "已损坏或不完整，无法读取；请用 Excel 或 WPS 打开后另存一份再试",
    en: "is damaged or incomplete; open it in Excel or WPS and save a copy",
  },
  encrypted: {
    zh: "设有打开密码，无法读取；请先在 Excel 或 WPS 中取消密码再试",
    en: "is password-protected; remove the password in Excel or WPS first",
  },
  tooLarge: {
    zh: "过大，超出可处理的范围；请只保留台账所在的工作表后再试",
    en: "is too large; keep only the ledger's sheet and try again",
  },
  empty: { zh: "是空的，没有可核验的内容；请选择填有台账的文件", en: "is empty; choose a file that contains a ledger" },
  unsupportedFormat: {
    zh: "是网页、XML 或其他格式的表格；请用 Excel 或 WPS 打开后另存为 .xlsx 再试",
    en: "is a table in another format (web page, XML, OpenDocument); save it as .xlsx first",
  },
  unreadableFile: {
    zh: "无法打开；请检查路径是否正确、是否有读取权限",
    en: "cannot be opened; check the path and that you have permission to read it",
  },
  missingSheet: { zh: "中没有所指的工作表；请核对工作表名称", en: "has no such sheet; check the sheet's name" },
  protected: { zh: "受保护，不能修改；请先取消工作表保护", en: "is protected; unprotect the sheet first" },
  cellEditMode: {
    zh: "正有单元格在编辑；请按 Enter 结束编辑后再试",
    en: "has a cell being edited; press Enter to finish and try again",
  },
  busy: {
    zh: "正忙，暂时没有回应；请等它忙完后再试",
    en: "is busy and is not responding; wait until it has finished and try again",
  },
  connectionLost: {
    zh: "的连接中断了；请检查网络，恢复后再试",
    en: ": the connection was lost; check the network and try again",
  },
  payloadLimit: {
    zh: "一次读取的内容过多；请减少工作表内容后再试",
    en: "is too large to be read at once; reduce what is on the sheet and try again",
  },
  cancelled: { zh: "的操作已取消；可以重新开始", en: ": cancelled; you can start again" },
  notLoaded: {
    zh: "有一部分程序没有下载下来，这一步没有完成，已有内容没有丢失；请检查网络后重试，仍不成功请保存后重新打开",
    en: "could not load a part of itself, so this step was not finished; nothing is lost. Check the network and try again; if it happens again, save and reopen",
  },
  unexpected: {
    zh: "的操作意外中断，没有完成，已有内容没有丢失；请重试，仍不成功时请在“设置与帮助”里复制诊断信息，交给管理员",
    en: ": the operation stopped unexpectedly and was not completed; nothing has been lost. Try again; if it fails again, copy the diagnostics under Settings and help and send them to your administrator",
  },
  hostFailed: {
    zh: "的操作没有成功；请重试，仍不成功时请在“设置与帮助”里复制诊断信息，交给管理员",
    en: ": the operation failed. Try again; if it fails again, copy the diagnostics under Settings and help and send them to your administrator",
  },
};

/** More exact sentences by the detail an error carries. */
const DETAILS: ReadonlyMap<string, Words> = new Map([
  ...(Object.entries(LACK_WORDS) as [LackReason, Words][]).map(([reason, { zh, en }]): [string, Words] => [
    `lack.${reason}`,
    { zh: `不能这样操作：${zh}`, en: `cannot do this: ${en}` },
  ]),
  ["ENOENT", { zh: "不存在；请检查文件名和路径", en: "does not exist; check the name and the path" }],
  [
    "EACCES",
    { zh: "没有读取权限；请检查文件权限", en: "cannot be read for lack of permission; check its permissions" },
  ],
  ["EPERM", { zh: "没有读取权限；请检查文件权限", en: "cannot be read for lack of permission; check its permissions" }],
  ["EISDIR", { zh: "是文件夹而不是文件；请指定其中的文件", en: "is a folder, not a file; name a file in it" }],
  [
    "dangling",
    {
      zh: "中有写法特殊、指向不存在内容的部分，加上标记或报告会改动原有内容；请用 Excel 或 WPS 打开后另存一份再试",
      en: "contains parts that refer to contents which are missing, so adding marks or a report would change the original; open it in Excel or WPS and save a copy",
    },
  ],
  [
    "noTables",
    {
      zh: "是没有表格的 Word 文档；请提供带台账表格的文档，要校对通报请用校对功能",
      en: "is a Word document without a table; choose one that contains the ledger as a table, or open it under Proofread if it is a notice",
    },
  ],
  [
    "text",
    {
      zh: "的内容是文本，不是 Excel 工作簿；若是 CSV，请把扩展名改为 .csv",
      en: "is plain text, not a workbook; if it is CSV, rename it to .csv",
    },
  ],
  [
    "pdf",
    {
      zh: "是 PDF，不是 Excel 工作簿；请提供 .xlsx、.xls 或 .csv 文件",
      en: "is a PDF, not a workbook; choose an .xlsx, .xls or .csv file",
    },
  ],
  [
    "image",
    {
      zh: "是图片，不是 Excel 工作簿；请提供 .xlsx、.xls 或 .csv 文件",
      en: "is a picture, not a workbook; choose an .xlsx, .xls or .csv file",
    },
  ],
]);

/** What no workbook has a part in, whichever was being opened. */
const OF_PROGRAM: ReadonlySet<Failure["code"]> = new Set<Failure["code"]>(["storage", "notLoaded"]);

/**
 * An expected failure in one sentence: what, where, what to do.
 * @example failureSentence({ code: "encrypted", workbook: "台账.xlsx", detail: "" }, "zh")
 * // "「台账.xlsx」设有打开密码，无法读取；请先在 Excel 或 WPS 中取消密码再试。"
 */
export function failureSentence(failure: Failure, lang: Lang): string {
  const words = (lineDetail(failure.detail) ?? DETAILS.get(failure.detail) ?? FAILURES[failure.code])[lang];
  // Without a workbook it is about the program.
  const workbook = OF_PROGRAM.has(failure.code) ? "" : failure.workbook;
  if (lang === "zh") return `「${workbook || "台账助手"}」${words}。`;
  if (workbook === "") return `Ledger Assistant ${words}.`.replace("Assistant :", "Assistant:");
  return `“${workbook}” ${words}.`.replace("” :", "”:");
}

/** A quote in a text table that is not closed, named with its line. */
function lineDetail(detail: string): Words | null {
  const line = /^quote:(\d+)$/.exec(detail)?.[1];
  if (line === undefined) return null;
  return {
    zh: `第 ${line} 行的引号没有成对，后面的行无法可靠读取；请补上或删去这个引号，或用 Excel 打开后另存为 .xlsx`,
    en: `has a quote in line ${line} that is never closed, so the rows after it cannot be read reliably; close or remove it, or save the table as .xlsx`,
  };
}
