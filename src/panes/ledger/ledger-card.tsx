/** One ledger: what it is, of which kind, what it lacks, and its columns, those to be looked at first. */
import { useEffect } from "react";
import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { KINDS } from "../../app/core";
import { asOfText, KIND_WORDS } from "../../app/words";
import type { LedgerView } from "../../app/session";
import { Card } from "../card";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { loadable } from "../shell/loadable";
import { asHeading } from "../words";
import { LEDGER_WORDS } from "./words";
import { LedgerHeading } from "./heading";
import { Columns } from "./columns-card";

/** Of most ledgers nothing is asked: only once there is something. */
const Doubts = loadable(async () => (await import(/* webpackChunkName: "doubts" */ "./doubt-card")).Doubts, <></>);

/** Of most ledgers no column is missing. */
const LackingBar = loadable(
  async () => (await import(/* webpackChunkName: "ledger-bars" */ "./ledger-bars")).LackingBar,
  <></>,
);

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap", minWidth: 0 },
  grow: { flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  badge: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
});

export function LedgerCard(props: { readonly ledger: LedgerView }) {
  const { ledger } = props;
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const lang = useLang();
  const session = useSession();
  const { corrections, asOf } = useSnapshot();
  // Where the first load ends, for whoever measures it.
  useEffect(() => void performance.mark("taizhang:ledger-shown"), []);
  const correction = corrections.get(ledger.sheet);
  return (
    <Card data-testid={`ledger-${ledger.sheet}`}>
      <div className={styles.row}>
        <LedgerHeading className={styles.grow}>{ledger.title || ledger.sheet}</LedgerHeading>
        <span className={styles.badge} data-testid="ledger-counts">
          {words.counts(ledger.items, ledger.measures)}
        </span>
      </div>
      <Text size={200} className={styles.muted}>
        {ledger.sheet}!{ledger.header}
        {asOf ? ` · ${asOfText(asOf, lang)}` : ""}
        {ledger.hiddenRows > 0 ? ` · ${words.hiddenRows(ledger.hiddenRows)}` : ""}
      </Text>
      <Field label={words.kind}>
        <Select
          value={correction?.kind ?? ""}
          data-testid="kind-select"
          onChange={(_event, data) => {
            const kind = KINDS.find((k) => k === data.value);
            void session.correctKind(ledger.sheet, kind);
          }}
        >
          <option value="">{words.asIs(KIND_WORDS[ledger.kind][lang])}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {asHeading(KIND_WORDS[kind][lang])}
            </option>
          ))}
        </Select>
      </Field>
      {ledger.kind === "problem" && ledger.lacking.length > 0 ? <LackingBar lacking={ledger.lacking} /> : null}
      {ledger.doubts.length + ledger.rowDoubts.length > 0 ? <Doubts ledger={ledger} /> : null}
      <Columns ledger={ledger} openAtFirst={ledger.lacking.length > 0} />
    </Card>
  );
}
