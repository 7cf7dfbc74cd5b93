/** What is read from a notice, and what is found in it, a line each. */
import { proofMessage, proofread, type ProofreadOptions } from "../../src/proofread";
import { paragraphsOf, publicityOf, rangesOf, readNotice, toldDays, type ClaimNode } from "../../src/reading";
import type { Token } from "../../src/reading";
import { plain } from "./plain";

const PLACES = new Set(["line", "start", "end", "type", "text", "unitEnd"]);
const facts = (told: object): string =>
  plain(Object.fromEntries(Object.entries(told).filter(([key]) => !PLACES.has(key))));

const told = (token: Token) => `${token.type} ${token.start}-${token.end} ${token.text} ${facts(token)}`;

function nodeText({ count, part, breakdowns }: ClaimNode): string {
  const { value, unit, family, exact, sentence, bracket, stop, state, sides, due, opens, lead, carrier } = count;
  const known = {
    value,
    unit,
    family,
    exact,
    sentence,
    bracket: bracket + 1,
    stop,
    state,
    sides,
    due,
    opens,
    lead,
    carrier,
  };
  const of = part ? ` ${part.how} of ${part.wholes.map((whole) => whole.count.token.text).join("/") || "?"}` : "";
  const own = breakdowns.map(({ parts, wholes, ...how }) => `${parts.length}/${wholes.length} ${plain(how)}`).join(" ");
  const words = `${count.gap}|${count.before}[${count.token.text}]${count.after}|${count.told}`;
  return `count ${words} ${plain(known)}${of}${own && ` whole of ${own}`}`;
}

/** Everything that is read. */
export function readingInFull(text: string): string[] {
  const notice = readNotice(text.split("\n"));
  const { document, lines, groups, officers, counts } = notice;
  const { title, signature, signed, feedback, inspectionFrom, inspectionTo, bodyStart } = document;
  const whole = { title, signature, signed, feedback, inspectionFrom, inspectionTo, bodyStart, officers, counts };
  const out = [`# ${text.replace(/\n/g, " ⏎ ")}`, `notice ${plain(whole)}`];
  for (const heading of document.headings) out.push(`heading ${plain(heading)}`);
  for (const label of document.labels) out.push(`label ${plain(label)}`);
  for (const item of document.items) out.push(`item ${plain(item)}`);
  for (const line of lines) {
    for (const token of line.tokens) out.push(told(token));
    for (const { topic, word, value, start } of line.hits) out.push(`word ${plain([topic, word, value, start])}`);
    for (const person of notice.personsOf(line)) out.push(`person ${plain(person)}`);
    for (const { from, to } of rangesOf(line)) out.push(`range ${plain([from, to])}`);
    if (line.half.length + line.marks.length > 0) out.push(`marks ${plain([line.half, line.marks])}`);
  }
  const days = toldDays(notice).map(({ token, ...day }) => `day ${token.text} ${plain(day)}`);
  const publicity = publicityOf(notice);
  out.push(...days, ...(publicity ? [`publicity ${plain(publicity)}`] : []));
  for (const group of groups) out.push(`group ${plain(group)}`);
  for (const paragraph of paragraphsOf(lines)) for (const node of paragraph.nodes) out.push(nodeText(node));
  return out;
}

/** Everything that is found, with its figures, its words and its correction. */
export function findingsInFull(text: string, options: ProofreadOptions = {}): string[] {
  const { findings, claims } = proofread(text.split("\n"), options);
  return [
    `# ${text.replace(/\n/g, " ⏎ ")}`,
    ...findings.flatMap((finding) => {
      const { severity, rule, line, start, quote, data, fix } = finding;
      return [plain([severity, rule, line, start, quote, data, fix]), proofMessage(finding, "zh")];
    }),
    ...claims.map((claim) => `claim ${plain(claim)}`),
  ];
}
