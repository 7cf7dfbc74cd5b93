/**
 * Lists the members of Excel that our source uses, with the requirement set that brought each, as Microsoft's type
 * declarations document it: property accesses, destructuring, and the names inside `load("…")`.
 *
 *   node test/excel-host/list-members.mjs          a table
 */
import path from "node:path";
import ts from "typescript";

const FOLDERS = ["src/hosts/excel", "src/taskpane"];

/** @param {string} root folder of the project */
export function listMembers(root) {
  const config = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: FOLDERS }, ts.sys, root);
  const folders = FOLDERS.map((folder) => path.join(root, folder)).filter((folder) => ts.sys.directoryExists(folder));
  const files = folders.flatMap((folder) => ts.sys.readDirectory(folder, [".ts", ".tsx"]));
  const program = ts.createProgram(files, { ...options, types: ["office-js"], noEmit: true });
  const checker = program.getTypeChecker();
  /** @type {Map<string, {type: string, member: string, api: string, where: string}>} */
  const found = new Map();

  /** @param {ts.Symbol | undefined} symbol @param {ts.Node} at */
  const note = (symbol, at) => {
    for (const declaration of symbol?.declarations ?? []) {
      const owner = declaration.parent;
      if (!declaration.getSourceFile().fileName.includes("@types/office-js/")) continue;
      if (!ts.isClassDeclaration(owner) && !ts.isInterfaceDeclaration(owner)) continue;
      if (!inExcel(owner)) continue;
      const type = owner.name?.text ?? "";
      const member = symbol?.name ?? "";
      const key = `${type}.${member}`;
      if (found.has(key)) continue;
      const source = at.getSourceFile();
      const { line } = source.getLineAndCharacterOfPosition(at.getStart());
      const api = apiOf(declaration) ?? apiOf(owner) ?? "";
      found.set(key, { type, member, api, where: `${path.relative(root, source.fileName)}:${line + 1}` });
    }
  };

  /** Names in a load text, each looked up on the type it belongs to. */
  const noteLoad = (text, type, at) => {
    for (const name of text.split(",")) {
      let current = checker.getNonNullableType(type);
      for (const part of name.trim().split("/")) {
        let symbol = current.getProperty(part);
        if (!symbol) {
          const items = current.getProperty("items");
          const element = items && checker.getTypeArguments(checker.getTypeOfSymbolAtLocation(items, at))[0];
          symbol = element?.getProperty(part);
        }
        if (!symbol) throw new Error(`${at.getSourceFile().fileName}: nothing is called ${part} in load("${text}").`);
        if (part !== "items") note(symbol, at);
        const next = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(symbol, at));
        current = part === "items" ? (checker.getTypeArguments(next)[0] ?? next) : next;
      }
    }
  };

  /** Texts that an argument of load can be: literals, templates and names of constants. */
  const textsOf = (node) => {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
    const literal = checker.getTypeAtLocation(node);
    if (literal.isStringLiteral()) return [literal.value];
    if (literal.isUnion() && literal.types.every((one) => one.isStringLiteral()))
      return literal.types.map((one) => one.value);
    if (ts.isTemplateExpression(node)) {
      return [
        node.templateSpans.reduce(
          (text, span) => text + (textsOf(span.expression)[0] ?? "") + span.literal.text,
          node.head.text,
        ),
      ];
    }
    throw new Error(`${node.getSourceFile().fileName}: what is loaded here can't be told: ${node.getText()}`);
  };

  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), node);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const type = checker.getTypeAtLocation(node.parent);
      note(type.getProperty((node.propertyName ?? node.name).getText()), node);
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === "load"
    ) {
      const type = checker.getNonNullableType(checker.getTypeAtLocation(node.expression.expression));
      if (type.symbol && inExcel(type.symbol.declarations?.[0])) {
        for (const text of node.arguments.slice(0, 1).flatMap(textsOf)) noteLoad(text, type, node);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return [...found.values()].sort((a, b) => `${a.type}.${a.member}`.localeCompare(`${b.type}.${b.member}`));
}

/** Whether a declaration stands in the namespace Excel. */
function inExcel(declaration) {
  for (let node = declaration; node; node = node.parent) {
    if (ts.isModuleDeclaration(node) && node.name.text === "Excel") return true;
  }
  return false;
}

/** The set in `[Api set: ExcelApi 1.13]` of a declaration's comment. */
function apiOf(declaration) {
  const source = declaration.getSourceFile();
  const text = source.text.slice(declaration.getFullStart(), declaration.getStart(source));
  return /\[Api set: ([A-Za-z]+ \d+\.\d+)/.exec(text)?.[1];
}

if (process.argv[1]?.endsWith("list-members.mjs")) {
  for (const { type, member, api, where } of listMembers(process.cwd())) {
    process.stdout.write(`${`${type}.${member}`.padEnd(56)} ${api.padEnd(14)} ${where}\n`);
  }
}
