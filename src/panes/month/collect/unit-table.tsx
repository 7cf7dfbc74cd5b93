/** Units × state. A state filters the units; a unit opens what is to be dealt with. */
import { Fragment, useId, useState } from "react";
import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import type { Collection, CollectionView } from "../../../app/collect";
import { UNIT_STATES, type UnitRow, type UnitState } from "../../../app/collect";
import { useWords } from "../../session-context";
import { NARROW, useMonthStyles } from "../styles";
import { IssueLine } from "./issue-line";
import { COLLECT_WORDS } from "./words";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  cell: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    textAlign: "left",
    verticalAlign: "top",
    overflowWrap: "anywhere",
    fontWeight: tokens.fontWeightRegular,
  },
  num: { textAlign: "right", width: "3.2em" },
  states: { width: "30%" },
  // How many items came in gives way first.
  items: { [NARROW]: { display: "none" } },
  unit: { justifyContent: "flex-start", textAlign: "left", paddingLeft: 0, minWidth: 0, height: "auto" },
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXXS },
});

const COLOURS: Readonly<Record<UnitState, "success" | "danger" | "warning" | "informative">> = {
  sent: "success",
  missing: "danger",
  twice: "informative",
  conflicts: "warning",
  unreadable: "danger",
};

/** Units, and things to look at, that are drawn at once. */
const STEP = 50;

interface TableProps {
  readonly rows: readonly UnitRow[];
  readonly collection: Collection;
  readonly view: CollectionView;
  readonly units: readonly string[];
}

const openOf = ({ issues }: UnitRow): number => issues.filter(({ settled }) => !settled).length;

export function UnitTable(props: TableProps) {
  const own = useStyles();
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const [state, setState] = useState<UnitState | null>(null);
  const [shown, setShown] = useState(STEP);
  const counts = new Map(UNIT_STATES.map((one) => [one, props.rows.filter(({ states }) => states.has(one)).length]));
  const chosen = state !== null && (counts.get(state) ?? 0) > 0 ? state : null;
  const rows = props.rows.filter(({ states }) => chosen === null || states.has(chosen));
  return (
    <>
      <div className={styles.row} role="group" aria-label={words.filter}>
        {UNIT_STATES.filter((one) => (counts.get(one) ?? 0) > 0).map((one) => (
          <Button
            key={one}
            size="small"
            appearance={one === chosen ? "primary" : "secondary"}
            aria-pressed={one === chosen}
            onClick={() => setState(one === chosen ? null : one)}
            data-testid={`state-${one}`}
          >
            {words.stateOf[one]} {counts.get(one)}
          </Button>
        ))}
      </div>
      <table className={own.table} data-testid="unit-table">
        <thead>
          <tr>
            <th className={own.cell}>{words.unit}</th>
            <th className={mergeClasses(own.cell, own.states)}>{words.state}</th>
            <th className={mergeClasses(own.cell, own.num, own.items)}>{words.items}</th>
            <th className={mergeClasses(own.cell, own.num)}>{words.todo}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row key={row.unit ?? ""} {...props} row={row} wanted={chosen} />
          ))}
        </tbody>
      </table>
      {rows.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + STEP)} data-testid="more-units">
          {words.more(Math.min(STEP, rows.length - shown))}
        </Button>
      ) : null}
    </>
  );
}

function Row(props: TableProps & { readonly row: UnitRow; readonly wanted: UnitState | null }) {
  const own = useStyles();
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const { row, rows: _rows, wanted: _wanted, ...rest } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(STEP);
  const name = row.unit ?? words.noUnit;
  const left = openOf(row);
  const isOpen = open && row.issues.length > 0;
  return (
    <Fragment>
      <tr data-testid="unit-row" data-unit={row.unit ?? ""} data-states={[...row.states].join(" ")}>
        <th scope="row" className={own.cell}>
          {row.issues.length === 0 ? (
            <Text className={styles.text}>{name}</Text>
          ) : (
            <Button
              appearance="transparent"
              size="small"
              className={own.unit}
              icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!open)}
              data-testid="unit-details"
            >
              <span className={styles.text}>{name}</span>
            </Button>
          )}
          {row.unit === null
            ? null
            : row.files.map((file) => (
                <Text key={file} size={200} block className={styles.muted}>
                  {file}
                </Text>
              ))}
        </th>
        <td className={own.cell}>
          <span className={own.badges}>
            {UNIT_STATES.filter((one) => row.states.has(one)).map((one) => (
              <Badge key={one} appearance="outline" color={COLOURS[one]}>
                {words.stateOf[one]}
              </Badge>
            ))}
          </span>
        </td>
        <td className={mergeClasses(own.cell, own.num, own.items)}>{row.files.length === 0 ? "" : row.items}</td>
        <td className={mergeClasses(own.cell, own.num)} data-testid="unit-todo">
          {left === 0 ? "✓" : left}
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={4} id={id} className={own.cell}>
            <ul className={styles.list}>
              {row.issues.slice(0, shown).map((issue) => (
                <IssueLine key={issue.id} issue={issue} unit={row.unit} {...rest} />
              ))}
            </ul>
            {row.issues.length > shown ? (
              <Button size="small" onClick={() => setShown(shown + STEP)} data-testid="more-issues">
                {words.more(Math.min(STEP, row.issues.length - shown))}
              </Button>
            ) : null}
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}
