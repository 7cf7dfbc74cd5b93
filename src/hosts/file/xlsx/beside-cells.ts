/**
 * Texts beside the cells of a workbook (ECMA-376 part 1, 18.3.1.46, 18.7.3 and 21.1.2): headers and footers of its sheets, the
 * paragraphs of text boxes and shapes, and comments, each with its pieces in its part.
 */
import type { FormText } from "../../form";
import { readOutline, type Element } from "./outline";
import type { PackageEditor } from "./package-editor";
import { unescapeXml } from "./xml-text";

/** A stretch of a text, and where its content stands in the part. */
interface Piece {
  /** Offset in the text. */
  readonly start: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface BesideText extends FormText {
  readonly part: string;
  /** None: a text that cannot be written (a text box of the old kind, VML). */
  readonly pieces: readonly Piece[];
  /** A header or footer: & begins a code in it, &12 a size. */
  readonly codes: boolean;
}

const HEADER = /^(?:odd|even|first)(Header|Footer)$/u;

/**
 * Those in which a text stands that `wanted` matches.
 * @example textsBesideCells(editor, /[{｛]/u)[0]?.where.zh // "表1页眉"
 */
export function textsBesideCells(editor: PackageEditor, wanted: RegExp): readonly BesideText[] {
  const seen = new Set<string>();
  const open = (part: string): boolean => {
    if (seen.has(part) || !editor.has(part)) return false;
    seen.add(part);
    return true;
  };
  return editor.workbook().sheets.flatMap(({ name, part, ours }) => {
    if (ours || !open(part)) return [];
    const related = (kind: string): readonly string[] =>
      editor
        .relationships(part)
        .flatMap(({ type, target }) => (type.endsWith(`/${kind}`) && target !== null && open(target) ? [target] : []));
    return [
      headers(editor, name, part, wanted),
      ...related("drawing").map((one) => boxes(editor, name, one, wanted)),
      ...related("comments").map((one) => comments(editor, name, one, wanted)),
      ...related("vmlDrawing").map((one) => oldBoxes(editor, name, one, wanted)),
    ].flat();
  });
}

function headers(editor: PackageEditor, sheet: string, part: string, wanted: RegExp): readonly BesideText[] {
  const source = editor.text(part);
  if (!wanted.test(source)) return [];
  const holders = editor.outline(part).children.filter(({ local }) => local === "headerFooter");
  return holders
    .flatMap(({ children }) => children)
    .flatMap((element) => {
      const which = HEADER.exec(element.local)?.[1];
      const [piece] = piecesOf([element], source);
      if (which === undefined || piece === undefined || !wanted.test(piece.text)) return [];
      const where =
        which === "Header"
          ? { zh: `${sheet}页眉`, en: `header of ${sheet}` }
          : { zh: `${sheet}页脚`, en: `footer of ${sheet}` };
      return [{ where, text: piece.text, part, pieces: [piece], codes: true }];
    });
}

function boxes(editor: PackageEditor, sheet: string, part: string, wanted: RegExp): readonly BesideText[] {
  const source = editor.text(part);
  if (!wanted.test(source)) return [];
  const where = { zh: `${sheet}文本框`, en: `text box of ${sheet}` };
  const found: BesideText[] = [];
  const visit = (element: Element): void => {
    if (element.local !== "p") {
      element.children.forEach(visit);
      return;
    }
    const pieces = piecesOf(textsOf(element), source);
    const text = pieces.map((piece) => piece.text).join("");
    if (wanted.test(text)) found.push({ where, text, part, pieces, codes: false });
  };
  visit(readOutline(source, part, editor.limits.depth));
  return found;
}

function comments(editor: PackageEditor, sheet: string, part: string, wanted: RegExp): readonly BesideText[] {
  const source = editor.text(part);
  if (!wanted.test(source)) return [];
  const lists = readOutline(source, part, editor.limits.depth).children.filter(({ local }) => local === "commentList");
  return lists
    .flatMap(({ children }) => children)
    .flatMap((comment) => {
      const pieces = piecesOf(textsOf(comment), source);
      const text = pieces.map((piece) => piece.text).join("");
      const cell = `${sheet}!${comment.attributes.get("ref") ?? ""}`;
      const where = { zh: `${cell}批注`, en: `comment of ${cell}` };
      return wanted.test(text) ? [{ where, text, part, pieces, codes: false }] : [];
    });
}

const OLD_BOX = /<(?:v:)?textbox[\s>](?:(?!<\/(?:v:)?textbox>)[^]){0,20000}/gu;

/** Their text is HTML that need not be well-formed. */
function oldBoxes(editor: PackageEditor, sheet: string, part: string, wanted: RegExp): readonly BesideText[] {
  const where = { zh: `${sheet}旧式文本框`, en: `text box of the old kind of ${sheet}` };
  return Array.from(editor.text(part).matchAll(OLD_BOX), ([box]) => {
    const text = unescapeXml(box.replace(/<[^<>]*>/gu, ""));
    return { where, text, part, pieces: [], codes: false };
  }).filter(({ text }) => wanted.test(text));
}

/** The t elements of a paragraph's runs. */
function textsOf(element: Element): readonly Element[] {
  return element.local === "t" ? [element] : element.children.flatMap(textsOf);
}

function piecesOf(elements: readonly Element[], source: string): readonly Piece[] {
  let start = 0;
  return elements.flatMap(({ contentStart, contentEnd, selfClosing }) => {
    if (selfClosing) return [];
    const piece = {
      start,
      text: unescapeXml(source.slice(contentStart, contentEnd)),
      from: contentStart,
      to: contentEnd,
    };
    start += piece.text.length;
    return [piece];
  });
}
