/** What of the list is shown, and in which order. The numbers are of all findings, whatever is filtered. */
import { useMemo } from "react";
import { makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import { ruleName } from "../../app/core";
import type { Finding } from "../../rule";
import { useLang, useWords } from "../session-context";
import { asHeading } from "../words";
import { groupFindings, GROUPINGS, unitName, type Grouping } from "./group-findings";
import type { Narrowing } from "./use-findings";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  // A select is as wide as its longest option otherwise.
  cell: { flex: "1 1 128px", minWidth: 0, maxWidth: "none" },
});

const ALL = "*";

export function ListFilter(props: {
  readonly findings: readonly Finding[];
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly narrowing: Narrowing;
  readonly onNarrow: (some: Partial<Narrowing>) => void;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const { findings, narrowing } = props;
  const rules = useMemo(() => groupFindings(findings, "rule"), [findings]);
  const units = useMemo(() => groupFindings(findings, "unit"), [findings]);
  const choice = (
    name: "rule" | "unit",
    label: string,
    all: string,
    options: readonly (readonly [key: string, name: string, n: number])[],
  ) => (
    <Select
      size="small"
      className={styles.cell}
      aria-label={label}
      value={narrowing[name] ?? ALL}
      data-testid={`filter-${name}`}
      onChange={(_event, data) => props.onNarrow({ [name]: data.value === ALL ? null : data.value })}
    >
      <option value={ALL}>{words.counted(all, findings.length)}</option>
      {options.map(([key, text, n]) => (
        <option key={key} value={key}>
          {words.counted(text, n)}
        </option>
      ))}
      {
        // What the list was narrowed to and is settled by now.
        narrowing[name] !== null && options.every(([key]) => key !== narrowing[name]) ? (
          <option value={narrowing[name]}>
            {words.counted(
              name === "rule" ? asHeading(ruleName(narrowing[name], lang)) : unitName(narrowing[name], lang),
              0,
            )}
          </option>
        ) : null
      }
    </Select>
  );
  return (
    <div className={styles.row}>
      {choice(
        "rule",
        words.filterRule,
        words.allRules,
        rules.map(({ key, findings: some }) => [key, asHeading(ruleName(key, lang)), some.length]),
      )}
      {choice(
        "unit",
        words.filterUnit,
        words.allUnits,
        units.map(({ key, findings: some }) => [key, unitName(key, lang), some.length]),
      )}
      <Select
        size="small"
        className={styles.cell}
        aria-label={words.groupBy}
        value={props.grouping}
        data-testid="group-by"
        onChange={(_event, data) => props.onGrouping(GROUPINGS.find((g) => g === data.value) ?? "rule")}
      >
        <option value="rule">{words.byRule}</option>
        <option value="unit">{words.byUnit}</option>
        <option value="row">{words.byRow}</option>
      </Select>
      <SearchBox
        size="small"
        className={styles.cell}
        placeholder={words.searchHint}
        aria-label={words.search}
        value={narrowing.search}
        data-testid="search"
        onChange={(_event, data) => props.onNarrow({ search: data.value })}
      />
    </div>
  );
}
