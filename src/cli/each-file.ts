/** One file after another: what is wrong with one is told, and the others still get their turn. */
import type { Lang } from "../rule";
import { CliFailure } from "./failure";
import type { Inputs } from "./inputs";
import type { Io } from "./io";
import { EMPTY_LINE, shownName } from "./terminal";

/** What a file says that holds no ledger and no period. */
const NO_LEDGER: ReadonlySet<string> = new Set(["notAWorkbook", "noLedger", "notASnapshot"]);

interface FileRun {
  readonly io: Io;
  readonly lang: Lang;
  readonly format: "text" | "json";
}

/**
 * Runs `handle` over all files.
 * @returns exit status: the worst of all files
 * @throws CliFailure of the file where there is only one
 */
export async function eachFile(
  { files, many, leftOut, unreadable, maybe }: Inputs,
  { io, lang, format }: FileRun,
  handle: (file: string, index: number) => Promise<number>,
): Promise<number> {
  let status = unreadable.length > 0 ? 2 : 0;
  for (const failure of unreadable) io.err(`${failure.sentence(lang)}\n`);
  if (leftOut.length > 0) io.err(`${leftOutSentence(leftOut, lang)}\n`);
  for (const [index, file] of files.entries()) {
    showProgress(io, lang, index, files);
    try {
      status = Math.max(status, await handle(file, index));
    } catch (error) {
      clearProgress(io);
      if (!many) throw error;
      if (maybe.has(file) && error instanceof CliFailure && NO_LEDGER.has(error.code)) {
        const name = shownName(file);
        io.err(lang === "zh" ? `已略过「${name}」：其中没有台账。\n` : `Skipped “${name}”: it contains no ledger.\n`);
        continue;
      }
      const failure = error instanceof CliFailure ? error : internalFailure(error, io, file);
      io.err(`${failure.sentence(lang)}\n`);
      if (format === "json") {
        const line = { schema: 1, file, error: { code: failure.code, message: failure.sentence(lang) } };
        io.out(`${JSON.stringify(line)}\n`);
      }
      status = 2;
    }
  }
  return status;
}

/** A mistake of ours: a sentence, no stack; TAIZHANG_DEBUG=1 shows it to whoever mends it. */
export function internalFailure(error: unknown, io: Io, file?: string): CliFailure {
  if (io.env["TAIZHANG_DEBUG"] === "1" && error instanceof Error) io.err(`${error.stack ?? ""}\n`);
  const name = error instanceof Error ? error.name : typeof error;
  return new CliFailure(
    `${file === undefined ? "" : `「${file}」：`}程序内部出错（${name}），这份文件没有处理；请换一份文件再试，并把命令和出错的文件告诉管理员。`,
    `${file === undefined ? "" : `“${file}”: `}Internal error (${name}); this file was not processed. Try another file, and tell your administrator the command and the file.`,
    "internal",
  );
}

/** Names told at most; the count says the rest. */
const NAMED = 20;

function leftOutSentence(names: readonly string[], lang: Lang): string {
  const shown = names.slice(0, NAMED).map(shownName);
  if (lang === "zh") {
    const all = `${shown.join("、")}${names.length > NAMED ? ` 等 ${names.length} 个` : ""}`;
    return `已略过台账助手生成的副本（原件就在旁边）：${all}；要处理副本，请直接写出文件名。`;
  }
  const all = `${shown.join(", ")}${names.length > NAMED ? ` and others, ${names.length} in all` : ""}`;
  return `Skipped copies made by Ledger Assistant (the originals are beside them): ${all}; name a copy itself to have it read.`;
}

function showProgress(io: Io, lang: Lang, index: number, files: readonly string[]): void {
  if (!io.errIsTerminal) return;
  const count = files.length > 1 ? ` ${index + 1}/${files.length}` : "";
  io.err(`${EMPTY_LINE}${lang === "zh" ? "正在读取" : "Reading"}${count} ${shownName(files[index]!)}`);
}

export function clearProgress(io: Io): void {
  if (io.errIsTerminal) io.err(EMPTY_LINE);
}
