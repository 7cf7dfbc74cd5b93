/** taizhang annotate: a copy of the ledger with marks, notes and a report sheet; the ledger itself is never touched. */
import { COPY_SUFFIXES } from "../../app/copy-names";
import { notesSkippedSentence } from "../../app/notes-skipped";
import type { Session } from "../../app/session";
import type { Lang } from "../../rule";
import type { Command } from "../command";
import { copyName } from "../copy-name";
import { CliFailure, workbookFailure } from "../failure";
import { READING_OPTIONS } from "../options";
import { reaches, requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

export const annotate: Command = {
  name: "annotate",
  zh: "生成带标记、批注和核验报告的副本",
  en: "write a copy with marks, notes and a report sheet",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: [...READING_OPTIONS, "output", "strict"],
  examples: ["taizhang annotate 台账.xlsx -o 台账-核验.xlsx", "taizhang annotate 各单位/"],
  run: (args, io, asked) =>
    runFiles(args, io, asked, "annotate", async ({ file, session, signed, request, lang }) => {
      const path = copyName(args, file, COPY_SUFFIXES.annotated[lang]);
      requireLedger(session, file);
      await session.check();
      const found = session.findings();
      const copy = await session.makeCopy("annotated");
      if (copy === null) throw whyNoCopy(session, file);
      await writeNew(path, copy.bytes);
      const counts = found?.counts ?? { error: 0, warning: 0, info: 0 };
      const all = counts.error + counts.warning + counts.info;
      return {
        json: { schema: 1, file, output: path, findings: all, notesSkipped: copy.notesSkipped },
        text:
          lang === "zh"
            ? `已写入「${shownName(path)}」：${all} 条核验结果，错误 ${counts.error}、提醒 ${counts.warning}、提示 ${counts.info}。`
            : `Wrote “${shownName(path)}”: ${counts.error} errors, ${counts.warning} warnings, ${counts.info} notes.`,
        failing: args.flag("strict") && reaches(found?.findings ?? [], request.failOn),
        warnings: [
          ...(signed ? [signedNote(file, lang)] : []),
          ...[notesSkippedSentence(copy.notesSkipped, lang)].filter((sentence) => sentence !== null),
        ],
      };
    }),
};

/** Why the session made no copy: the file's format, or what the attempt ran into. */
export function whyNoCopy(session: Session, file: string): CliFailure {
  const failure = session.getSnapshot().activity?.failure ?? null;
  return failure === null || failure.detail === "lack.readOnlyFormat" ? readOnly(file) : workbookFailure(failure, file);
}

/** A signature covers the parts as they were signed. */
export function signedNote(file: string, lang: Lang): string {
  return lang === "zh"
    ? `注意：「${file}」带有数字签名，副本有改动，签名在副本中已失效。`
    : `Note: “${file}” is digitally signed; the signature does not hold for the changed copy.`;
}

/** Formats whose parts are not ours to patch. */
export function readOnly(file: string): CliFailure {
  return new CliFailure(
    `「${file}」的格式只能读取，不能原样生成副本；请用 Excel 或 WPS 另存为 .xlsx 后再试。`,
    `“${file}” is of a format that can only be read; save it as .xlsx and try again.`,
    "readOnlyFormat",
  );
}
