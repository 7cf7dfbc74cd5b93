/** 词表.json (the office's words, and which columns are meant): written for colleagues, read from them; apart from the rest, because only menus and commands need it. */
import type { ColumnSettlement, OfficeLexicon } from "../ledger";
import { NO_LEXICON } from "../ledger";
import { lexiconToJson, readLexicon, type Where } from "./lexicon";
import { DEFAULT_SETTINGS, settingsFrom, type KnownNames } from "./settings";
import type { SettingsProblem } from "./settings-problem";

const NO_NAMES: KnownNames = { rules: null, styles: [] };

/**
 * 词表.json: a settings file that holds a lexicon, the choices of columns, templates by name, and nothing else.
 * @example lexiconFile(settings.lexicon) // '{\n  "lexicon": {\n    "statuses": {\n      "合格": "done" …'
 */
export function lexiconFile(
  lexicon: OfficeLexicon,
  columns: readonly ColumnSettlement[] = [],
  templates: ReadonlyMap<string, string> = new Map(),
): string {
  return `${JSON.stringify(lexiconObject(lexicon, columns, templates), null, 2)}\n`;
}

/** The same as data. */
export function lexiconObject(
  lexicon: OfficeLexicon,
  columns: readonly ColumnSettlement[],
  templates: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  return {
    lexicon: lexiconToJson(lexicon),
    ...(columns.length > 0 && { columns }),
    ...(templates.size > 0 && { templates: Object.fromEntries(templates) }),
  };
}

/** What a 词表.json holds. */
export interface OfficeFile {
  readonly lexicon: OfficeLexicon;
  readonly columns: readonly ColumnSettlement[];
  readonly templates: ReadonlyMap<string, string>;
}

/**
 * The lexicon of a 词表.json, or of any settings file, and its choices of columns.
 * @returns the words and choices of the file alone; problems as sentences where it is none
 */
export function readLexiconFile(
  text: string,
  where: Where,
): OfficeFile | { readonly problems: readonly SettingsProblem[] } {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      problems: [
        {
          option: "",
          zh: `${where.zh}不是有效的 JSON；请检查括号、引号和逗号。`,
          en: `${where.en} is not valid JSON; check its brackets, quotes and commas.`,
        },
      ],
    };
  }
  const {
    lexicon: own,
    columns: chosen,
    templates: named,
  } = (typeof document === "object" && document !== null ? document : {}) as Readonly<Record<string, unknown>>;
  if (own === undefined && chosen === undefined && named === undefined) {
    return {
      problems: [
        {
          option: "",
          zh: `${where.zh}里没有 lexicon；例如 {"lexicon": {"statuses": {"合格": "done"}}}。`,
          en: `${where.en} contains no lexicon; for example {"lexicon": {"statuses": {"合格": "done"}}}.`,
        },
      ],
    };
  }
  const problems: SettingsProblem[] = [];
  const lexicon = own === undefined ? NO_LEXICON : readLexicon(own, where, problems);
  const rest = {
    ...(chosen === undefined ? {} : { columns: chosen }),
    ...(named === undefined ? {} : { templates: named }),
  };
  const read = settingsFrom(rest, NO_NAMES, DEFAULT_SETTINGS, where);
  if (!read.ok) problems.push(...read.problems);
  if (problems.length > 0 || !read.ok) return { problems };
  const { columns, templates } = read.settings;
  return { lexicon, columns, templates };
}
