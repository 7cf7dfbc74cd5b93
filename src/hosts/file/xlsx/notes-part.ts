/**
 * Notes: legacy comments, which Excel, WPS and LibreOffice all show, with the drawing (VML) that Excel wants for each.
 * A cell that has a note or a threaded comment keeps it, and gets none of ours.
 */
import { cellName } from "../../../grid";
import { appendTo, removeFrom } from "./container";
import { relationshipKind } from "./namespaces";
import { NOTE_AUTHOR, NOTE_HEAD } from "../../ours";
import { childOf, childrenOf, descendants, entriesOf, type Element } from "./outline";
import type { PackageEditor } from "./package-editor";
import { relationshipTypes } from "./relationship-types";
import type { Splice } from "./splice";
import { placeFor } from "./worksheet-order";
import type { SheetEntry } from "./workbook-part";
import { cellText, escapeCellText } from "./xml-text";

export interface Note {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const VML_ROOT =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
/** The shape all notes share. Attribute order is ours: so it is known again. */
const SHAPE_TYPE =
  '<v:shapetype path="m,l,21600r21600,l21600,xe" id="_x0000_t202" coordsize="21600,21600" o:spt="202">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Behind the shape type where shapes of others referred to it and there was none: it goes with our notes all the same. */
const MISSED = "\t";

/** Adds notes to a sheet; returns the cells that were left alone, having one already or no place to draw it. */
export function addNotes(editor: PackageEditor, sheet: SheetEntry, notes: readonly Note[]): string[] {
  const comments = findComments(editor, sheet);
  if (comments !== null && !canGrow(editor.outline(comments))) return notes.map((note) => cellName(note.row, note.col));
  const taken = comments === null ? new Set<string>() : takenCells(editor, comments);
  const fresh = notes.filter((note) => !taken.has(cellName(note.row, note.col)));
  const skipped = notes
    .filter((note) => taken.has(cellName(note.row, note.col)))
    .map((note) => cellName(note.row, note.col));
  if (fresh.length === 0) return skipped;
  if (!drawNotes(editor, sheet, fresh)) return notes.map((note) => cellName(note.row, note.col));
  writeComments(editor, sheet, comments, fresh);
  return skipped;
}

function findComments(editor: PackageEditor, sheet: SheetEntry): string | null {
  return (
    editor
      .relationships(sheet.part)
      .find((r) => r.target !== null && relationshipKind(r.type) === "comments" && editor.has(r.target))?.target ?? null
  );
}

/**
 * Whether notes can be added to a comments part and told from the others again: it is one, it is not empty (ours is, without
 * our notes), and no comment refers to an author beyond the list, whom ours would become.
 */
function canGrow(root: Element): boolean {
  const authors = childOf(root, "authors");
  const list = childOf(root, "commentList");
  const count = authors ? entriesOf(authors, "author")?.count : 0;
  if (root.local !== "comments" || root.children.length === 0 || count === undefined) return false;
  return [...descendants(list ?? root)].every(
    (e) => e.local !== "comment" || Number(e.attributes.get("authorId") ?? "0") < count,
  );
}

function takenCells(editor: PackageEditor, comments: string): Set<string> {
  const list = childOf(editor.outline(comments), "commentList");
  return new Set((list ? childrenOf(list, "comment") : []).map((c) => (c.attributes.get("ref") ?? "").toUpperCase()));
}

function writeComments(
  editor: PackageEditor,
  sheet: SheetEntry,
  existing: string | null,
  notes: readonly Note[],
): void {
  let part = existing;
  if (part === null) {
    part = editor.freeName("xl/comments*.xml");
    const types = relationshipTypes(editor);
    const main = types.namespace.startsWith("http://purl") ? STRICT_MAIN : MAIN;
    editor.add(part, `<comments xmlns="${main}"></comments>`, COMMENTS_TYPE);
    editor.relate(sheet.part, types.comments, part);
  }
  const root = editor.outline(part);
  const p = root.prefix;
  const authors = childOf(root, "authors");
  const list = childOf(root, "commentList");
  const authorId = authors ? (entriesOf(authors, "author")?.count ?? 0) : 0;
  const author = `<${p}author>${NOTE_AUTHOR}</${p}author>`;
  const xml = notes
    .map(
      (note) =>
        `<${p}comment ref="${cellName(note.row, note.col)}" authorId="${authorId}" shapeId="0"><${p}text><${p}r>` +
        `<${p}rPr><${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="宋体"/><${p}family val="3"/><${p}charset val="134"/></${p}rPr>` +
        `<${p}t xml:space="preserve">${escapeCellText(NOTE_HEAD + note.text)}</${p}t></${p}r></${p}text></${p}comment>`,
    )
    .join("");
  const text = editor.text(part);
  const splices: Splice[] = [];
  if (authors) splices.push(...appendTo(text, authors, author, 1));
  else splices.push({ at: root.contentStart, remove: 0, insert: `<${p}authors>${author}</${p}authors>` });
  if (list) splices.push(...appendTo(text, list, xml, notes.length));
  else {
    const at = authors?.end ?? root.contentStart;
    splices.push({ at, remove: 0, insert: `<${p}commentList>${xml}</${p}commentList>` });
  }
  editor.splice(part, splices);
}

/** Draws the notes in the sheet's VML; false when it has one that isn't written as Office writes it. */
function drawNotes(editor: PackageEditor, sheet: SheetEntry, notes: readonly Note[]): boolean {
  const root = editor.outline(sheet.part);
  const reference = childOf(root, "legacyDrawing");
  const target = reference
    ? editor.relationships(sheet.part).find((r) => r.id === reference.relationshipId)?.target
    : undefined;
  if (reference) {
    if (!target || !editor.has(target)) return false;
    const text = editor.text(target);
    const end = text.lastIndexOf("</xml>");
    const declared = [
      'xmlns:v="urn:schemas-microsoft-com:vml"',
      'xmlns:x="urn:schemas-microsoft-com:office:excel"',
      "xmlns:o=",
    ];
    if (end < 0 || declared.some((d) => !text.includes(d))) return false;
    const isMissed = text.includes("#_x0000_t202");
    const type = text.includes('id="_x0000_t202"') ? "" : isMissed ? SHAPE_TYPE + MISSED : SHAPE_TYPE;
    let first = 1025;
    for (const match of text.matchAll(/_x0000_s(\d{1,9})/g)) first = Math.max(first, Number(match[1]) + 1);
    editor.splice(target, [{ at: end, remove: 0, insert: type + shapes(notes, first) }]);
    return true;
  }
  const part = editor.freeName("xl/drawings/vmlDrawing*.vml");
  const clusters = Math.ceil((notes.length + 1) / 1024);
  const cluster = highestCluster(editor) + 1;
  const map = Array.from({ length: clusters }, (_, i) => cluster + i).join(",");
  editor.add(
    part,
    `${VML_ROOT}<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${map}"/></o:shapelayout>` +
      `${SHAPE_TYPE}${shapes(notes, cluster * 1024 + 1)}</xml>`,
    VML_TYPE,
  );
  const types = relationshipTypes(editor);
  const id = editor.relate(sheet.part, types.vmlDrawing, part);
  const insert = `<${root.prefix}legacyDrawing xmlns:r="${types.namespace}" r:id="${id}"/>`;
  editor.splice(sheet.part, [{ at: placeFor(root, "legacyDrawing"), remove: 0, insert }]);
  return true;
}

/** Shape numbers come in clusters of 1024, which no two drawings of a workbook share. */
function highestCluster(editor: PackageEditor): number {
  let highest = 0;
  for (const name of editor.names()) {
    if (!/\.vml$/i.test(name)) continue;
    for (const match of editor.text(name).matchAll(/<o:idmap\b[^>]{0,80}\bdata="([\d,]{1,80})"/g)) {
      for (const cluster of (match[1] ?? "").split(",")) highest = Math.max(highest, Number(cluster));
    }
  }
  return highest;
}

function shapes(notes: readonly Note[], first: number): string {
  return notes.map((note, i) => shape(note, first + i)).join("");
}

function shape({ row, col, text }: Note, id: number): string {
  // Three columns wide; about fourteen Chinese characters a line of 9 points, two lines a row.
  const height = Math.min(20, 2 + Math.ceil(text.length / 28) + text.split("\n").length);
  const top = Math.max(0, row - 1);
  const left = Math.min(col + 1, 16_380);
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${left}, 15, ${top}, 4, ${left + 3}, 15, ${top + height}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`
  );
}

/** Removes our notes from all sheets. Returns the sheets that had some. */
export function removeNotes(editor: PackageEditor): string[] {
  const sheets: string[] = [];
  for (const sheet of editor.workbook().sheets) {
    const part = editor.has(sheet.part) ? findComments(editor, sheet) : null;
    if (part !== null && /台账助手/.test(editor.text(part)) && removeFromSheet(editor, sheet, part)) {
      sheets.push(sheet.name);
    }
  }
  return sheets;
}

function removeFromSheet(editor: PackageEditor, sheet: SheetEntry, part: string): boolean {
  const root = editor.outline(part);
  const text = editor.text(part);
  const authors = childOf(root, "authors");
  const list = childOf(root, "commentList");
  if (!authors || !list) return false;
  const names = entriesOf(authors, "author")?.entries ?? [];
  const isOurs = new Set(
    names
      .filter(
        ({ element: { contentStart, contentEnd } }) => text.slice(contentStart, contentEnd).trim() === NOTE_AUTHOR,
      )
      .map(({ index }) => index),
  );
  const all = childrenOf(list, "comment");
  const ours = all.filter(
    (comment) =>
      isOurs.has(Number(comment.attributes.get("authorId"))) || commentText(text, comment).startsWith(NOTE_HEAD),
  );
  const fromList = removeFrom(text, list, ours);
  // Authors are referred to by number: ours goes if it stands last; in the middle only its name does.
  let keep = names.length;
  while (keep > 0 && isOurs.has(names[keep - 1]!.index)) keep--;
  const gone = names.slice(keep).map(({ element }) => element);
  const fromAuthors = removeFrom(text, authors, gone);
  const blanked = names
    .slice(0, keep)
    .filter(({ index }) => isOurs.has(index))
    .map(({ element: { contentStart: at, contentEnd } }) => ({ at, remove: contentEnd - at, insert: "" }));
  editor.splice(part, [...fromList.splices, ...fromAuthors.splices, ...blanked]);
  eraseNotes(editor, sheet, new Set(ours.map((comment) => (comment.attributes.get("ref") ?? "").toUpperCase())));
  const rest = editor.outline(part);
  if (fromList.gone && editor.text(part).slice(rest.contentStart, rest.contentEnd).trim() === "") {
    editor.remove(part);
    editor.unrelate(sheet.part, part);
  }
  return ours.length > 0 || gone.length > 0;
}

/** Text of a comment, its runs put together. */
function commentText(text: string, comment: Element): string {
  let words = "";
  for (const element of descendants(comment)) {
    if (element.local === "t") words += cellText(text.slice(element.contentStart, element.contentEnd));
  }
  return words;
}

/**
 * Takes the shapes of our notes out of the sheet's VML. By text, not by elements: Office itself writes VML that isn't
 * well-formed (`<br>` in text boxes).
 */
function eraseNotes(editor: PackageEditor, sheet: SheetEntry, cells: ReadonlySet<string>): void {
  const root = editor.outline(sheet.part);
  const reference = childOf(root, "legacyDrawing");
  const target = reference
    ? editor.relationships(sheet.part).find((r) => r.id === reference.relationshipId)?.target
    : undefined;
  if (!reference || !target || !editor.has(target)) return;
  const text = editor.text(target);
  const splices: Splice[] = [];
  for (let at = text.indexOf("<v:shape "); at >= 0;) {
    const close = text.indexOf("</v:shape>", at);
    if (close < 0) break;
    const end = close + "</v:shape>".length;
    if (cells.has(noteCell(text.slice(at, end)))) splices.push({ at, remove: end - at, insert: "" });
    at = text.indexOf("<v:shape ", end);
  }
  editor.splice(target, splices);
  if (splices.length === 0) return;
  const left = editor.text(target);
  const type = left.indexOf(SHAPE_TYPE);
  const hasShapes = /<v:(shape|group|rect|image|line|oval|roundrect|polyline)[\s>]/.test(left);
  if (hasShapes || (type >= 0 && !left.startsWith(VML_ROOT))) {
    const isMissed = left.startsWith(MISSED, type + SHAPE_TYPE.length);
    if (type >= 0 && (isMissed || !left.includes('type="#_x0000_t202"'))) {
      const remove = SHAPE_TYPE.length + (isMissed ? MISSED.length : 0);
      editor.splice(target, [{ at: type, remove, insert: "" }]);
    }
    return;
  }
  editor.splice(sheet.part, [cutOf(reference)]);
  editor.unrelate(sheet.part, target);
  editor.remove(target);
}

/** Cell of a note's shape, "" for other shapes. */
function noteCell(shapeText: string): string {
  if (!/ObjectType\s?=\s?["']Note["']/.test(shapeText)) return "";
  const row = /<x:Row>\s{0,9}(\d{1,7})\s{0,9}<\/x:Row>/.exec(shapeText)?.[1];
  const col = /<x:Column>\s{0,9}(\d{1,5})\s{0,9}<\/x:Column>/.exec(shapeText)?.[1];
  return row !== undefined && col !== undefined ? cellName(Number(row), Number(col)) : "";
}

function cutOf(element: Element): Splice {
  return { at: element.start, remove: element.end - element.start, insert: "" };
}
