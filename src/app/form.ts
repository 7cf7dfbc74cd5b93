/** A form from above (上级报表), a workbook or a Word document: its places become the ledger's figures. */
import {
  describeTemplateProblem,
  FACT_LABELS,
  factPlaces,
  fillText,
  type Facts,
  type TemplateProblem,
} from "../notice";
import { HostError } from "../hosts/port";
import type { FilledForm, Form, FormFill } from "../hosts/form";
import { ledgerFacts } from "./documents";
import type { Session } from "./session";
import { editOutcomeText, failureSentence } from "./words";

interface Told {
  readonly zh: string;
  readonly en: string;
}

type FormOutcome =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Texts that were filled. */
      readonly filled: number;
      /** What has nothing to be filled with: variables that are not set, kinds that the ledger does not hold. */
      readonly open: readonly string[];
      /** Its formulas are calculated anew by the program that opens it. */
      readonly formulas: boolean;
    }
  /** Nothing was filled: why, in one sentence. */
  | ({ readonly ok: false } & Told);

/** Places named in one sentence. */
const MOST_NAMED = 5;

/**
 * Fills a form with what a session has counted. Null before the ledger is read.
 * @param facts of the notice, which places such as {单位全称} print; what the ledger states of itself stands in for empty ones
 */
export function fillForm(session: Session, form: Form, facts: Facts): FormOutcome | null {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return null;
  const { variables, precision, dueSoon, progressTolerance: tolerance } = session.getSnapshot().settings;
  const context = {
    tally,
    source: { reading, dueSoonDays: dueSoon, tolerance, last: session.lastPeriod() },
    asOf: reading.asOf.date,
    precision,
    variables: new Map([...placesOf(session, facts), ...variables]),
  };
  const fills: FormFill[] = [];
  const open = new Set<string>();
  const wrong: { readonly where: Told; readonly problem: TemplateProblem }[] = [];
  form.texts.forEach(({ where, text }, index) => {
    const read = fillText(text, context);
    if (read === null) return;
    for (const name of read.open) open.add(name);
    for (const problem of read.problems) wrong.push({ where, problem });
    if (read.changes.length > 0) fills.push({ text: index, changes: read.changes, number: read.number });
  });
  if (wrong.length > 0) return { ok: false, ...wrongPlaces(form, wrong) };
  if (fills.length === 0) return { ok: false, ...nothingToFill(form, open) };
  const { bytes, refused, formulas } = form.fill(fills);
  if (refused.length > 0) return { ok: false, ...refusals(form, refused) };
  return { ok: true, bytes, filled: fills.length, open: [...open], formulas };
}

function placesOf(session: Session, facts: Facts): ReadonlyMap<string, string> {
  const offers = ledgerFacts(session, facts)?.offers ?? [];
  return new Map([...offers.map(({ fact, shown }) => [FACT_LABELS[fact], shown] as const), ...factPlaces(facts)]);
}

function named(list: readonly Told[], lang: keyof Told): string {
  const first = list.slice(0, MOST_NAMED).map((one) => one[lang]);
  const rest = list.length > MOST_NAMED;
  if (lang === "zh") return `${first.join("；")}${rest ? `；共${list.length}处` : ""}`;
  return `${first.join("; ")}${rest ? `; ${list.length} in all` : ""}`;
}

function both(say: (lang: keyof Told) => string): Told {
  return { zh: say("zh"), en: say("en") };
}

function wrongPlaces(
  { name }: Form,
  wrong: readonly { readonly where: Told; readonly problem: TemplateProblem }[],
): Told {
  const told = wrong.map(({ where, problem }) =>
    both((lang) => `${where[lang]} ${describeTemplateProblem(problem, lang)}`),
  );
  return {
    zh: `「${name}」没有填写：${named(told, "zh")}。`,
    en: `“${name}” was not filled in: ${named(told, "en")}.`,
  };
}

function refusals({ name }: Form, refused: FilledForm["refused"]): Told {
  const told = refused.map(({ where, reason }) =>
    both((lang) =>
      reason === "noText"
        ? `${where[lang]} ${lang === "zh" ? "没有可以写的文字" : "has no text to write into"}`
        : `${where[lang]} ${editOutcomeText({ type: "refused", reason }, lang)}`,
    ),
  );
  return {
    zh: `「${name}」没有填写：${named(told, "zh")}；请解除保护，或把占位移到别处。`,
    en: `“${name}” was not filled in: ${named(told, "en")}; unprotect it, or move its placeholders elsewhere.`,
  };
}

function nothingToFill({ name, format }: Form, open: ReadonlySet<string>): Told {
  if (open.size > 0) {
    const names = [...open];
    return {
      zh: `「${name}」没有填写：${names.slice(0, MOST_NAMED).join("、")} 没有可填的内容；请先填写这些变量，或改用台账里有的占位。`,
      en: `“${name}” was not filled in: the ledger has nothing for ${names.slice(0, MOST_NAMED).join(", ")}; set these variables, or use placeholders that the ledger has.`,
    };
  }
  return format === "xlsx"
    ? {
        zh: `「${name}」的单元格里没有占位；请在要填数的格里写占位，如 {反馈问题.已完成}。`,
        en: `“${name}” has no placeholders in its cells; write placeholders such as {反馈问题.已完成} where figures belong.`,
      }
    : {
        zh: `「${name}」里没有占位；请在要填数的地方写占位，如 {反馈问题.已完成}。`,
        en: `“${name}” has no placeholders; write placeholders such as {反馈问题.已完成} where figures belong.`,
      };
}

/** Why a file could not be opened as a form. Errors that are none of a host's are thrown on. */
export function formFailure(error: unknown, name: string): Told {
  if (!(error instanceof HostError)) throw error;
  const { code, detail } = error;
  if (code === "unsupportedFormat" || code === "notAWorkbook")
    return {
      zh: `「${name}」不是 .xlsx 或 .docx 文件；请在 Excel、Word 或 WPS 中另存为 .xlsx 或 .docx 再试。`,
      en: `“${name}” is not an .xlsx or .docx file; save it in one of these formats first.`,
    };
  return both((lang) => failureSentence({ code, workbook: name, detail }, lang));
}
