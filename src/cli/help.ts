/** Help texts, made from the table of commands and options. */
import type { Lang } from "../rule";
import type { Command } from "./command";
import { optionSpec } from "./options";
import { table } from "./table";

/** Help of the program. */
export function programHelp(commands: readonly Command[], lang: Lang): string {
  const zh = lang === "zh";
  return [
    zh
      ? "台账：核验整改台账，统计完成率，写出综述"
      : "taizhang: checks rectification ledgers, computes completion rates, writes the summary",
    "",
    zh ? "用法：taizhang <命令> [选项] 文件…" : "Usage: taizhang COMMAND [options] FILE…",
    "",
    zh ? "命令：" : "Commands:",
    ...table(commands.map((command) => [`  ${command.name}`, command[lang]])),
    "",
    zh
      ? "taizhang <命令> --help 显示该命令的选项；taizhang --version [--json] 显示版本。"
      : "taizhang COMMAND --help shows the options of a command; taizhang --version [--json] shows the version.",
    zh
      ? "退出码：0 没有达到 --fail-on 级别的结果；1 有；2 无法处理（原因见一句说明）。"
      : "Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the input could not be processed (the message says why).",
  ].join("\n");
}

/** Help of one command. */
export function commandHelp(command: Command, lang: Lang): string {
  const zh = lang === "zh";
  const rows = command.options.map((name) => {
    const { value, short, [lang]: words } = optionSpec(name);
    return [`  ${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`, words];
  });
  return [
    `taizhang ${command.name}${zh ? "：" : ": "}${command[lang]}`,
    "",
    zh
      ? `用法：taizhang ${command.name} [选项] ${command.operands.zh}`
      : `Usage: taizhang ${command.name} [options] ${command.operands.en}`,
    "",
    zh ? "选项：" : "Options:",
    ...table(rows),
    "",
    zh ? "例：" : "Examples:",
    ...command.examples.map((example) => `  ${example}`),
  ].join("\n");
}
