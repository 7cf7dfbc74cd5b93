/** 词表.json: written for colleagues, read from them; apart from the rest, because only menus and commands need it. */
import type { OfficeLexicon } from "../ledger";
import { lexiconToJson, readLexicon, type Where } from "./lexicon";
import type { SettingsProblem } from "./settings-problem";

/**
 * 词表.json: a settings file that holds a lexicon and nothing else.
 * @example lexiconFile(settings.lexicon) // '{\n  "lexicon": {\n    "statuses": {\n      "合格": "done" …'
 */
export function lexiconFile(lexicon: OfficeLexicon): string {
  return `${JSON.stringify({ lexicon: lexiconToJson(lexicon) }, null, 2)}\n`;
}

/**
 * The lexicon of a 词表.json, or of any settings file.
 * @returns the words of the file alone; problems as sentences where it is none
 */
export function readLexiconFile(
  text: string,
  where: Where,
): { readonly lexicon: OfficeLexicon } | { readonly problems: readonly SettingsProblem[] } {
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
          en: `${where.en} is no valid JSON; check its brackets, quotes and commas.`,
        },
      ],
    };
  }
  const own =
    typeof document === "object" && document !== null ? (document as Record<string, unknown>)["lexicon"] : undefined;
  if (own === undefined) {
    return {
      problems: [
        {
          option: "",
          zh: `${where.zh}里没有 lexicon；例如 {"lexicon": {"statuses": {"合格": "done"}}}。`,
          en: `${where.en} holds no lexicon; for example {"lexicon": {"statuses": {"合格": "done"}}}.`,
        },
      ],
    };
  }
  const problems: SettingsProblem[] = [];
  const lexicon = readLexicon(own, where, problems);
  return problems.length > 0 ? { problems } : { lexicon };
}
