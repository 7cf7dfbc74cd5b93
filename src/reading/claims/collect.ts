/** Claims (可核对的数字表述) of a notice as plain data, for reports and tests. */
import type { Claim, CountGroup, DateToken, Line, NoticeReading, Token } from "../types";
import { valueSum } from "./claim-node";
import { wholesOf } from "./wholes";
import { paragraphsOf } from "./paragraphs";
import type { Breakdown } from "./tree";
import { exactText } from "./amounts";

/** All claims in text order. */
export function collectClaims(context: NoticeReading): readonly Claim[] {
  const { lines } = context;
  const claims: Claim[] = [
    ...wholesOf(paragraphsOf(lines)).map((group) => groupClaim(lines, group)),
    ...paragraphsOf(lines).flatMap(({ breakdowns }) => breakdowns.flatMap((run) => sumClaim(lines, run))),
  ];
  for (const line of lines) {
    for (const token of line.tokens) {
      const claim = tokenClaim(line, token);
      if (claim) claims.push(claim);
    }
  }
  return claims.sort((a, b) => a.line - b.line || a.start - b.start);
}

function quoteOf(lines: readonly Line[], line: number, start: number, end: number): string {
  return lines[line]?.text.slice(start, end) ?? "";
}

function groupClaim(lines: readonly Line[], group: CountGroup): Claim {
  const numbers = new Map<string, number | string>([["total", group.total.value]]);
  for (const part of group.parts)
    if (part.status) numbers.set(part.nested ? `nested.${part.status}` : part.status, part.value);
  group.rates.forEach((rate, index) => numbers.set(index === 0 ? "rate" : `rate${index + 1}`, rate.token.text));
  return {
    type: "count",
    line: group.line,
    start: group.start,
    end: group.end,
    quote: quoteOf(lines, group.line, group.start, group.end),
    numbers: Object.fromEntries(numbers),
  };
}

/** A breakdown of two parts or more with a whole in its own paragraph. */
function sumClaim(lines: readonly Line[], { wholes, parts, remote, inexact }: Breakdown): readonly Claim[] {
  const whole = wholes[0]?.count;
  if (!whole || remote || inexact || parts.length < 2) return [];
  const numbers: [string, number | string][] = [
    ["whole", exactText(whole.value)],
    ["sum", exactText(valueSum(parts))],
  ];
  parts.forEach(({ count }, index) => numbers.push([`part${index + 1}`, count.token.text]));
  const start = Math.min(whole.start, ...parts.map(({ count }) => count.start));
  const end = Math.max(whole.end, ...parts.map(({ count }) => count.end));
  return [
    {
      type: "sum",
      line: whole.line,
      start,
      end,
      quote: quoteOf(lines, whole.line, start, end),
      numbers: Object.fromEntries(numbers),
    },
  ];
}

function tokenClaim(line: Line, token: Token): Claim | null {
  const base = { line: line.index, start: token.start, end: token.end, quote: line.text.slice(token.start, token.end) };
  switch (token.type) {
    case "percent":
      return { ...base, type: "percent", numbers: { percent: token.text } };
    case "date": {
      return { ...base, type: "date", numbers: dateNumbers(token) };
    }
    case "docNumber":
      return { ...base, type: "docNumber", numbers: { year: token.year, number: token.number } };
    case "number":
      if (token.unit !== "元") return null;
      return {
        ...base,
        end: token.unitEnd,
        quote: line.text.slice(token.start, token.unitEnd),
        type: "money",
        numbers: { amount: token.text, scale: token.scale },
      };
    case "code":
      return null;
  }
}

function dateNumbers(token: DateToken): Readonly<Record<string, number>> {
  const { year, month, day } = token;
  if (year !== null && month !== null && day !== null) return { year, month, day };
  const numbers = new Map<string, number>();
  if (year !== null) numbers.set("year", year);
  if (month !== null) numbers.set("month", month);
  if (day !== null) numbers.set("day", day);
  return Object.fromEntries(numbers);
}
