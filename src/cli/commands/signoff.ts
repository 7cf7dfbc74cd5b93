/** taizhang signoff: the sheet that is signed. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { documentName, sessionSignoff } from "../../app/documents";
import { signoffDocx, signoffPage } from "../../app/notice-files";
import type { Command } from "../command";
import { composedNotice, DOCUMENT_OPTIONS } from "../composed-notice";
import { readFactsFile, reportDayTold, withLedgerFacts } from "../facts-file";
import { heldWarning } from "../held-warning";
import { oneFile, outputPath } from "../output-file";
import { readGivenFile } from "../read-bytes";
import { reaches, requireLedger, runFiles } from "../run-files";
import { versions } from "../version";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

export const signoff: Command = {
  name: "signoff",
  zh: "写出核验签批单（供签字）",
  en: "write the sign-off sheet, ready for signature",
  operands: { zh: "文件", en: "FILE" },
  options: DOCUMENT_OPTIONS,
  examples: [
    "taizhang signoff 台账.xlsx -o 核验签批单.docx --set 巡察组=县委第一巡察组",
    "taizhang signoff 台账.xlsx -o 签批单.html",
    "taizhang signoff 台账.xlsx --facts 通报要素.json -o 签批/",
  ],
  run: async (args, io, lang) => {
    const file = oneFile(args, "signoff");
    const form = await readFactsFile(args);
    const folder = /[\\/]$/u.test(args.text("output") ?? "") ? args.text("output") : null;
    const named =
      folder === null
        ? outputPath(args, ["docx", "html"], `taizhang signoff ${file} -o 核验签批单.docx`)
        : ({ path: folder, format: "docx" } as const);
    return runFiles(args, io, lang, "signoff", async ({ session, request }) => {
      requireLedger(session, file);
      await session.check();
      const made = composedNotice(session, withLedgerFacts(args, session, form));
      const bytes = await readGivenFile(file, "台账", "ledger");
      const sheet = sessionSignoff(session, made.document.summary, {
        unit: form.unit,
        file: basename(file),
        sha256: createHash("sha256").update(bytes).digest("hex"),
        time: localTime(io.wallClock()),
        versions: versions(),
      });
      if (sheet === null) throw new Error("not read");
      const asOf = session.getSnapshot().asOf?.date ?? null;
      // In a folder it is called by unit and month: 某县某局2025年12月核验签批单.docx.
      const path = folder === null ? named.path : `${folder}${documentName(sheet.unit, asOf, "核验签批单")}.docx`;
      await writeNew(
        path,
        named.format === "docx" ? await signoffDocx(sheet) : new TextEncoder().encode(await signoffPage(sheet)),
      );
      const { held } = made;
      const view = session.findings();
      const warning = heldWarning(view, lang, lang === "zh" ? "综述" : "this paragraph");
      const open = made.document.summary.flatMap((span) => (span.type === "unset" ? [span.name] : []));
      return {
        json: {},
        text: lang === "zh" ? `已写入「${shownName(path)}」。` : `Wrote “${shownName(path)}”.`,
        failing: args.flag("strict") && (held.length > 0 || reaches(view?.findings ?? [], request.failOn)),
        warnings: [
          ...(warning === null ? [] : [warning]),
          ...reportDayTold(session, lang),
          ...(open.length === 0
            ? []
            : [
                lang === "zh"
                  ? `综述中有待补充的内容：${open.join("、")}；可加 --set ${open[0]}=…。`
                  : `Open in the paragraph: ${open.join(", ")}.`,
              ]),
        ],
      };
    });
  },
};

/** 2025年12月1日 09:30, where the user is. */
function localTime(iso: string): string {
  const time = new Date(iso);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}
