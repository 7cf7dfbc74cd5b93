/** What the menu of settings says, and what opens from it: loaded with it. */
import type { Versions } from "../../app/session";
import { say } from "../words";
import { SHELL_WORDS } from "./words";

export const MENU_WORDS = {
  ...SHELL_WORDS,
  appearance: say("外观", "Appearance"),
  auto: say("跟随系统", "Follow the system"),
  light: say("浅色", "Light"),
  dark: say("深色", "Dark"),
  contrast: say("高对比度", "High contrast"),
  language: say("语言", "Language"),
  chinese: say("中文", "中文 (Chinese)"),
  english: say("English（英文）", "English"),
  version: {
    zh: ({ version, build }: Versions) => `版本 ${version}（${build}）`,
    en: ({ version, build }: Versions) => `Version ${version} (${build})`,
  },
  licences: say("第三方软件许可", "Third-party licences"),
  licencesMissing: say(
    "许可文件没有读到：请在程序所在文件夹中打开 THIRD-PARTY-NOTICES.txt。",
    "The licences could not be read: open THIRD-PARTY-NOTICES.txt in the program's folder.",
  ),
  keeping: say("保存的内容", "Saved records"),
  save: say("随台账保存", "Save them in the workbook"),
  shared: say("公用电脑（本机不保存任何记录）", "Shared computer (save nothing on it)"),
  sharedTitle: say("改为公用电脑？", "Switch to a shared computer?"),
  sharedText: say(
    "本机上保存的全部更正、忽略、填写内容和修改记录都会清除，此后也不再保存。已经下载的文件不受影响。",
    "All corrections, ignored findings, form entries and edit history saved on this computer will be erased, and nothing will be saved from now on. Files already downloaded are not affected.",
  ),
  sharedDo: say("清除并改为公用", "Erase and switch"),
  exportKept: say("导出本机记录", "Export this computer's records"),
  importKept: say("导入本机记录…", "Import records…"),
  exportLexicon: say("导出词表", "Export the word list"),
  importLexicon: say("导入词表…", "Import a word list…"),
  lexiconName: say("词表.json", "words.json"),
  forget: say("清除这份台账的记录…", "Clear this ledger's records…"),
  forgetTitle: say("清除这份台账的记录？", "Clear this ledger's records?"),
  forgetText: say(
    "这份台账的更正、忽略、填写内容和修改记录都会清除，不能恢复。单元格里的内容不变。",
    "The corrections, ignored findings, form entries and edit history of this ledger will be cleared for good. Its cells are not changed.",
  ),
  forgetDo: say("清除", "Clear"),
} as const;
