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
    ...figuresLines(result.figures, (line) => placeName(paragraphs[line - 1] ?? line, format, lang), lang),
  ].join("\n");
}

/** Figures named on the line; of more the number is told. */
const NAMED = 8;

/** What was held against the ledger, and what a person has to. */
function figuresLines(
  figures: ProofreadDraft["figures"],
  place: (line: number) => string,
  lang: Lang,
): readonly string[] {
  if (figures === null) return [];
  const { compared, uncompared } = figures;
  if (compared + uncompared.length === 0) return [];
  const zh = lang === "zh";
  const named = uncompared
    .slice(0, NAMED)
    .map(({ line, quote }) => `${place(line)}${zh ? `「${quote}」` : ` “${quote}”`}`);
  const more = uncompared.length > NAMED ? (zh ? "等" : ", …") : "";
  if (zh)
    return [
      `各项以外的数字，与台账比过 ${compared} 个${uncompared.length === 0 ? "，没有漏比的。" : `，没有可比的 ${uncompared.length} 个：${named.join("、")}${more}，请人工核对。`}`,
    ];
  return [
    `Figures outside the items: ${compared} compared with the ledger, ${uncompared.length} not${uncompared.length === 0 ? "." : ` – check by hand: ${named.join(", ")}${more}.`}`,
  ];
}

function placeName(line: number, format: "docx" | "txt", lang: Lang): string {
  if (lang === "zh") return `第${line}${format === "docx" ? "段" : "行"}`;
  return `${format === "docx" ? "paragraph" : "line"} ${line}`;
}

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, QUOTE * 4));
  return characters.length <= QUOTE ? text : `${characters.slice(0, QUOTE).join("")}…`;
}
