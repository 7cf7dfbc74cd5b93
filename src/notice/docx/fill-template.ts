/**
 * Fills the user's own Word template (红头 and all): places in braces become texts and figures, `{#事项}…{/事项}` repeats.
 * Nothing in a template is run as code. Everything else of the file stays as it is.
 */
import type { TemplateContext as LibraryContext } from "easy-template-x";
import type { NoticeDocument } from "../document/types";
import { cleanText } from "../markup";
import { describeTemplateProblem } from "../template-messages";
import { setHalfWidth } from "./half-width";
import {
  nearestTemplatePlace,
  placeProblem,
  placeText,
  templateScope,
  type PlaceValue,
  type Scope,
  type TemplateContext,
} from "./template-places";

/** `zh` and `en` go on behind the name of the file: Word 模板「…」{zh}. */
export type FillOutcome =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly zh: string; readonly en: string };

/** A template is a page or two. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Errors of the library that come from the template, by name: what the user can do about them. */
const SYNTAX: ReadonlySet<string> = new Set([
  "MissingCloseDelimiterError",
  "MissingStartDelimiterError",
  "TagOptionsParseError",
  "TemplateSyntaxError",
  "UnclosedTagError",
  "UnopenedTagError",
]);

function isScopes(value: PlaceValue | undefined): value is readonly Scope[] {
  return value !== undefined && typeof value !== "string";
}

/** Walks `["事项", "0", "问题"]`: the innermost list that knows the last name, else the outer ones. */
function lookUp(root: Scope, path: readonly string[]): PlaceValue | null {
  const scopes: Scope[] = [root];
  for (let at = 0; at + 2 < path.length; at += 2) {
    const list: PlaceValue | undefined = scopes[scopes.length - 1]?.get(path[at] ?? "") ?? root.get(path[at] ?? "");
    const scope: Scope | undefined = isScopes(list) ? list[Number(path[at + 1])] : undefined;
    if (scope !== undefined) scopes.push(scope);
  }
  const name = path[path.length - 1] ?? "";
  for (let at = scopes.length - 1; at >= 0; at--) {
    const value = scopes[at]?.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

/**
 * @param template bytes of a .docx
 * @example await fillTemplate(bytes, document, { facts, tally, asOf, precision: 0, source })
 */
export async function fillTemplate(
  template: Uint8Array,
  document: NoticeDocument,
  context: TemplateContext,
): Promise<FillOutcome> {
  if (template.byteLength > MAX_BYTES) {
    return {
      ok: false,
      zh: "超过 20 MB，请换用只含版式的模板。",
      en: "is larger than 20 MB; use a template that contains only the layout.",
    };
  }
  if (template[0] !== 0x50 || template[1] !== 0x4b) {
    return {
      ok: false,
      zh: "不是 .docx 文件；请在 Word 或 WPS 中另存为 .docx。",
      en: "is not a .docx file; save it as .docx in Word or WPS first.",
    };
  }
  const { Delimiters, TemplateExtension, TemplateHandler } = await import("easy-template-x");
  class HalfWidth extends TemplateExtension {
    override async execute(_data: unknown, { currentPart }: LibraryContext): Promise<void> {
      setHalfWidth(await currentPart.xmlRoot());
    }
  }
  const scope = templateScope(document, context);
  const unknown = new Set<string>();
  const handler = new TemplateHandler({
    // Square brackets are filters of ours, no options of the library's.
    delimiters: new Delimiters({ tagOptionsStart: "\ue000", tagOptionsEnd: "\ue001" }),
    extensions: { beforeCompilation: [new HalfWidth()] },
    scopeDataResolver: ({ strPath }) => {
      const name = strPath[strPath.length - 1] ?? "";
      const value = lookUp(scope, strPath.map(String)) ?? placeText(name, context);
      if (value === null) {
        unknown.add(name);
        return "";
      }
      return typeof value === "string" ? cleanText(value) : value.map(() => ({}));
    },
  });
  let filled: ArrayBuffer;
  try {
    const copy = new Uint8Array(template);
    filled = await handler.process(copy.buffer, {});
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return SYNTAX.has(error.constructor.name) || SYNTAX.has(error.name)
      ? {
          ok: false,
          zh: `中的占位没有写完整（${error.message}）；请检查大括号是否成对、{#事项} 是否有 {/事项}。`,
          en: `has an incomplete placeholder (${error.message}); check that every { has its } and every {#事项} its {/事项}.`,
        }
      : {
          ok: false,
          zh: "已损坏或无法识别；请用 Word 或 WPS 打开后另存一份再试。",
          en: "is damaged or cannot be read; open it in Word or WPS, save a copy and try again.",
        };
  }
  const [first] = unknown;
  if (first === undefined) return { ok: true, bytes: new Uint8Array(filled) };
  const problem = first.includes(".") ? null : placeProblem(first, context);
  if (problem !== null && problem.type !== "unknownPlace")
    return {
      ok: false,
      zh: `中的占位有误：${describeTemplateProblem(problem, "zh")}。`,
      en: `has a wrong placeholder: ${describeTemplateProblem(problem, "en")}.`,
    };
  const nearest = nearestTemplatePlace(first, scope);
  return {
    ok: false,
    zh: `中没有这样的占位「{${first}}」${nearest === null ? "" : `；是否指「{${nearest}}」？`}`,
    en: `has an unknown placeholder {${first}}${nearest === null ? "." : `; did you mean {${nearest}}?`}`,
  };
}
