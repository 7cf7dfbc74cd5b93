/** The published form of a check: what `taizhang check --format json` prints. Fixed contract, schema 1. */
import type { LedgerView, Session } from "./session";
import { viewFinding } from "../check";
import { isoDate } from "../zh/civil-date";
import type { ColumnKey } from "../ledger";
import { toJson, type FindingJson, type FindingCounts, type Lang } from "../rule";

export interface CheckJson {
  readonly schema: 1;
  readonly file: string;
  readonly asOf: string;
  readonly asOfSource: "option" | "stated" | "today";
  readonly ledgers: readonly {
    readonly sheet: string;
    readonly kind: string;
    readonly header: string;
    readonly rows: number;
    readonly items: number;
    readonly measures: number | null;
    readonly columns: Readonly<Record<string, string>>;
  }[];
  readonly passedOver: readonly { readonly sheet: string; readonly why: string }[];
  readonly findings: readonly FindingJson[];
  readonly counts: FindingCounts;
}

/** Fields the readers need among themselves; the contract does not name them. */
const UNPUBLISHED: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["kind", "measureStatus"]);

/** The object of one file; the session must have been checked. */
export function checkJson(session: Session, file: string, lang: Lang): CheckJson {
  const { asOf, ledgers, passedOver } = session.getSnapshot();
  const view = session.findings();
  if (asOf === null || view === null) throw new Error("not checked");
  return {
    schema: 1,
    file,
    asOf: isoDate(asOf.date),
    asOfSource: asOf.source,
    ledgers: ledgers.map((ledger) => ({
      sheet: ledger.sheet,
      kind: ledger.kind,
      header: ledger.header,
      rows: ledger.rows,
      items: ledger.items,
      measures: ledger.measures,
      columns: lettersOf(ledger),
    })),
    passedOver: passedOver.map(({ sheet, why }) => ({ sheet, why })),
    findings: view.findings.map((finding) => toJson(viewFinding(finding, lang))),
    counts: view.counts,
  };
}

function lettersOf(ledger: LedgerView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ledger.columns.flatMap((column) =>
      column.key === null || UNPUBLISHED.has(column.key) ? [] : [[column.key, column.letter]],
    ),
  );
}
