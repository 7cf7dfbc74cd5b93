/**
 * Calculates the formulas of a book that we write, so that their saved results can be held against something else than the
 * code that saved them: operators, IF, OR, COUNTIFS with its operators and wildcards, SUMPRODUCT over arrays.
 */
import { parseCell, type Book } from "../../../src/grid";

type Value = number | string | boolean | null;
/** A single value, or a column of them. */
type Result = Value | readonly Value[];

const TOKEN =
  /\s*("(?:[^"]|"")*"|'[^']+'!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?(?!\()|[A-Z]+(?=\()|\d+(?:\.\d+)?|<>|<=|>=|[-+*/&=<>(),])/gy;

export function evaluate(book: Book, sheetName: string, formula: string): Value {
  TOKEN.lastIndex = 0;
  const tokens: string[] = [];
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (match === null) throw new Error(`cannot read ${formula.slice(at)}`);
    tokens.push(match[1] ?? "");
  }
  let next = 0;
  const peek = (): string => tokens[next] ?? "";
  const take = (wanted?: string): string => {
    const token = tokens[next++] ?? "";
    if (wanted !== undefined && token !== wanted) throw new Error(`${wanted} expected, not ${token}`);
    return token;
  };
  const binary = (operand: () => Result, operators: readonly string[]): Result => {
    let left = operand();
    while (operators.includes(peek())) {
      const operator = take();
      left = combine(operator, left, operand());
    }
    return left;
  };
  const comparison = (): Result => binary(joined, ["=", "<>", "<", "<=", ">", ">="]);
  const joined = (): Result => binary(sum, ["&"]);
  const sum = (): Result => binary(product, ["+", "-"]);
  const product = (): Result => binary(unary, ["*", "/"]);
  const unary = (): Result => {
    if (peek() !== "-") return primary();
    take();
    return combine("*", -1, unary());
  };
  const primary = (): Result => {
    const token = take();
    if (token === "(") {
      const inner = comparison();
      take(")");
      return inner;
    }
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return Number(token);
    if (peek() === "(") return call(token);
    return cells(book, sheetName, token);
  };
  const call = (name: string): Result => {
    take("(");
    const args: Result[] = [];
    while (peek() !== ")") {
      args.push(comparison());
      if (peek() === ",") take();
    }
    take(")");
    switch (name) {
      case "IF":
        return truth(args[0]) ? (args[1] ?? null) : (args[2] ?? null);
      case "OR":
        return args.some(truth);
      case "COUNTIFS":
        return countIfs(args);
      case "SUMPRODUCT":
        return list(args[0]).reduce<number>((total, value) => total + Number(value), 0);
      default:
        throw new Error(name);
    }
  };
  const result = comparison();
  if (next !== tokens.length) throw new Error(`${formula}: left over ${peek()}`);
  if (Array.isArray(result)) throw new Error("an array");
  return result as Value;
}

function truth(value: Result | undefined): boolean {
  return value === true || (typeof value === "number" && value !== 0);
}

function list(value: Result | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [(value ?? null) as Value];
}

function combine(operator: string, left: Result, right: Result): Result {
  if (Array.isArray(left) || Array.isArray(right)) {
    const [a, b] = [list(left), list(right)];
    return Array.from({ length: Math.max(a.length, b.length) }, (_value, index) => {
      const one = a.length === 1 ? a[0] : a[index];
      return combine(operator, one ?? null, (b.length === 1 ? b[0] : b[index]) ?? null) as Value;
    });
  }
  const [a, b] = [left as Value, right as Value];
  const [x, y] = [Number(a ?? 0), Number(b ?? 0)];
  switch (operator) {
    case "&":
      return `${a ?? ""}${b ?? ""}`;
    case "+":
      return x + y;
    case "-":
      return x - y;
    case "*":
      return x * y;
    case "/":
      return x / y;
    case "=":
      return same(a, b);
    case "<>":
      return !same(a, b);
    default:
      return operator === "<" ? x < y : operator === "<=" ? x <= y : operator === ">" ? x > y : x >= y;
  }
}

function same(a: Value, b: Value): boolean {
  return typeof a === "number" && typeof b === "number" ? a === b : String(a ?? "") === String(b ?? "");
}

function cells(book: Book, own: string, token: string): Result {
  const match = /^(?:'([^']+)'!)?([^:]+)(?::(.+))?$/.exec(token);
  const sheet = book.sheets.find(({ name }) => name === (match?.[1] ?? own));
  const first = parseCell((match?.[2] ?? "").replaceAll("$", ""));
  const last = parseCell((match?.[3] ?? match?.[2] ?? "").replaceAll("$", ""));
  if (sheet === undefined || first === null || last === null) throw new Error(token);
  const values: Value[] = [];
  for (let row = first.row; row <= last.row; row += 1) {
    const cell = sheet.rows[row]?.[first.col] ?? null;
    // Of a formula what it gives, calculated here as well.
    values.push(cell?.formula === undefined ? (cell?.value ?? null) : evaluateOnce(book, sheet.name, cell.formula));
  }
  return match?.[3] === undefined ? (values[0] ?? null) : values;
}

function evaluateOnce(book: Book, sheet: string, formula: string): Value {
  const at = TOKEN.lastIndex;
  const value = evaluate(book, sheet, formula);
  TOKEN.lastIndex = at;
  return value;
}

function countIfs(args: readonly Result[]): number {
  const pairs = Array.from({ length: args.length / 2 }, (_value, index) => ({
    values: list(args[2 * index]),
    test: matcher(args[2 * index + 1] as Value),
  }));
  const rows = pairs[0]?.values.length ?? 0;
  let count = 0;
  for (let row = 0; row < rows; row += 1) if (pairs.every(({ values, test }) => test(values[row] ?? null))) count += 1;
  return count;
}

/** COUNTIFS: an operator in front, wildcards, texts without case; figures are compared with figures only. */
function matcher(condition: Value): (value: Value) => boolean {
  const text = String(condition ?? "");
  const match = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(text);
  const operator = match?.[1] ?? "=";
  const wanted = match?.[2] ?? "";
  const figure = wanted !== "" && Number.isFinite(Number(wanted)) ? Number(wanted) : null;
  if (operator !== "=" && operator !== "<>") {
    return (value) => typeof value === "number" && figure !== null && combine(operator, value, figure) === true;
  }
  const pattern = new RegExp(
    `^${wanted.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}]/g, (one, escaped: string | undefined, wild: string | undefined) => (wild === "*" ? "[\\s\\S]*" : wild === "?" ? "[\\s\\S]" : `[${escaped ?? (one === "^" || one === "\\" ? `\\${one}` : one)}]`))}$`,
    "iu",
  );
  const equal = (value: Value): boolean =>
    figure !== null && typeof value === "number" ? value === figure : value !== null && pattern.test(String(value));
  return operator === "=" ? equal : (value) => !equal(value);
}
