/** Sentences about drafts of notices: why a file cannot be read, what became of a correction. */
import type { Lang } from "../rule";
import type { HostErrorCode } from "../hosts/port";

interface Words {
  readonly zh: string;
  readonly en: string;
}

const WHAT_FITS: Words = {
  zh: "请选择 .docx 或 .txt 文件，或把文字粘贴进来",
  en: "choose a .docx or .txt file, or paste the text",
};

const BY_DETAIL: ReadonlyMap<string, Words> = new Map([
  ["ENOENT", { zh: "不存在；请检查文件名和路径", en: "does not exist; check the name and the path" }],
  ["EISDIR", { zh: "是文件夹而不是文件；请指定其中的文件", en: "is a folder, not a file; name a file in it" }],
  ["pdf", { zh: `是 PDF；${WHAT_FITS.zh}`, en: `is a PDF; ${WHAT_FITS.en}` }],
  ["image", { zh: `是图片；${WHAT_FITS.zh}`, en: `is a picture; ${WHAT_FITS.en}` }],
  [
    "compound file",
    {
      zh: "是旧格式的文档（.doc、.wps）；请在 Word 或 WPS 中另存为 .docx 再试",
      en: "is a document in an old format (.doc, .wps); save it as .docx first",
    },
  ],
  [
    "markup",
    {
      zh: "是网页或 XML；请把其中的文字复制粘贴进来，或在 Word、WPS 中另存为 .docx",
      en: "is a web page or XML; paste its text, or save it as .docx",
    },
  ],
  ["package", { zh: `不是 Word 文档；${WHAT_FITS.zh}`, en: `is not a Word document; ${WHAT_FITS.en}` }],
]);

const BY_CODE: Readonly<Partial<Record<HostErrorCode, Words>>> = {
  empty: { zh: "是空的，没有可校对的文字", en: "is empty; there is nothing to proofread" },
  encrypted: {
    zh: "设有打开密码，无法读取；请先在 Word 或 WPS 中取消密码再试",
    en: "is password-protected; remove the password in Word or WPS first",
  },
  tooLarge: {
    zh: "过大，超出一份通报可能的篇幅；请只保留通报正文再试",
    en: "is too large to be a notice; keep only the notice and try again",
  },
  unreadableFile: {
    zh: "无法打开；请检查路径是否正确、是否有读取权限",
    en: "cannot be opened; check the path and that you have permission to read it",
  },
  unsupportedFormat: {
    zh: `的格式不能读取；${WHAT_FITS.zh}`,
    en: `is in a format that cannot be read; ${WHAT_FITS.en}`,
  },
  notAWorkbook: { zh: `不是 Word 文档；${WHAT_FITS.zh}`, en: `is not a Word document; ${WHAT_FITS.en}` },
};

const OTHERWISE: Words = {
  zh: "已损坏或不完整，无法读取；请用 Word 或 WPS 打开后另存一份再试",
  en: "is damaged or incomplete; open it in Word or WPS and save a copy",
};

/**
 * Why a draft could not be opened, in one sentence.
 * @example draftFailureSentence("unsupportedFormat", "pdf", "通报.pdf", "zh")
 */
export function draftFailureSentence(code: HostErrorCode, detail: string, name: string, lang: Lang): string {
  const words = (BY_DETAIL.get(detail) ?? BY_CODE[code] ?? OTHERWISE)[lang];
  return lang === "zh" ? `「${name}」${words}。` : `“${name}” ${words}.`;
}
