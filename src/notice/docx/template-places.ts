/** Places of the user's own Word template: `{单位全称}`, `{反馈问题.完成率}`, and lists `{#事项}…{/事项}`. */
import { closest } from "fastest-levenshtein";
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import type { Precision, Tally } from "../../tally";
import { compose, impossibleFigures } from "../compose";
import { FACT_LABELS, textOfFact, type FactName, type Facts } from "../document/facts";
import { textOfSpans, type BlockRole, type NoticeBlock, type NoticeDocument, type NoticeSpan } from "../document/types";
import type { FigureSource } from "../figure-value";
import { knownOf } from "../known";
import { nearestPlace } from "../places";
import { parseTemplate } from "../template";
import type { TemplateProblem } from "../types";

export interface TemplateContext {
  readonly facts: Facts;
  readonly tally: Tally;
  readonly asOf: CivilDate;
  readonly precision: Precision;
  readonly source: FigureSource;
}

/** What a place is worth: text, or the lines of a list with places of their own. */
export type PlaceValue = string | readonly Scope[];
export type Scope = ReadonlyMap<string, PlaceValue>;

function text(spans: readonly NoticeSpan[]): string {
  return textOfSpans(spans);
}

function ofRole(blocks: readonly NoticeBlock[], role: BlockRole): readonly string[] {
  return blocks.filter((block) => block.role === role).map((block) => text(block.spans));
}

/** The form's values as text; what is not filled in stays open, as everywhere. */
function factText(facts: Facts, fact: FactName): string {
  return textOfFact(facts, fact) ?? `【待补充：${FACT_LABELS[fact]}】`;
}

/** Everything a template may name, but the figures: those are found by `placeText`. */
export function templateScope(document: NoticeDocument, context: TemplateContext): Scope {
  const { blocks, items } = document;
  const titles = ofRole(blocks, "title");
  const scope = new Map<string, PlaceValue>();
  for (const fact of Object.keys(FACT_LABELS) as FactName[])
    scope.set(FACT_LABELS[fact], factText(context.facts, fact));
  scope.set("标题", titles.join(""));
  scope.set("标题第一行", titles[0] ?? "");
  scope.set("标题第二行", titles[1] ?? "");
  scope.set("导语", ofRole(blocks, "opening").join("\n"));
  scope.set("综述", text(document.summary));
  scope.set("结语", ofRole(blocks, "contact").join("\n"));
  scope.set("落款", ofRole(blocks, "signature").join(""));
  scope.set("统计截止", chineseDate(context.asOf));
  scope.set(
    "正文",
    blocks
      .filter((block) => block.part !== "title" && block.part !== "closing" && block.part !== "opening")
      .map((block) => new Map([["段落", text(block.spans)]])),
  );
  scope.set(
    "事项",
    items.map(
      (item, index) =>
        new Map([
          ["序号", String(index + 1)],
          ["编号", item.mark],
          ["方面", item.section ?? ""],
          ["主要问题", item.parent ?? ""],
          ["问题", text(item.problem)],
          ["整改结果", text(item.status)],
          ["整改情况", item.progress.map(text).join("\n")],
        ]),
    ),
  );
  return scope;
}

/**
 * Text of a figure's place, read as the summary's template language reads it (反馈问题.总数[单位=财务科], 合计:追缴资金); null where
 * it is none.
 */
export function placeText(name: string, context: TemplateContext): string | null {
  const { tally, source, asOf, precision } = context;
  const known = knownOf(source.reading, tally);
  const template = parseTemplate(`{${name}}`, known);
  if (template.problems.length > 0 || template.variables.length > 0) return null;
  if (impossibleFigures(template, tally, source).length > 0) return null;
  const options = { asOf, precision, variables: new Map<string, string>(), source, completeParts: false };
  const { text, absent } = compose(template, tally, options);
  return absent.length > 0 ? `【待补充：${absent.join("、")}】` : text;
}

/** What is wrong with a name that is neither a fact nor a figure. */
export function placeProblem(name: string, context: TemplateContext): TemplateProblem | null {
  const { tally, source } = context;
  const template = parseTemplate(`{${name}}`, knownOf(source.reading, tally));
  return template.problems[0] ?? impossibleFigures(template, tally, source)[0] ?? null;
}

/** The known place nearest to an unknown one. */
export function nearestTemplatePlace(name: string, scope: Scope): string | null {
  if (name.length > 40) return null;
  if (name.includes(".")) return nearestPlace(name);
  const names = new Set<string>(scope.keys());
  for (const value of scope.values())
    if (typeof value !== "string") for (const key of value[0]?.keys() ?? []) names.add(key);
  return closest(foldKey(name), Array.from(names));
}
