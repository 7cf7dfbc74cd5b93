/** taizhang clean: 报送副本, a copy without anything of ours, every other part unchanged. */
import { COPY_SUFFIXES } from "../../app/copy-names";
import { openFile } from "../../hosts/file/node";
import { HostError } from "../../hosts/port";
import type { Command } from "../command";
import { copyName } from "../copy-name";
import { clearProgress, eachFile } from "../each-file";
import { workbookFailure } from "../failure";
import { expandInputs } from "../inputs";
import { readOnly, signedNote } from "./annotate";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

export const clean: Command = {
  name: "clean",
  zh: "生成报送副本：去掉台账助手留下的一切，其余内容不变",
  en: "write a clean copy for submission: everything Ledger Assistant added is removed, all else is unchanged",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: ["output", "format", "lang", "help"],
  examples: ["taizhang clean 台账-核验.xlsx -o 台账-报送.xlsx"],
  run: async (args, io, lang) => {
    const format = args.text("format") === "json" ? "json" : "text";
    return eachFile(await expandInputs(args.files, "clean"), { io, lang, format }, async (file) => {
      const path = copyName(args, file, COPY_SUFFIXES.clean[lang]);
      const { removed, signed } = await cleanFile(file, path);
      clearProgress(io);
      io.out(
        format === "json"
          ? `${JSON.stringify({ schema: 1, file, output: path, removed })}\n`
          : `${sentence(path, removed.length, lang)}\n`,
      );
      if (signed && removed.length > 0) io.err(`${shownName(signedNote(file, lang))}\n`);
      return 0;
    });
  },
};

async function cleanFile(
  file: string,
  path: string,
): Promise<{ readonly removed: readonly string[]; readonly signed: boolean }> {
  try {
    const host = await openFile(file);
    if (!host.copies) throw readOnly(file);
    const { bytes, removed } = await host.copies.clean();
    await writeNew(path, bytes);
    return { removed, signed: host.signed };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: file, detail: error.detail }, file);
  }
}

function sentence(path: string, removed: number, lang: "zh" | "en"): string {
  if (lang === "en") {
    return removed === 0
      ? `Wrote “${shownName(path)}”: it contained nothing added by Ledger Assistant and is identical to the original.`
      : `Wrote “${shownName(path)}”: removed ${removed} things added by Ledger Assistant; everything else is identical to the original.`;
  }
  return removed === 0
    ? `已写入「${shownName(path)}」：台账里没有台账助手留下的内容，与原件相同。`
    : `已写入「${shownName(path)}」：去掉台账助手留下的 ${removed} 处内容，其余部分与原件相同。`;
}
