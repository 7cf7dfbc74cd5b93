/** Where a fault can be put into a source file, and the source with all chosen faults in it, each behind a switch. */
import ts from "typescript";

const OTHER = new Map([
  [ts.SyntaxKind.LessThanToken, "<="],
  [ts.SyntaxKind.LessThanEqualsToken, "<"],
  [ts.SyntaxKind.GreaterThanToken, ">="],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [ts.SyntaxKind.AmpersandAmpersandToken, "||"],
  [ts.SyntaxKind.BarBarToken, "&&"],
]);
const LOGICAL = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken]);

/** mulberry32: small, seeded, the same everywhere. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function draw(places, count, random) {
  const left = [...places];
  const drawn = [];
  while (drawn.length < count && left.length > 0) drawn.push(left.splice(Math.floor(random() * left.length), 1)[0]);
  return drawn;
}

const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const isType = (node) => ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

/** The part of a node that a fault replaces, and what it says then; undefined where none can be put. */
function faultOf(node) {
  if (ts.isNumericLiteral(node)) return { at: node, text: String(Number(node.text) + 1) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { at: node, text: "false" };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { at: node, text: "true" };
  if (ts.isBinaryExpression(node) && OTHER.has(node.operatorToken.kind)) {
    return { at: node.operatorToken, text: OTHER.get(node.operatorToken.kind) };
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return { at: node, text: `!!${node.operand.getText()}` };
  }
  if (ts.isIfStatement(node)) return { at: node.expression, text: "false" };
  return undefined;
}

function walk(node, each) {
  if (isType(node)) return;
  each(node);
  ts.forEachChild(node, (child) => walk(child, each));
}

/** Every place of a file: from and to of what is replaced, the line as it stands, and what is put there. */
export function placesIn(file, text) {
  const source = parse(file, text);
  const lines = text.split("\n");
  const places = [];
  walk(source, (node) => {
    const fault = faultOf(node);
    if (!fault) return;
    const from = fault.at.getStart(source);
    const to = fault.at.getEnd();
    const line = source.getLineAndCharacterOfPosition(from).line + 1;
    places.push({ file, from, to, line, on: lines[line - 1].trim(), was: text.slice(from, to), text: fault.text });
  });
  return places;
}

/** The name that a declaration at the top of a file gives to what a node is part of. */
function topName(node) {
  let top = node;
  while (top.parent && !ts.isSourceFile(top.parent)) {
    if (ts.isFunctionLike(top)) return undefined;
    top = top.parent;
  }
  if (!ts.isVariableStatement(top)) return undefined;
  const declared = top.declarationList.declarations.find((one) => one.pos <= node.pos && node.end <= one.end);
  return declared && ts.isIdentifier(declared.name) ? declared.name.text : undefined;
}

/** Is this identifier a value being read? */
function isRead(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isBinaryExpression(parent) || ts.isElementAccessExpression(parent) || ts.isSpreadElement(parent)) return true;
  if (ts.isCallExpression(parent) || ts.isConditionalExpression(parent) || ts.isForOfStatement(parent)) {
    return parent.initializer !== node;
  }
  return ts.isReturnStatement(parent) || ts.isTemplateSpan(parent) || ts.isArrowFunction(parent);
}

/**
 * The source with all faults of `places` in it, `mutant(id)` being the switch. Every operand stands there once, so that
 * chains don't grow; what a declaration at the top was made with is noted again where its name is read.
 */
export function withSwitches(file, text, places) {
  const source = parse(file, text);
  const ids = new Map(places.map((place) => [`${place.from}:${place.to}:${place.text}`, place.id]));
  const readers = new Map();
  const idOf = (node) => {
    const fault = faultOf(node);
    return fault && ids.get(`${fault.at.getStart(source)}:${fault.at.getEnd()}:${fault.text}`);
  };
  walk(source, (node) => {
    const id = idOf(node);
    const name = id === undefined ? undefined : topName(node);
    if (name) readers.set(name, [...(readers.get(name) ?? []), id]);
  });
  const print = (node) => {
    if (isType(node)) return node.getText(source);
    const id = idOf(node);
    const plain = () => {
      let out = "";
      let at = node.getStart(source);
      ts.forEachChild(node, (child) => {
        if (child.getStart(source) >= at) {
          out += text.slice(at, child.getStart(source)) + print(child);
          at = child.getEnd();
        }
      });
      return out + text.slice(at, node.getEnd());
    };
    if (id === undefined) {
      const read = ts.isIdentifier(node) && readers.has(node.text) && isRead(node) ? readers.get(node.text) : undefined;
      return read ? `(mutantReached(${read.join(",")}), ${node.text})` : plain();
    }
    if (
      ts.isNumericLiteral(node) ||
      node.kind === ts.SyntaxKind.TrueKeyword ||
      node.kind === ts.SyntaxKind.FalseKeyword
    ) {
      const value = `(mutant(${id}) ? ${faultOf(node).text} : ${node.getText(source)})`;
      return ts.isPropertyAssignment(node.parent) && node.parent.name === node ? `[${value}]` : value;
    }
    if (ts.isPrefixUnaryExpression(node)) return `(mutant(${id}) !== !(${print(node.operand)}))`;
    if (ts.isIfStatement(node)) {
      const otherwise = node.elseStatement ? ` else ${print(node.elseStatement)}` : "";
      return `if (!mutant(${id}) && (${print(node.expression)})) ${print(node.thenStatement)}${otherwise}`;
    }
    const [left, right] = [print(node.left), print(node.right)];
    const kind = node.operatorToken.kind;
    if (LOGICAL.has(kind)) {
      const turned = kind === ts.SyntaxKind.AmpersandAmpersandToken ? "" : "!";
      // `a && b` is `a ? b : a`, `a || b` is `a ? a : b`: the fault turns the question round.
      return `(mutantLeft = (${left}), mutant(${id}) === ${turned}(!!mutantLeft) ? mutantLeft : (${right}))`;
    }
    const [is, other] = [node.operatorToken.getText(source), OTHER.get(kind)];
    const [a, b] = [`mutantA${id}`, `mutantB${id}`];
    return `(((${a}, ${b}) => mutant(${id}) ? ${a} ${other} ${b} : ${a} ${is} ${b})(${left}, ${right}))`;
  };
  return `let mutantLeft;${print(source)}`;
}
