/**
 * 台账: which sheets are ledgers and of which kind, which column is what and why, corrected by drop-down; the dates that
 * everything is judged by; the unit directory; versions told apart.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { buildDirectory, KINDS } from "../../app/core";
import type { ColumnKey, PassedOver } from "../../ledger";
import { chineseDate, isoDate } from "../../zh/civil-date";
import { asOfText, COLUMN_WORDS, KIND_WORDS, passedOverText } from "../../app/words";
import type { LedgerView } from "../../app/session";
import { directoryRows, readTextFile } from "./directory-file";
import { Card } from "../card";
import { DateField } from "../date-field";
import { FileInput } from "../file-input";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { Columns } from "./columns-card";
import { Doubts } from "./doubt-card";
import { LEDGER_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap", minWidth: 0 },
  grow: { flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
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

/** Fields a ledger of this kind cannot do without (see rule column-missing). */
const REQUIRED: readonly ColumnKey[] = ["problem", "unit", "deadline", "status"];

/** Units of a directory that are named; enough to see whose it is. */
const SHOWN_NAMES = 20;

export function LedgerPane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const snapshot = useSnapshot();
  const anyProtected = snapshot.workbook?.sheets.some(
    (sheet) => sheet.protected && snapshot.ledgers.some((ledger) => ledger.sheet === sheet.name),
  );
  return (
    <div className={styles.root} data-testid="ledger-pane">
      {snapshot.ledgers.length === 0 && snapshot.workbook ? (
        <MessageBar intent="warning" layout="multiline" data-testid="no-ledger">
          <MessageBarBody>
            <MessageBarTitle>{words.noLedgerTitle}</MessageBarTitle>
            {words.noLedgerBody}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {anyProtected ? (
        <MessageBar intent="info" layout="multiline" data-testid="protected">
          <MessageBarBody>{words.protected}</MessageBarBody>
        </MessageBar>
      ) : null}
      {snapshot.overlaps.length > 0 ? (
        <MessageBar intent="warning" layout="multiline" data-testid="versions">
          <MessageBarBody>
            <MessageBarTitle>{words.versions}</MessageBarTitle>
            {snapshot.overlaps.map((overlap) => (
              <Text block key={`${overlap.passed.sheet}!${overlap.passed.row}`}>
                {words.versionText(
                  overlap.counted.title || overlap.counted.sheet,
                  overlap.passed.title || overlap.passed.sheet,
                  overlap.shared,
                  overlap.ofItems,
                )}
              </Text>
            ))}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {snapshot.ledgers.length > 0 ? (
        <Button appearance="primary" onClick={() => props.go("check")} data-testid="go-check">
          {words.next}
        </Button>
      ) : null}
      {snapshot.ledgers.map((ledger) => (
        <LedgerCard key={ledger.id} ledger={ledger} />
      ))}
      <DatesCard />
      <DirectoryCard />
      {snapshot.passedOver.length > 0 ? <PassedOverCard passedOver={snapshot.passedOver} /> : null}
    </div>
  );
}

export default LedgerPane;

function Heading(props: { readonly className?: string | undefined; readonly children: ReactNode }) {
  return (
    <Text as="h2" size={400} weight="semibold" className={props.className}>
      {props.children}
    </Text>
  );
}

function LedgerCard(props: { readonly ledger: LedgerView }) {
  const { ledger } = props;
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const lang = useLang();
  const session = useSession();
  const { corrections, asOf } = useSnapshot();
  // Where the first load ends, for whoever measures it.
  useEffect(() => void performance.mark("taizhang:ledger-shown"), []);
  const correction = corrections.get(ledger.sheet);
  const found = new Set(ledger.columns.map((column) => column.key));
  const missing = REQUIRED.filter((key) => !found.has(key));
  return (
    <Card data-testid={`ledger-${ledger.sheet}`}>
      <div className={styles.row}>
        <Heading className={styles.grow}>{ledger.title || ledger.sheet}</Heading>
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
              {KIND_WORDS[kind][lang]}
            </option>
          ))}
        </Select>
      </Field>
      {ledger.kind === "problem" && missing.length > 0 ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.missing(missing.map((key) => COLUMN_WORDS[key][lang]).join("、"))}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Doubts ledger={ledger} />
      <Columns ledger={ledger} openAtFirst={missing.length > 0} />
    </Card>
  );
}

function DatesCard() {
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const session = useSession();
  const lang = useLang();
  const { settings, asOf, feedbackDate } = useSnapshot();
  const [months, setMonths] = useState<string | null>(null);
  return (
    <Card>
      <Heading>{words.dates}</Heading>
      <div className={styles.form}>
        <DateField
          label={words.asOf}
          wrong={words.wrongDate}
          placeholder={asOf ? isoDate(asOf.date) : undefined}
          value={settings.asOf}
          onChange={(date) => void session.changeSettings({ asOf: date })}
          testId="as-of"
        />
        {asOf ? (
          <div className={styles.row}>
            <Text size={200} className={styles.muted} data-testid="as-of-from">
              {words.asOfFrom[asOf.source](lang === "zh" ? chineseDate(asOf.date) : isoDate(asOf.date))}
            </Text>
            {settings.asOf === null ? null : (
              <ActionButton
                size="small"
                run={() => session.changeSettings({ asOf: null })}
                data-testid="as-of-automatic"
              >
                {words.asOfAutomatic}
              </ActionButton>
            )}
          </div>
        ) : null}
        <DateField
          label={words.feedback}
          hint={words.feedbackHint}
          wrong={words.wrongDate}
          placeholder={feedbackDate ? isoDate(feedbackDate.date) : undefined}
          value={settings.feedbackDate}
          onChange={(date) => void session.changeSettings({ feedbackDate: date })}
          testId="feedback-date"
        />
        <Field label={words.months}>
          <Input
            type="number"
            min={1}
            max={36}
            value={months ?? (settings.concentratedMonths === null ? "" : String(settings.concentratedMonths))}
            onChange={(_event, data) => setMonths(data.value)}
            onBlur={() => {
              if (months === null) return;
              const n = Number.parseInt(months, 10);
              void session.changeSettings({ concentratedMonths: Number.isInteger(n) && n > 0 ? n : null });
              setMonths(null);
            }}
            data-testid="months"
          />
        </Field>
      </div>
    </Card>
  );
}

function DirectoryCard() {
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const session = useSession();
  const { directory, workbook } = useSnapshot();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // One from a file is named by the file; the workbook's own by its sheet.
  const own = directory !== null && !workbook?.sheets.some((sheet) => sheet.name === directory.source);
  const load = async (file: File) => {
    const rows = directoryRows(await readTextFile(file));
    if (rows.length === 0) {
      setProblem(words.emptyDirectory(file.name));
      return;
    }
    setProblem(null);
    await session.setDirectory(buildDirectory(rows, file.name));
  };
  return (
    <Card>
      <Heading>{words.directory}</Heading>
      {directory ? (
        <>
          <Text data-testid="directory">{words.directoryFrom(directory.source, directory.names.length)}</Text>
          <Text size={200} className={styles.muted}>
            {directory.names.slice(0, SHOWN_NAMES).join("、")}
            {directory.names.length > SHOWN_NAMES ? "…" : ""}
          </Text>
        </>
      ) : (
        <Text className={styles.muted}>{words.noDirectory}</Text>
      )}
      <Field hint={words.directoryHint} validationState={problem ? "error" : "none"} validationMessage={problem}>
        <div className={styles.row}>
          <Button size="small" onClick={() => input.current?.click()} data-testid="load-directory">
            {words.loadDirectory}
          </Button>
          {own ? (
            <ActionButton size="small" run={() => session.setDirectory(null)} data-testid="drop-directory">
              {words.dropDirectory}
            </ActionButton>
          ) : null}
        </div>
      </Field>
      <FileInput
        ref={input}
        accept=".txt,.csv"
        label={words.loadDirectory}
        testid="directory-input"
        onPick={(file) => void load(file)}
      />
    </Card>
  );
}

function PassedOverCard(props: { readonly passedOver: readonly PassedOver[] }) {
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const lang = useLang();
  const session = useSession();
  const { corrections } = useSnapshot();
  return (
    <Card>
      <Heading>{words.passedOver}</Heading>
      {props.passedOver.map((passed, index) => (
        <div key={`${passed.sheet}-${index}`} className={styles.row}>
          <Text className={styles.grow}>
            <b>{passed.sheet}</b> <span className={styles.muted}>{passedOverText(passed, lang)}</span>
          </Text>
          {passed.why === "hidden" ||
          passed.why === "notALedger" ||
          passed.why === "olderVersion" ||
          passed.why === "notChosen" ? (
            <ActionButton size="small" run={() => session.useSheet(passed.sheet, true)}>
              {words.useSheet}
            </ActionButton>
          ) : null}
        </div>
      ))}
      {[...corrections]
        .filter(([, correction]) => correction.use === true)
        .map(([sheet]) => (
          <div key={sheet} className={styles.row}>
            <Text className={styles.grow}>{sheet}</Text>
            <ActionButton size="small" run={() => session.useSheet(sheet, undefined)}>
              {words.undoColumn}
            </ActionButton>
          </div>
        ))}
    </Card>
  );
}
