/** Opens each file in a session of its own and prints what a command makes of it. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Session, SessionEnvironment } from "../app/session";
import { createSession } from "../app/session/session";
import { passedOverText } from "../app/words";
import type { Finding, Lang, Severity } from "../rule";
import { HostError, type Host } from "../hosts/port";
import { type FileHost, openBytes, openFile } from "../hosts/file/node";
import { nearestName } from "../app/settings";
import type { Args } from "./args";
import { checkColumns } from "./column-option";
import { clearProgress, eachFile } from "./each-file";
import { CliFailure, workbookFailure } from "./failure";
import { expandInputs, type InputKind } from "./inputs";
import type { Io } from "./io";
import { createPaint, type Paint } from "./paint";
import { readRequest, type Request } from "./request";
import { shownName } from "./terminal";
import { versions } from "./version";

/** What a command makes of one file. */
interface Outcome {
  /** Plain data for `--format json`. */
  readonly json: object;
  readonly text: string;
  /** Findings at or above `--fail-on`. */
  readonly failing: boolean;
  /** Sentences for standard error. */
  readonly warnings: readonly string[];
}

interface FileTask {
  /** As the user named it. */
  readonly file: string;
  readonly session: Session;
  readonly host: FileHost;
  /** The workbook is digitally signed: a changed copy loses the signature. */
  readonly signed: boolean;
  /** The ledger is a table of a document: places are named as there. */
  readonly isDocument: boolean;
  readonly request: Request;
  readonly lang: Lang;
  readonly paint: Paint;
}

/**
 * Runs a command over all files.
 * @param kind what it takes from folders; workbooks where nothing is said
 * @returns exit status: the worst of all files
 */
export async function runFiles(
  args: Args,
  io: Io,
  asked: Lang,
  command: string,
  handle: (task: FileTask) => Promise<Outcome>,
  kind?: InputKind,
): Promise<number> {
  const request = await readRequest(args);
  // A settings file may choose the language too; an option goes before it.
  const lang = request.settings.lang ?? asked;
  const inputs = await expandInputs(args.files, command, kind);
  const { many } = inputs;
  const paint = createPaint(io);
  return eachFile(inputs, { io, lang, format: request.format }, async (file, index) => {
    const { session, host, signed, isDocument } = await openSession(file, request, io);
    checkColumns(session, request.columns, file);
    const missing = noLedger(session, file);
    if (missing && inputs.maybe.has(file)) throw missing;
    const outcome = await handle({ file, session, host, signed, isDocument, request, lang, paint });
    // An action never rejects; one that failed must not pass for one that found nothing.
    const { activity } = session.getSnapshot();
    if (activity?.state === "failed" && activity.failure !== null) throw workbookFailure(activity.failure, file);
    clearProgress(io);
    print(io, outcome, file, request.format, many, index);
    for (const warning of outcome.warnings) io.err(`${shownName(many ? `${file}: ${warning}` : warning)}\n`);
    if (missing) io.err(`${missing.sentence(lang)}\n`);
    return missing ? 2 : outcome.failing ? 1 : 0;
  });
}

interface OpenedSession {
  readonly session: Session;
  readonly host: FileHost;
  readonly signed: boolean;
  readonly format: FileHost["format"];
  readonly isDocument: boolean;
}

/**
 * Opens one workbook in a session of its own.
 * @param bytes what the file holds, where it was read already
 */
export async function openSession(
  file: string,
  request: Request,
  io: Io,
  bytes: Uint8Array | null = null,
): Promise<OpenedSession> {
  const environment: SessionEnvironment = {
    today: io.today,
    now: io.now,
    wallClock: io.wallClock,
    // Nothing else runs here: no need to let anything breathe.
    yieldNow: () => Promise.resolve(),
    pause,
    newId: () => randomUUID(),
    store: request.store,
    versions: versions(),
  };
  let host: FileHost;
  try {
    host = bytes === null ? await openFile(file) : await openBytes(bytes, file);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: file, detail: error.detail }, file);
  }
  const session = createSession(environment);
  await checkSheets(host, request, file);
  await session.open(host, { settings: request.settings, directory: request.directory });
  const { failure } = session.getSnapshot();
  if (failure !== null) throw workbookFailure(failure, file);
  return { session, host, signed: host.signed, format: host.format, isDocument: host.format === "docx" };
}

/** A time-out that nobody waits for any more must not keep the process. */
async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    if (signal?.aborted !== true) throw error;
  });
}

/** `--sheet` must name sheets that are there; a misspelt one would silently count nothing. */
async function checkSheets(host: Host, request: Request, file: string): Promise<void> {
  const names = (await host.read.sheets()).map((sheet) => sheet.name);
  const missing = request.settings.sheets?.find((name) => !names.includes(name));
  if (missing === undefined) return;
  const nearest = nearestName(missing, names);
  const zh = nearest ? `；是否指「${nearest}」？` : `；其中有：${names.slice(0, 20).join("、")}。`;
  const en = nearest ? `; did you mean “${nearest}”?` : `; it has ${names.slice(0, 20).join(", ")}.`;
  throw new CliFailure(
    `「${file}」中没有工作表「${missing}」${zh}`,
    `“${file}” has no sheet “${missing}”${en}`,
    "missingSheet",
  );
}

/** A workbook without any ledger is no success: a gate must not let it pass. */
function noLedger(session: Session, file: string): CliFailure | null {
  const { ledgers, passedOver } = session.getSnapshot();
  if (ledgers.length > 0) return null;
  const names = (lang: Lang) =>
    passedOver
      .slice(0, 8)
      .map(
        (passed) =>
          `${passed.sheet}${lang === "zh" ? "（" : " ("}${passedOverText(passed, lang)}${lang === "zh" ? "）" : ")"}`,
      )
      .join(lang === "zh" ? "、" : ", ");
  return new CliFailure(
    `「${file}」中没有找到可核验的台账：${names("zh")}；请核对表头，或用 --sheet 指定工作表。`,
    `“${file}” contains no ledger: ${names("en")}; check the header row, or name the sheet with --sheet.`,
    "noLedger",
  );
}

/** @throws CliFailure where the workbook holds no ledger */
export function requireLedger(session: Session, file: string): void {
  const missing = noLedger(session, file);
  if (missing) throw missing;
}

/** Whether any finding reaches a severity. */
export function reaches(findings: readonly Finding[], failOn: Severity): boolean {
  const rank = { error: 0, warning: 1, info: 2 };
  return findings.some((finding) => rank[finding.severity] <= rank[failOn]);
}

function print(io: Io, outcome: Outcome, file: string, format: "text" | "json", many: boolean, index: number): void {
  if (format === "json") {
    io.out(`${many ? JSON.stringify(outcome.json) : JSON.stringify(outcome.json, null, 2)}\n`);
    return;
  }
  if (many) io.out(`${index > 0 ? "\n" : ""}== ${shownName(file)} ==\n`);
  io.out(`${outcome.text}\n`);
}
