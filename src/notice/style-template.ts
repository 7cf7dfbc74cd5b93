/** The template of a shipped style for a ledger at hand. */
import { bulletinTemplate, type BulletinSource } from "./bulletin";
import { knownOf } from "./known";
import { DEFAULT_STYLE, styleNamed } from "./styles";
import { parseTemplate, type Template } from "./template";

/**
 * The template of a style by name, the default's where there is none of that name.
 * @example styleTemplate("rate", source).variables // ["巡察组"]
 */
export function styleTemplate(name: string, source: BulletinSource): Template {
  const style = styleNamed(name) ?? styleNamed(DEFAULT_STYLE);
  if (style?.name === "bulletin") return bulletinTemplate(source);
  return parseTemplate(style?.template ?? "", knownOf(source.reading, source.tally));
}
