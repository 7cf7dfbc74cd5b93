/** Figures by unit, section and leader. */
import { useState } from "react";
import {
  mergeClasses,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
} from "@fluentui/react-components";
import type { Kind } from "../../ledger";
import { LEFT_OUT_WORDS, leftOut, ratedOf } from "../../app/core";
import type { GroupTally, Tally } from "../../tally";
import { KIND_WORDS } from "../../app/words";
import { Card } from "../card";
import { Tabs } from "../tabs";
import { useLang, useWords } from "../session-context";
import { StatusBar, FigureTile, RateOf, type Show } from "./figures";
import { useTallyStyles } from "./styles";
import { asHeading } from "../words";
import { TALLY_WORDS } from "./words";

const GROUPS = ["byUnit", "bySection", "byLeader"] as const;

export function GroupsCard(props: { readonly tally: Tally; readonly precision: 0 | 1 | 2; readonly onShow: Show }) {
  const styles = useTallyStyles();
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
  const ofKind = props.tally.kinds.find((one) => one.kind === kind);
  const rest = ofKind ? leftOut(ofKind, groups, LEFT_OUT_WORDS[shown][lang]) : null;
  const whole = ofKind ? { ...ofKind, name: words.sum } : null;
  const added = [...groups, ...(rest ? [rest] : [])].reduce((sum, group) => sum + group.total.value, 0);
  return (
    <Card>
      <Tabs names={present} text={(name) => words[name]} selected={shown} onSelect={setChosen} testId="group" />
      {kinds.length > 1 ? (
        <Select
          size="small"
          aria-label={words.ofKind}
          value={kind}
          onChange={(_event, data) => setKind(data.value as Kind)}
        >
          {kinds.map((k) => (
            <option key={k} value={k}>
              {asHeading(KIND_WORDS[k][lang])}
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
            <GroupRow key={group.name} group={group} precision={props.precision} onShow={props.onShow} />
          ))}
          {rest ? (
            <GroupRow group={rest} precision={props.precision} onShow={props.onShow} testid="group-rest" />
          ) : null}
          {whole ? (
            <GroupRow group={whole} precision={props.precision} onShow={props.onShow} testid="group-sum" />
          ) : null}
        </TableBody>
      </Table>
      {whole && added > whole.total.value ? <Text size={100}>{words.unitNote}</Text> : null}
    </Card>
  );
}

function GroupRow(props: {
  readonly group: GroupTally;
  readonly precision: 0 | 1 | 2;
  readonly onShow: Show;
  readonly testid?: string;
}) {
  const { group, testid = "group-row" } = props;
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  return (
    <TableRow
      role="row"
      className={mergeClasses(styles.group, testid === "group-sum" ? styles.sum : undefined)}
      data-testid={testid}
    >
      <TableCell role="cell" className={mergeClasses(styles.name, styles.groupName)}>
        <div>
          {group.name}
          <StatusBar total={group.total.value} done={group.done.value} overdue={group.overdue.value} />
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
          <FigureTile
            metric={words.figureOf(group.name, words[key])}
            text={String(count.value)}
            rows={count.rows}
            onShow={props.onShow}
          />
        </TableCell>
      ))}
      <TableCell role="cell" className={mergeClasses(styles.num, styles.groupNum)}>
        <RateOf {...props} rate={ratedOf(group)} done={group.done.value} total={group.total.value} />
      </TableCell>
    </TableRow>
  );
}
