/** The one way into Excel: runs a batch and turns what Office.js throws into the port's errors. */
import { reWith } from "../../zh/pattern";
import { CELL_EDIT } from "../../zh/words/excel";
import { HostError, type HostErrorCode } from "../port";

/**
 * Codes of Office.js errors that mean something to us: of Excel.ErrorCodes and OfficeExtension.ErrorCodes, the tables of
 * office-js-docs (application-specific-api-error-handling, resource limits), and what office.js itself throws.
 */
const CODES: ReadonlyMap<string, HostErrorCode> = new Map([
  ["InvalidOperationInCellEditMode", "cellEditMode"],
  // Another request, another workbook in front, or a dialog: over in a moment.
  ["ActivityLimitReached", "busy"],
  ["Conflict", "busy"],
  ["HostIsBusy", "busy"],
  ["InactiveWorkbook", "busy"],
  ["MemoryLimitReached", "busy"],
  ["RequestAborted", "busy"],
  ["ServiceNotAvailable", "busy"],
  ["WriteNotSupportedWhenModalDialogOpen", "busy"],
  ["ConnectionError", "connectionLost"],
  ["ConnectionFailure", "connectionLost"],
  ["InvalidOrTimedOutSession", "connectionLost"],
  ["Timeout", "connectionLost"],
  ["OperationCellsExceedLimit", "payloadLimit"],
  ["RangeExceedsLimit", "payloadLimit"],
  ["RequestPayloadSizeLimitExceeded", "payloadLimit"],
  ["ResponsePayloadSizeLimitExceeded", "payloadLimit"],
  ["AccessDenied", "protected"],
  ["ItemNotFound", "missingSheet"],
  // A range or sheet in hand whose sheet was deleted meanwhile.
  ["InvalidObjectPath", "missingSheet"],
  ["InvalidReference", "missingSheet"],
]);

/** Programs before the code of its own say a cell is being edited only in the message, in their own language. */
const CELL_EDIT_MESSAGE = reWith("i")`${CELL_EDIT}`;

/** Code of an Office.js error, null for anything else. */
function officeCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error) || error instanceof HostError) return null;
  return typeof error.code === "string" ? error.code : null;
}

/**
 * The port's error for anything thrown in a batch. Our own slips pass through unchanged. The detail names Excel's code
 * and the call, never the message, which may quote cells.
 */
export function hostErrorOf(error: unknown): unknown {
  const code = officeCode(error);
  if (code === null) return error;
  const known = CODES.get(code) ?? unspecific(code, error);
  if (known) return new HostError(known, code);
  const location = debugLocation(error);
  return new HostError("hostFailed", location === "" ? code : `${code} at ${location}`);
}

/** What a general code means just now; null when it means no more than it says. */
function unspecific(code: string, error: unknown): HostErrorCode | null {
  if (code !== "InvalidOperation" && code !== "GeneralException") return null;
  const { message } = error as { message?: unknown };
  if (typeof message === "string" && CELL_EDIT_MESSAGE.test(message)) return "cellEditMode";
  const offline = typeof navigator !== "undefined" && navigator.onLine === false;
  return code === "GeneralException" && offline ? "connectionLost" : null;
}

function debugLocation(error: unknown): string {
  const info = (error as { debugInfo?: { errorLocation?: unknown } }).debugInfo;
  return typeof info?.errorLocation === "string" ? info.errorLocation : "";
}

/** Whether Excel says that it doesn't know or do a call at all, as against a call that failed this time. */
export function isUnsupported(error: unknown): boolean {
  if (!(error instanceof HostError) || error.code !== "hostFailed") return false;
  return /^(?:ApiNotFound|NotImplemented|PropertyNotLoaded|UnsupportedFeature|UnsupportedOperation|UnsupportedSheet|InvalidOperation|InvalidArgument|GeneralException)/.test(
    error.detail,
  );
}

interface RunOptions {
  /** Wait until the user has finished editing a cell instead of failing. */
  readonly waitForCellEdit?: boolean;
}

/**
 * Runs a batch that writes or listens.
 * @throws HostError for every failure that Excel reports
 */
export async function runExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: options.waitForCellEdit ?? false }, work);
  } catch (error) {
    throw hostErrorOf(error);
  }
}

/**
 * Runs a batch that only reads. It uses a plain request context: `Excel.run` keeps a reference to every range and gives
 * all of them back in a further request, which costs more than the reading itself when there are hundreds. Ranges of
 * such a context are used in the sync that asked for them, and not later.
 */
export async function readExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await work(new Excel.RequestContext());
  } catch (error) {
    throw hostErrorOf(error);
  }
}
