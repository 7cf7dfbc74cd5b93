/** Nothing is exported that no other file asks for, and nothing stands in src that only tests use. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ROOT = path.join(__dirname, "../..");
const SRC = path.join(ROOT, "src");

/** Asked for by tests alone, or by no file of ours, and why they stand in src. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...["settingsPage", "settingsJsonSchema", "ledgerRulesPage", "proofreadRulesPage"].map(
    (name) => [name, "written by npm run docs, which is a run of tests"] as const,
  ),
  ...["check", "proofreadAgainst"].map((name) => [name, "in one go what surfaces do in steps"] as const),
  ["subjectWords", "names and aliases that tests of the template language run through"],
  ["ruleOf", "a rule by its code or alias, which tests of rules go by"],
  ["start", "called by bin/taizhang.js in what is built"],
  ["DEFAULT_DEFINITION", "the rate as docs/decisions.md defines it, for whoever counts without settings"],
  ["parseIsoDate", "the way back of isoDate, which tests prove the calendar by"],
  ["findDates", "written dates with their places in the text, which tests prove the reader by"],
]);

interface Unit {
  /** Exported names, and how often each is written in the file itself. */
  readonly exported: ReadonlyMap<string, number>;
  /** What it takes from other files: a path without end, and a name; `*` for all of them. */
  readonly taken: readonly (readonly [from: string, name: string])[];
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?ts|tsx|[cm]js)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The file that an import means, or the path as it stands where it is none of ours. */
function resolved(file: string, name: string): string {
  if (!name.startsWith(".")) return name;
  const base = path.resolve(path.dirname(file), name);
  return [".ts", ".tsx", "/index.ts", ""].map((end) => base + end).find((each) => existsSync(each)) ?? base;
}

/** Names bound by a pattern or an import clause: what the other file calls them. */
const namesOf = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier | ts.BindingElement)[]): string[] =>
  elements.map(({ propertyName, name }) => (propertyName ?? name).getText());

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** What a dynamic `import()` is used for: the names taken apart from it at once, or everything. */
function takenFrom(call: ts.CallExpression): readonly string[] {
  const outer = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (ts.isVariableDeclaration(outer) && ts.isObjectBindingPattern(outer.name))
    return namesOf([...outer.name.elements]);
  return ["*"];
}

function unitOf(file: string, text: string, resolve: (name: string) => string): Unit {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const taken: (readonly [string, string])[] = [];
  const written = new Map<string, number>();
  const take = (from: ts.Expression, some: readonly string[]): void => {
    if (ts.isStringLiteralLike(from)) for (const name of some) taken.push([resolve(from.text), name]);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) written.set(node.text, (written.get(node.text) ?? 0) + 1);
    if (ts.isImportDeclaration(node)) {
      const bound = node.importClause?.namedBindings;
      if (bound && ts.isNamedImports(bound)) take(node.moduleSpecifier, namesOf([...bound.elements]));
      else take(node.moduleSpecifier, ["*"]);
      return;
    }
    if (ts.isExportDeclaration(node)) {
      const { exportClause, moduleSpecifier } = node;
      const some = exportClause && ts.isNamedExports(exportClause) ? [...exportClause.elements] : [];
      if (moduleSpecifier) take(moduleSpecifier, exportClause ? namesOf(some) : ["*"]);
      // What a face shows is judged where it stands.
      for (const { name } of some) {
        names.add(name.getText());
        written.set(name.getText(), 2);
      }
      return;
    }
    if (ts.isCallExpression(node) && node.arguments[0]) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) take(node.arguments[0], takenFrom(node));
      else if (/^(?:require|jest\.requireActual)$/.test(node.expression.getText())) take(node.arguments[0], ["*"]);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      take(node.argument.literal as ts.Expression, [node.qualifier?.getText() ?? "*"]);
    }
    if (ts.isVariableStatement(node) && isExported(node)) {
      for (const { name } of node.declarationList.declarations) {
        if (ts.isIdentifier(name)) names.add(name.text);
        else for (const each of name.elements) if (ts.isBindingElement(each)) names.add(each.name.getText());
      }
    } else if (isExported(node)) {
      const name = (node as ts.Node & { readonly name?: ts.Node }).name?.getText();
      if (name !== undefined) names.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { exported: new Map([...names].map((name) => [name, written.get(name) ?? 0])), taken };
}

/** What other programs import. */
const LIBRARY = path.join(SRC, "library/index.ts");

/** `used by nobody`, or `used by tests only`, each with its file and name. */
function idle(units: ReadonlyMap<string, Unit>, isOurs: (file: string) => boolean): readonly string[] {
  const users = new Map<string, boolean>();
  for (const [file, { taken }] of units) {
    for (const [from, name] of taken)
      users.set(`${from} ${name}`, isOurs(file) || users.get(`${from} ${name}`) === true);
  }
  const found: string[] = [];
  for (const [file, { exported }] of units) {
    if (!isOurs(file) || users.has(`${file} *`) || file === LIBRARY) continue;
    for (const [name, times] of exported) {
      if (MEANT.has(name)) continue;
      const used = users.get(`${file} ${name}`);
      // A file's inside may be shown to tests, as long as the file itself needs it.
      if (used === undefined) found.push(`${path.relative(SRC, file)}: ${name}, used by nobody`);
      else if (!used && times < 2) found.push(`${path.relative(SRC, file)}: ${name}, used by tests only`);
    }
  }
  return found;
}

test("every export is needed", () => {
  const all = ["src", "test", "scripts"].flatMap((folder) => files(path.join(ROOT, folder)));
  const units = new Map(
    all.map((file) => [file, unitOf(file, readFileSync(file, "utf8"), (name) => resolved(file, name))]),
  );
  expect(units.size).toBeGreaterThan(500);
  expect(idle(units, (file) => file.startsWith(SRC + path.sep))).toEqual([]);
});

test("every dependency is needed", () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const taken = files(SRC).flatMap((file) => unitOf(file, readFileSync(file, "utf8"), (name) => name).taken);
  const packages = new Set(
    taken.map(([from]) =>
      from
        .split("/")
        .slice(0, from.startsWith("@") ? 2 : 1)
        .join("/"),
    ),
  );
  // core-js comes in by webpack, for the oldest browsers.
  expect(Object.keys(dependencies).filter((name) => !packages.has(name) && name !== "core-js")).toEqual([]);
});

test.each<[Record<string, string>, string[]]>([
  [{ "a.ts": "export const x = 1;", "b.ts": 'import { x } from "a.ts";' }, []],
  [{ "a.ts": "export const x = 1; export type Y = 2;", "b.ts": 'import { x as z } from "a.ts";' }, ["a.ts Y nobody"]],
  [{ "a.ts": "export const { x, y: z } = w;", "b.ts": 'import { x } from "a.ts";' }, ["a.ts z nobody"]],
  [{ "a.ts": "export const x = 1;", "b.ts": 'import * as a from "a.ts";' }, []],
  [{ "a.ts": "export const x = 1;", "b.ts": 'const { x } = await import("a.ts");' }, []],
  [{ "a.ts": "export const x = 1;", "b.ts": 'export { x } from "a.ts";' }, ["b.ts x nobody"]],
  [{ "a.ts": "export const x = 1;", "t.test.ts": 'import { x } from "a.ts";' }, ["a.ts x tests only"]],
  [{ "a.ts": "export const x = 1; x;", "t.test.ts": 'import { x } from "a.ts";' }, []],
])("what is idle in %j", (texts, expected) => {
  const units = new Map(
    Object.entries(texts).map(([file, text]) => [
      path.join(SRC, file),
      unitOf(file, text, (name) => path.join(SRC, name)),
    ]),
  );
  const found = idle(units, (file) => !file.endsWith(".test.ts"));
  expect(found.map((line) => line.replace(/[:,]/g, "").replace(" used by", ""))).toEqual(expected);
});
