/** taizhang notice: the whole notice as a Word document, text, Markdown or HTML. */
import {
  describeDifference,
  describeMissing,
  describeWarning,
  factsExample,
  type Facts,
  type NoticeDocument,
} from "../../app/documents";
import { noticeBytes, noticeFromTemplate } from "../../app/notice-files";
import { describeProofs, proofOfNotice } from "../../app/notice-proof";
import { KIND_WORDS } from "../../app/words";
import type { Session } from "../../app/session";
import type { Kind } from "../../ledger";
import type { Lang } from "../../rule";
import type { Args } from "../args";
import type { Command } from "../command";
import { composedNotice, DOCUMENT_OPTIONS } from "../composed-notice";
import { CliFailure } from "../failure";
import { ledgerFactsTold, readFactsFile, withLedgerFacts } from "../facts-file";
import { heldWarning } from "../held-warning";
import type { Io } from "../io";
import { compareWithLast } from "../last-period";
import { oneFile, outputPath } from "../output-file";
import { readGivenFile } from "../read-bytes";
import { reaches, requireLedger, runFiles } from "../run-files";
import { EMPTY_LINE, shownName } from "../terminal";
import { writeNew } from "../write-file";

const FORMATS = ["docx", "txt", "md", "html"] as const;

export const notice: Command = {
  name: "notice",
  zh: "写出通报全文（Word、文本、Markdown、网页）",
  en: "write the whole notice (Word, text, Markdown, HTML)",
  operands: { zh: "文件", en: "FILE" },
  options: [...DOCUMENT_OPTIONS, "facts-example", "edition", "list", "last", "old-as-of"],
  examples: [
    "taizhang notice --facts-example > 通报要素.json",
    "taizhang notice 台账.xlsx -o 通报.docx --facts 通报要素.json --style phased",
    "taizhang notice 台账.xlsx -o 内部通报.docx --facts 通报要素.json --edition inside",
    "taizhang notice 台账.xlsx -o 通报.docx --facts 通报要素.json --template 本单位模板.docx",
  ],
  run: async (args, io, lang) => {
    if (args.flag("facts-example")) {
      io.out(factsExample());
      return 0;
    }
    const file = oneFile(args, "notice");
    const { path, format } = outputPath(args, FORMATS, `taizhang notice ${file} -o 通报.docx`);
    const form = await readFactsFile(args);
    const edition = args.text("edition") === "inside" ? "inside" : "public";
    const list = kindsOf(args);
    const wordTemplate = args.text("template");
    const ownTemplate = wordTemplate !== null && /\.docx$/iu.test(wordTemplate) ? wordTemplate : null;
    if (ownTemplate !== null && format !== "docx") {
      throw new CliFailure(
        "Word 模板只能写出 .docx；请把 -o 的文件名改为以 .docx 结尾。",
        "A Word template gives a .docx; let the name behind -o end in .docx.",
      );
    }
    return runFiles(ownTemplate === null ? args : without(args, "template"), io, lang, "notice", async (task) => {
      requireLedger(task.session, file);
      await compareWithLast(args, task.session);
      await task.session.check();
      const facts = withLedgerFacts(args, task.session, form);
      const { document, held } = composedNotice(task.session, facts, { list, edition });
      const bytes =
        ownTemplate === null
          ? await noticeBytes(document, format, {
              onProgress: (done, total) => showProgress(io, lang, done, total),
            })
          : await fromTemplate(document, task.session, facts, ownTemplate);
      clearProgress(io);
      await writeNew(path, bytes);
      const view = task.session.findings();
      const warning = heldWarning(view, lang, lang === "zh" ? "通报" : "this notice");
      const missing = describeMissing(document.missing, lang);
      return {
        json: {},
        text: lang === "zh" ? `已写入「${shownName(path)}」。` : `Wrote “${shownName(path)}”.`,
        failing: args.flag("strict") && (held.length > 0 || reaches(view?.findings ?? [], task.request.failOn)),
        warnings: [
          ...(warning === null ? [] : [warning]),
          ...ledgerFactsTold(task.session, facts, lang),
          ...(missing === null ? [] : [missing]),
          ...document.warnings.map((warning) => describeWarning(warning, lang)),
          ...describeProofs(proofOfNotice(task.session, document), lang),
          ...differencesTold(document, lang),
        ],
      };
    });
  },
};

/** What the two versions differ in, as one sentence; nothing where they differ in nothing of the ledger's texts. */
function differencesTold({ edition, differences }: NoticeDocument, lang: Lang): readonly string[] {
  const told = differences.map((difference) => describeDifference(difference, lang));
  const head = lang === "zh" ? "公开版与内部版的不同：" : "The public and internal editions differ: ";
  return edition === "public" ? [] : [`${head}${told.join("")}`];
}

/** Kinds by their Chinese or English names. */
function kindsOf(args: Args): readonly Kind[] {
  const kinds = (Object.keys(KIND_WORDS) as Kind[]).filter((kind) => kind !== "accountability");
  return args.texts("list").map((name) => {
    const kind = kinds.find((each) => each === name || KIND_WORDS[each].zh === name);
    if (kind !== undefined) return kind;
    const names = kinds.map((each) => KIND_WORDS[each].zh).join("、");
    throw new CliFailure(
      `选项 --list 只能是 ${names} 之一，现在是「${name}」；例如 --list 立行立改。`,
      `--list must be one of ${kinds.join(", ")}, not “${name}”; for example --list immediate.`,
    );
  });
}

function without(args: Args, hidden: "template"): Args {
  return { ...args, text: (name) => (name === hidden ? null : args.text(name)) };
}

async function fromTemplate(
  document: NoticeDocument,
  session: Session,
  facts: Facts,
  path: string,
): Promise<Uint8Array> {
  const template = await readGivenFile(path, "Word 模板", "Word template");
  const outcome = await noticeFromTemplate(session, document, facts, template);
  if (outcome === null) throw new Error("not read");
  if (outcome.ok) return outcome.bytes;
  throw new CliFailure(`Word 模板「${path}」${outcome.zh}`, `The Word template “${path}” ${outcome.en}`, "template");
}

function showProgress(io: Io, lang: Lang, done: number, total: number): void {
  if (!io.errIsTerminal) return;
  io.err(`${EMPTY_LINE}${lang === "zh" ? "正在写出" : "Writing"} ${Math.floor((done / total) * 100)}%`);
}

function clearProgress(io: Io): void {
  if (io.errIsTerminal) io.err(EMPTY_LINE);
}
