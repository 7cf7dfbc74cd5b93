/** The findings as plain text, one a line, to send to whoever wrote the draft. */
import type { Lang } from "../../rule";
import { proofMessage } from "../../app/core";
import type { ProofFinding } from "../../proofread";

/** @param placeOf the place of a line in words */
export function plainFindings(
  findings: readonly ProofFinding[],
  placeOf: (line: number) => string,
  lang: Lang,
): string {
  return findings
    .map((finding) => {
      const said = proofMessage(finding, lang);
      const quote = finding.quote !== "" && !said.includes(finding.quote) ? finding.quote : "";
      const quoted = quote === "" ? "" : lang === "zh" ? `“${quote}”：` : `“${quote}”: `;
      return `${placeOf(finding.line)} ${quoted}${said}`;
    })
    .join("\n");
}
