/** taizhang close: forms, catalogue and public list of what can be signed off (销号), and what is held back with the rules. */
import { CATALOGUE_NAME, closeFiles, closeReason, formNames, PUBLIC_LIST_NAME, sessionClosing } from "../../app/close";
import { bookBytes } from "../../hosts/file/node";
import { closeJson, type CloseReason, type Closing } from "../../month";
import type { Lang } from "../../rule";
import type { Command } from "../command";
import { doubtWarnings } from "../doubt-warning";
import { listEvidence } from "../evidence-folder";
import { READING_OPTIONS } from "../options";
import { oneFile } from "../output-file";
import { requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { inFolder, outputFolder, writeFolder } from "../write-folder";

const EXAMPLE = "taizhang close 台账.xlsx -o 销号 --evidence 佐证材料";

export const close: Command = {
  name: "close",
  zh: "销号：已完成事项的销号审批表、佐证材料目录、公示清单；不能销号的写明原因",
  en: "sign-off: approval forms for completed items, evidence catalogue and public list; says what cannot be signed off yet, and why",
  operands: { zh: "文件", en: "FILE" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "output", "evidence", "strict"],
  examples: ["taizhang close 台账.xlsx -o 销号", EXAMPLE],
  run: async (args, io, lang) => {
    const file = oneFile(args, "close");
    const folder = outputFolder(args, EXAMPLE);
    const evidence = args.text("evidence");
    const found = evidence === null ? null : await listEvidence(evidence);
    return runFiles(args, io, lang, "close", async ({ session, lang: asked }) => {
      requireLedger(session, file);
      await session.check();
      const closing = sessionClosing(session, found);
      if (closing === null) throw new Error("not read");
      const files = await closeFiles(closing, bookBytes);
      const some = files.length > 0;
      if (some) await writeFolder(folder, files);
      return {
        json: closeJson(closing, {
          file,
          forms: formNames(closing).map((name) => inFolder(folder, name)),
          catalogue: some ? inFolder(folder, CATALOGUE_NAME) : null,
          publicList: some ? inFolder(folder, PUBLIC_LIST_NAME) : null,
          evidence: (path) => inFolder(evidence ?? "", path),
        }),
        text: textOf(closing, folder, asked),
        failing: args.flag("strict") && closing.refused.length > 0,
        warnings: doubtWarnings(session, asked),
      };
    });
  },
};

function reasonText(reason: CloseReason, lang: Lang): string {
  return `${closeReason(reason, lang)} [${reason}]`;
}

function textOf({ closed, refused, already, shared, unmatched }: Closing, folder: string, lang: Lang): string {
  const zh = lang === "zh";
  const label = (number: string, problem: string): string => `${number === "" ? "-" : number}　${problem.slice(0, 40)}`;
  const head =
    closed.length === 0
      ? zh
        ? "没有可以销号的事项，没有写文件。"
        : "Nothing can be signed off, so nothing was written."
      : zh
        ? `已在「${folder}」中写入 ${closed.length} 份销号审批表、佐证材料目录和销号公示清单。`
        : `Wrote ${closed.length} forms, the evidence catalogue and the public list to “${folder}”.`;
  const held = refused.map(({ item, why }) => {
    const reasons = why.map((reason) => reasonText(reason, lang));
    return zh
      ? `  ${label(item.number, item.problem)}：${reasons.join("；")}`
      : `  ${label(item.number, item.problem)}: ${reasons.join("; ")}`;
  });
  return [
    head,
    ...(already === 0
      ? []
      : [zh ? `已销号的 ${already} 项不再办理。` : `${already} items have already been signed off.`]),
    ...(held.length === 0
      ? []
      : [zh ? `暂不能销号 ${held.length} 项：` : `${held.length} cannot be signed off yet:`, ...held]),
    ...shared.map(({ file, items }) => {
      const numbers = items.map(({ number }) => number || "-");
      return zh
        ? `「${file.path}」同时对应序号 ${numbers.join("、")}，请核对。`
        : `“${file.path}” matches items ${numbers.join(", ")}; please check.`;
    }),
    ...(unmatched.length === 0
      ? []
      : [
          zh
            ? `有 ${unmatched.length} 个文件未对应任何事项，见佐证材料目录。`
            : `${unmatched.length} files match no item; see the evidence catalogue.`,
        ]),
  ]
    .map(shownName)
    .join("\n");
}
