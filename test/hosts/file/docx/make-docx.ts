/** Small .docx files, written part by part, so that tests decide what is in their runs. */
import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A .docx whose body is this XML. */
export function makeDocx(body: string, extra: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
        `<w:body>${body}</w:body></w:document>`,
    ),
    "word/styles.xml": strToU8(`<w:styles xmlns:w="${W}"/>`),
    ...Object.fromEntries(Object.entries(extra).map(([name, text]) => [name, strToU8(text)])),
  });
}

/** A paragraph of runs, each with a look of its own. */
export function paragraph(...texts: readonly string[]): string {
  const runs = texts.map((text, i) => `<w:r><w:rPr><w:sz w:val="${20 + i}"/></w:rPr><w:t>${text}</w:t></w:r>`);
  return `<w:p>${runs.join("")}</w:p>`;
}
