/** docs/glossary.md, “Words of the texts”: what stands under “not” is said in no text of the program. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ROOT = path.join(__dirname, "../..");

/** Rows of the table: 中文, English, 不说, not. */
const ROWS = (readFileSync(path.join(ROOT, "docs/glossary.md"), "utf8").split("## Words of the texts")[1] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const words = (cell: string | undefined, between: RegExp): readonly string[] =>
  (cell ?? "").split(between).filter((word) => word !== "");

/** Literals of the sources, without what is imported and without word lists of what others write. */
function textsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, false);
  const texts: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    else if (ts.isJsxText(node)) texts.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return texts;
}

const TEXTS = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/^zh[\\/]/.test(name))
  .flatMap((name) => textsOf(path.join(ROOT, "src", name)).map((text) => ({ name, text })));

it("reads the table and the texts", () => {
  expect(ROWS.length).toBeGreaterThan(10);
  expect(TEXTS.length).toBeGreaterThan(5000);
});

it.each(ROWS)("%s, %s: not %s, %s", (_zh, _en, notZh, notEn) => {
  const banned = [...words(notZh, /、/u), ...words(notEn, /,\s*/u)];
  const found = TEXTS.filter(({ text }) => banned.some((word) => text.includes(word)));
  expect(found).toEqual([]);
});

it("names every term that it asks for somewhere", () => {
  const all = TEXTS.map(({ text }) => text.toLowerCase()).join("\n");
  const missing = ROWS.flatMap(([zh, en]) => [...words(zh, /、/u), ...words(en, /,\s*/u)]).filter(
    (term) => !all.includes(term.toLowerCase()),
  );
  expect(missing).toEqual([]);
});
