/** The proofreading as a person reads it: one line a finding, in the order of the text. */
import { type Lang, SEVERITY_WORDS } from "../rule";
import type { ProofreadDraft } from "../app/proofread-draft";
import { proofMessage } from "../proofread";
import { countsText } from "./counts-text";
import type { Paint } from "./paint";
import { oneLine, padEnd, padStart } from "./table";

/** Longest quote on a line. */
const QUOTE = 40;

/**
 * @param paragraphs paragraph of each line, 1-based
 * @param format what lines are called: paragraphs in a .docx
 */
export function proofreadText(
  result: ProofreadDraft,
  paragraphs: readonly number[],
  format: "docx" | "txt",
  { lang, paint }: { readonly lang: Lang; readonly paint: Paint },
): string {
  const zh = lang === "zh";
  const width = String(paragraphs[paragraphs.length - 1] ?? 1).length;
  const unit = format === "docx" ? "段" : "行";
  const lines = result.findings.map((finding) => {
    const line = padStart(String(paragraphs[finding.line - 1] ?? finding.line), width);
    const place = zh ? `第${line}${unit}` : `${format === "docx" ? "paragraph" : "line"} ${line}`;
    const severity = paint(padEnd(SEVERITY_WORDS[finding.severity][lang], zh ? 4 : 7), finding.severity);
    const quoted = oneLine(finding.quote);
    const fix = finding.fix === null ? "" : zh ? `　→「${finding.fix.value}」` : ` → “${finding.fix.value}”`;
    const said = oneLine(proofMessage(finding, lang));
    // Most sentences quote the words themselves.
    const quote = said.includes(quoted) ? "" : shorten(quoted);
    const lead = quote === "" ? "" : zh ? `「${quote}」` : `“${quote}” `;
    return `${place}  ${severity}  ${lead}${said}${fix}  [${finding.rule}]`;
  });
  return [
    ...lines,
    ...(lines.length > 0 ? [""] : []),
    countsText(result.counts, result.ignored.length, { lang, paint }),
  ].join("\n");
}

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, QUOTE * 4));
  return characters.length <= QUOTE ? text : `${characters.slice(0, QUOTE).join("")}…`;
}
