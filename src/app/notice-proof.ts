/**
 * A composed notice proofread before it goes out, and whose text each finding speaks of: a cell's, a field of the form's, or
 * words and figures of ours. A composed notice changes no word of a ledger, so what is wrong there is told with its cell.
 */
import { qualified } from "../grid";
import { noticeLines, type NoticeDocument, type NoticeSpan } from "../notice";
import { proofMessage, type ProofFinding } from "../proofread";
import { atOnce } from "../reading";
import type { Lang } from "../rule";
import type { RowRef } from "../tally";
import { proofreadDraftInSteps } from "./proofread-draft";
import type { Session } from "./session";

/** Whose text a finding speaks of; `field` is what the form calls it, null for a variable of the summary. */
type Origin =
  | { readonly type: "ledger"; readonly rows: readonly RowRef[] }
  | { readonly type: "form"; readonly field: string | null }
  | { readonly type: "own" };

export interface NoticeProof {
  readonly finding: ProofFinding;
  readonly origin: Origin;
}

/**
 * Errors and warnings of a composed notice, against itself and its ledger, in its order. None before reading.
 * @example proofOfNotice(session, document).filter(({ origin }) => origin.type === "own") // []
 */
export function proofOfNotice(session: Session, document: NoticeDocument): readonly NoticeProof[] {
  return atOnce(noticeProofInSteps(session, document));
}

/** The same in steps of a few milliseconds. */
export function* noticeProofInSteps(
  session: Session,
  document: NoticeDocument,
): Generator<void, readonly NoticeProof[]> {
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) return [];
  const lines = noticeLines(document);
  const { findings } = yield* proofreadDraftInSteps(
    lines.map(({ text }) => text),
    { reading, tally },
    { settings: session.getSnapshot().settings },
  );
  // An item that is marked as doubtful already is told with the notice's own warnings.
  const doubtful = new Set(document.items.flatMap(({ id, doubt }) => (doubt === null ? [] : [id])));
  return findings.flatMap((finding) => {
    const { block = null, at = 0 } = lines[finding.line - 1] ?? {};
    const told = finding.rule === "done-but-pending" && doubtful.has(block?.item ?? "");
    if (finding.severity === "info" || told) return [];
    return [{ finding, origin: originOf(spansIn(block?.spans ?? [], finding.start - at, finding.end - at), document) }];
  });
}

/** Spans that a place touches. */
function spansIn(spans: readonly NoticeSpan[], start: number, end: number): readonly NoticeSpan[] {
  let at = 0;
  return spans.filter((span) => {
    const from = at;
    at += span.text.length;
    return from < end && start < at;
  });
}

function originOf(spans: readonly NoticeSpan[], { labels }: NoticeDocument): Origin {
  const rows = spans.flatMap((span) => (span.type === "cell" ? [span.ref] : span.type === "status" ? span.rows : []));
  if (rows.length > 0) return { type: "ledger", rows };
  const said = spans.find((span) => span.type === "fact");
  return said === undefined ? { type: "own" } : { type: "form", field: said.fact === null ? null : labels[said.fact] };
}

const SHOWN = 10;

/**
 * What is found, in one sentence each, below a head; the first ones. Empty where nothing is.
 * @example describeProofs(proofOfNotice(session, document), "zh")[0] // "台账原文和通报要素里有 2 处校对会指出，…"
 */
export function describeProofs(proofs: readonly NoticeProof[], lang: Lang): readonly string[] {
  const count = proofs.length;
  if (count === 0) return [];
  const head =
    lang === "zh"
      ? `通报中有 ${count} 处不合规范，出自台账原文或通报要素，请改正后再导出：`
      : count === 1
        ? "Proofreading finds 1 place in the notice that comes from the ledger or the facts; correct it before exporting:"
        : `Proofreading finds ${count} places in the notice that come from the ledger or the facts; correct them before exporting:`;
  const more = lang === "zh" ? `另有 ${count - SHOWN} 处。` : `${count - SHOWN} more.`;
  return [head, ...proofs.slice(0, SHOWN).map((proof) => describeProof(proof, lang)), ...(count > SHOWN ? [more] : [])];
}

/**
 * One finding in a sentence, behind whose text it is.
 * @example describeProof(proof, "zh") // "问题整改台账!H12“26年1月上旬”：年份不应简写，“26年1月上旬”请写作“2026年1月上旬”。"
 */
export function describeProof({ finding, origin }: NoticeProof, lang: Lang): string {
  const said = proofMessage(finding, lang);
  const quote = lang === "zh" ? `“${finding.quote}”：` : ` “${finding.quote}”: `;
  const where = whereOf(origin, lang);
  // A sentence that quotes the place by itself needs it only once.
  const told = said.includes(finding.quote) ? (lang === "zh" ? "：" : ": ") : quote;
  return where === "" && told !== quote ? said : `${where}${told}${said}`;
}

function whereOf(origin: Origin, lang: Lang): string {
  switch (origin.type) {
    case "ledger": {
      const [first] = origin.rows;
      return first === undefined ? "" : qualified(first.sheet, first.row, first.col);
    }
    case "form":
      return origin.field ?? (lang === "zh" ? "变量" : "A variable");
    case "own":
      return "";
  }
}
