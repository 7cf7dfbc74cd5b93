/**
 * The ledger beside the panes, its cells edited in place through the session: virtual rows and columns, merged cells, marks of the findings, the selection
 * that panes ask for. A cell is read in full in the line above the sheet.
 */
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Select } from "@fluentui/react-components";
import type { Severity } from "../rule";
import { useSession, useSnapshot, useWords } from "../panes/session-context";
import { severityRank } from "../app/core";
import { markKey, type Marks } from "./marks";
import type { SheetStore } from "./sheet-store";
import { STANDALONE_WORDS } from "./words";
import { Tabs } from "../panes/tabs";
import { useStyles } from "./sheet-styles";
import { headsOf, tintsOf } from "./tints";
import { PaneEdge } from "./pane-width";
import { SheetGrid } from "./sheet-grid";

export default function SheetView(props: {
  readonly store: SheetStore;
  /** The panes stand beside it, not instead of it. */
  readonly beside: boolean;
}) {
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const { grids, selection, version } = useSyncExternalStore(props.store.subscribe, props.store.getSnapshot);
  const snapshot = useSnapshot();
  const session = useSession();
  const shown = useMemo(() => grids.filter((grid) => grid.visibility === "visible"), [grids]);
  const [chosen, setChosen] = useState<string | null>(null);
  const grid = shown.find((g) => g.sheet === chosen) ?? grids.find((g) => g.sheet === chosen) ?? shown[0] ?? grids[0];

  useEffect(() => {
    if (selection) setChosen(selection.sheet);
  }, [selection]);

  const { revision } = snapshot;
  const marksOn = snapshot.marks.on;
  const marks: Marks = useMemo(() => {
    const found = new Map<number, Severity>();
    if (!marksOn) return found;
    for (const finding of session.findings()?.findings ?? []) {
      if (finding.sheet !== grid?.sheet) continue;
      const key = markKey(finding.row, finding.col);
      const before = found.get(key);
      if (!before || severityRank(finding.severity) < severityRank(before)) found.set(key, finding.severity);
    }
    return found;
    // `revision` stands for everything the findings depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, revision, grid?.sheet, marksOn]);

  if (!grid) return <div className={styles.root} />;
  const ledgers = snapshot.ledgers.filter((ledger) => ledger.sheet === grid.sheet);
  const headerRows = ledgers.map((ledger) => ledger.headerArea);
  const edit = async (row: number, col: number, typed: string) => {
    const preview = await session.previewEdit([{ sheet: grid.sheet, row, col, typed }]);
    if (preview.changes.length > 0) await session.apply(preview);
  };
  // One landmark, the edge beside the sheet in it.
  const Root = props.beside ? "div" : "section";
  const name = props.beside ? {} : { "aria-label": words.sheetView };
  const view = (
    <Root className={styles.root} {...name} data-testid="sheet-view" data-version={version}>
      <SheetGrid
        key={grid.sheet}
        grid={grid}
        marks={marks}
        headers={headerRows}
        heads={headsOf(ledgers)}
        tints={tintsOf(ledgers, snapshot.settings.lang)}
        onEdit={snapshot.workbook?.can.write === true && snapshot.phase === "ready" ? edit : null}
        selection={selection?.sheet === grid.sheet ? selection : null}
      />
      {shown.length > 8 ? (
        <Select
          className={styles.sheets}
          aria-label={words.sheets}
          value={grid.sheet}
          onChange={(_e, data) => setChosen(data.value)}
        >
          {shown.map((g) => (
            <option key={g.sheet}>{g.sheet}</option>
          ))}
        </Select>
      ) : (
        <Tabs
          className={styles.tabs}
          label={words.sheets}
          names={shown.map((g) => g.sheet)}
          text={(name) => name}
          selected={grid.sheet}
          onSelect={setChosen}
        />
      )}
    </Root>
  );
  if (!props.beside) return view;
  return (
    <section className={styles.sides} aria-label={words.sheetView}>
      {view}
      <PaneEdge />
    </section>
  );
}
