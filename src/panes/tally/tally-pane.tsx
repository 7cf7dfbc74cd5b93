/** 统计: rates with their definition, by kind, unit, section and leader; deadlines by month; every number opens its rows. */
import { useMemo, useState } from "react";
import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Select,
  Subtitle2,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  TabList,
  Text,
  tokens,
} from "@fluentui/react-components";
import { Card } from "../card";
import { Print16Regular } from "@fluentui/react-icons";
import { STATUSES, printRate } from "../../app/core";
import type { Kind } from "../../ledger";
import type { Count, GroupTally, KindTally, Rate, RowRef, StatusTally, Tally } from "../../tally";
import type { Explainable } from "../../app/session";
import type { Settings } from "../../app/settings";
import { asOfText, KIND_WORDS, STATUS_WORDS } from "../../app/words";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import type { PaneProps } from "../shell/pane-props";
import { loadable } from "../shell/loadable";
import { EvidenceDialog } from "./evidence-dialog";
import { TALLY_WORDS } from "./words";

const DeadlineChart = loadable(
  async () => (await import(/* webpackChunkName: "deadline-chart" */ "./deadline-chart")).default,
);

/** The task pane at its narrowest, and a telephone. */
const NARROW = "@media (max-width: 419px)";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 180px), 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  head: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  grow: { flexGrow: 1 },
  rate: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  figures: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  figure: {
    minWidth: 0,
    padding: "0 2px",
    height: "auto",
    lineHeight: "inherit",
    verticalAlign: "baseline",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
  },
  select: { minWidth: 0, width: "100%", "& > select": { minWidth: 0, textOverflow: "ellipsis" } },
  bar: {
    height: "8px",
    borderRadius: "4px",
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    display: "flex",
    // Where colours are the system's own the empty part is only told by its edge.
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  fill: { backgroundColor: tokens.colorPaletteGreenForeground3, height: "100%", forcedColorAdjust: "none" },
  late: { backgroundColor: tokens.colorPaletteRedBorderActive, height: "100%", forcedColorAdjust: "none" },
  muted: { color: tokens.colorNeutralForeground3 },
  name: { overflowWrap: "anywhere", paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  num: { width: "48px", textAlign: "right", "& > *": { justifyContent: "flex-end" } },
  // In a narrow pane a name stands above its figures: beside them there is room for one character.
  group: { [NARROW]: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))" } },
  groupName: { [NARROW]: { gridColumn: "1 / -1", width: "auto", height: "auto" } },
  groupNum: { [NARROW]: { width: "auto", height: "auto" } },
  noPrint: { "@media print": { display: "none" } },
});

type Show = (figure: Explainable) => void;

export default function TallyPane(_props: PaneProps) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const [figure, setFigure] = useState<Explainable | null>(null);
  const { revision, settings } = snapshot;
  const tally = useMemo(
    () => session.tally(),
    // `revision` stands for everything the tally depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision],
  );
  if (!tally || tally.kinds.length === 0) return <Text>{words.empty}</Text>;
  return (
    <div className={styles.root} data-testid="tally-pane">
      <DefinitionForm settings={settings} />
      {snapshot.asOf ? <Text className={styles.muted}>{asOfText(snapshot.asOf, lang)}</Text> : null}
      {tally.kinds
        .filter((kind) => kind.kind !== "accountability")
        .map((kind) => (
          <KindCard key={kind.kind} kind={kind} precision={settings.precision} onShow={setFigure} />
        ))}
      {tally.accountability ? <AccountabilityCard tally={tally} onShow={setFigure} /> : null}
      {tally.byMonth.length > 0 ? (
        <Card>
          <div className={styles.head}>
            <Subtitle2 as="h2" className={styles.grow}>
              {words.timeline}
            </Subtitle2>
            <Button
              size="small"
              className={styles.noPrint}
              icon={<Print16Regular />}
              onClick={() =>
                void session.act("print", () => {
                  window.print();
                  return Promise.resolve({});
                })
              }
              data-testid="print"
            >
              {words.print}
            </Button>
          </div>
          <DeadlineChart months={tally.byMonth} />
        </Card>
      ) : null}
      <GroupsCard tally={tally} precision={settings.precision} onShow={setFigure} />
      <EvidenceDialog figure={figure} onClose={() => setFigure(null)} />
    </div>
  );
}

function DefinitionForm(props: { readonly settings: Settings }) {
  const { settings } = props;
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const session = useSession();
  return (
    <div className={styles.form}>
      <Field label={words.definition}>
        <Select
          size="small"
          className={styles.select}
          value={settings.definition}
          data-testid="definition"
          onChange={(_event, data) => void session.changeSettings({ definition: data.value as Settings["definition"] })}
        >
          <option value="done">{words.done}</option>
          <option value="basic">{words.basic}</option>
          <option value="phased">{words.phased}</option>
        </Select>
      </Field>
      <Field label={words.denominator}>
        <Select
          size="small"
          className={styles.select}
          value={settings.denominator}
          data-testid="denominator"
          onChange={(_event, data) =>
            void session.changeSettings({ denominator: data.value as Settings["denominator"] })
          }
        >
          <option value="all">{words.all}</option>
          <option value="due">{words.due}</option>
        </Select>
      </Field>
      <Field label={words.precision}>
        <Select
          size="small"
          className={styles.select}
          value={String(settings.precision)}
          data-testid="precision"
          onChange={(_event, data) =>
            void session.changeSettings({ precision: Number(data.value) as Settings["precision"] })
          }
        >
          <option value="0">0</option>
          <option value="1">1</option>
          <option value="2">2</option>
        </Select>
      </Field>
    </div>
  );
}

function Figure(props: {
  readonly metric: string;
  readonly text: string;
  readonly rows: readonly RowRef[];
  readonly rate?: Rate;
  readonly onShow: Show;
  readonly className?: string | undefined;
  readonly testId?: string;
}) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  return (
    <Button
      appearance="transparent"
      size="small"
      className={props.className ?? styles.figure}
      disabled={props.rows.length === 0 && !props.rate}
      aria-label={words.showRows(`${props.metric} ${props.text}`, props.rows.length)}
      data-testid={props.testId}
      onClick={() =>
        props.onShow({
          metric: props.metric,
          text: props.text,
          definition: props.rate?.definition ?? null,
          rows: props.rows,
          ofRows: props.rate?.ofRows ?? null,
        })
      }
    >
      {props.text}
    </Button>
  );
}

function Bar(props: { readonly total: number; readonly done: number; readonly overdue: number }) {
  const styles = useStyles();
  const share = (n: number) => `${props.total > 0 ? (n / props.total) * 100 : 0}%`;
  return (
    <div className={styles.bar} aria-hidden>
      <div className={styles.fill} style={{ width: share(props.done) }} />
      <div className={styles.late} style={{ width: share(props.overdue) }} />
    </div>
  );
}

function StatusFigures(props: {
  readonly name: string;
  readonly tally: StatusTally;
  readonly onShow: Show;
  readonly extra?: readonly (readonly [string, Count])[];
}) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const { tally } = props;
  const counts: (readonly [string, Count])[] = [
    [words.total, tally.total],
    ...STATUSES.filter((status) => tally.byStatus[status].value > 0).map(
      (status) => [STATUS_WORDS[status][lang], tally.byStatus[status]] as const,
    ),
    ...(props.extra ?? []).filter(([, count]) => count.value > 0),
  ];
  return (
    <div className={styles.figures}>
      {counts.map(([label, count]) => (
        <span key={label}>
          <Text size={200}>{label}</Text>{" "}
          <Figure
            metric={`${props.name} ${label}`}
            text={String(count.value)}
            rows={count.rows}
            onShow={props.onShow}
          />
        </span>
      ))}
    </div>
  );
}

function KindCard(props: { readonly kind: KindTally; readonly precision: 0 | 1 | 2; readonly onShow: Show }) {
  const { kind } = props;
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const name = KIND_WORDS[kind.kind][lang];
  const percent = kind.rate ? printRate(kind.rate, props.precision) : null;
  const unknown = kind.byStatus.unknown.value;
  return (
    <Card data-testid={`tally-${kind.kind}`}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.grow}>
          {name}
        </Subtitle2>
        {kind.rate && percent ? (
          <Figure
            metric={`${name} ${words.rate}`}
            text={percent}
            rows={kind.rate.rows}
            rate={kind.rate}
            onShow={props.onShow}
            className={styles.rate}
            testId={`rate-${kind.kind}`}
          />
        ) : (
          <Text className={styles.rate}>{words.noRate}</Text>
        )}
      </div>
      <Bar total={kind.total.value} done={kind.done.value} overdue={kind.overdue.value} />
      {unknown > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.unknownWarning(unknown)}</MessageBarBody>
        </MessageBar>
      ) : null}
      <StatusFigures
        name={name}
        tally={kind}
        onShow={props.onShow}
        extra={[
          [words.overdue, kind.overdue],
          [words.dueSoon, kind.dueSoon],
          [words.onTime, kind.onTime],
          [words.parents, kind.parents],
          [words.sections, kind.sections],
        ]}
      />
      {kind.measures ? (
        <>
          <div className={styles.head}>
            <Text weight="semibold" className={styles.grow}>
              {words.measures}
            </Text>
            <Text>{kind.measures.rate ? printRate(kind.measures.rate, props.precision) : words.noRate}</Text>
          </div>
          <StatusFigures name={words.measures} tally={kind.measures} onShow={props.onShow} />
        </>
      ) : null}
    </Card>
  );
}

function AccountabilityCard(props: { readonly tally: Tally; readonly onShow: Show }) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const { accountability } = props.tally;
  if (!accountability) return null;
  return (
    <Card data-testid="tally-accountability">
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.grow}>
          {words.accountability}
        </Subtitle2>
        <Text>
          {words.persons(accountability.persons.value)} · {words.personTimes(accountability.personTimes.value)}
        </Text>
      </div>
      <div className={styles.figures}>
        {[...accountability.byForm].map(([form, count]) => (
          <span key={form}>
            <Text size={200}>{form}</Text>{" "}
            <Figure metric={form} text={String(count.value)} rows={count.rows} onShow={props.onShow} />
          </span>
        ))}
      </div>
    </Card>
  );
}

const GROUPS = ["byUnit", "bySection", "byLeader"] as const;

function GroupsCard(props: { readonly tally: Tally; readonly precision: 0 | 1 | 2; readonly onShow: Show }) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const present = GROUPS.filter((name) => props.tally[name].length > 0);
  const [chosen, setChosen] = useState<(typeof GROUPS)[number]>("byUnit");
  const kinds = [...new Set(present.flatMap((name) => props.tally[name].map((group) => group.kind)))];
  const [chosenKind, setKind] = useState<Kind>("problem");
  const shown = present.includes(chosen) ? chosen : present[0];
  if (!shown) return null;
  const kind = kinds.includes(chosenKind) ? chosenKind : kinds[0];
  const groups: readonly GroupTally[] = props.tally[shown].filter((group) => group.kind === kind);
  return (
    <Card>
      <TabList size="small" selectedValue={shown} onTabSelect={(_event, data) => setChosen(data.value as typeof shown)}>
        {present.map((name) => (
          <Tab key={name} value={name} data-testid={`group-${name}`}>
            {words[name]}
          </Tab>
        ))}
      </TabList>
      {kinds.length > 1 ? (
        <Select
          size="small"
          aria-label={words.name}
          value={kind}
          onChange={(_event, data) => setKind(data.value as Kind)}
        >
          {kinds.map((k) => (
            <option key={k} value={k}>
              {KIND_WORDS[k][lang]}
            </option>
          ))}
        </Select>
      ) : null}
      <Table size="small" role="table" aria-label={words[shown]}>
        <TableHeader role="rowgroup">
          <TableRow role="row" className={styles.group}>
            <TableHeaderCell role="columnheader" className={styles.groupName}>
              {words.name}
            </TableHeaderCell>
            <TableHeaderCell role="columnheader" className={mergeClasses(styles.num, styles.groupNum)}>
              {words.total}
            </TableHeaderCell>
            <TableHeaderCell role="columnheader" className={mergeClasses(styles.num, styles.groupNum)}>
              {words.doneCount}
            </TableHeaderCell>
            <TableHeaderCell role="columnheader" className={mergeClasses(styles.num, styles.groupNum)}>
              {words.overdue}
            </TableHeaderCell>
            <TableHeaderCell role="columnheader" className={mergeClasses(styles.num, styles.groupNum)}>
              {words.rate}
            </TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody role="rowgroup">
          {groups.map((group) => (
            <TableRow key={group.name} role="row" className={styles.group} data-testid="group-row">
              <TableCell role="cell" className={mergeClasses(styles.name, styles.groupName)}>
                <div>
                  {group.name}
                  <Bar total={group.total.value} done={group.done.value} overdue={group.overdue.value} />
                </div>
              </TableCell>
              {(
                [
                  ["total", group.total],
                  ["doneCount", group.done],
                  ["overdue", group.overdue],
                ] as const
              ).map(([key, count]) => (
                <TableCell key={key} role="cell" className={mergeClasses(styles.num, styles.groupNum)}>
                  <Figure
                    metric={`${group.name} ${words[key]}`}
                    text={String(count.value)}
                    rows={count.rows}
                    onShow={props.onShow}
                  />
                </TableCell>
              ))}
              <TableCell role="cell" className={mergeClasses(styles.num, styles.groupNum)}>
                {group.rate ? printRate(group.rate, props.precision) : words.noRate}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {shown === "byUnit" ? <Text size={100}>{words.unitNote}</Text> : null}
    </Card>
  );
}
