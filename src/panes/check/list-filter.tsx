/** How the list is grouped, and what is looked for in it. */
import { makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import { useWords } from "../session-context";
import { GROUPINGS, type Grouping } from "./group-findings";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  grow: { flexGrow: 1, minWidth: "120px" },
});

export function ListFilter(props: {
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  return (
    <div className={styles.row}>
      <Select
        size="small"
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
        className={styles.grow}
        placeholder={words.searchHint}
        aria-label={words.search}
        value={props.search}
        data-testid="search"
        onChange={(_event, data) => props.onSearch(data.value)}
      />
    </div>
  );
}
