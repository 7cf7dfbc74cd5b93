/** Which pane is open: chosen by its tab, asked for from without, or by what happens to the workbook. */
import { useCallback, useEffect, useRef, useState } from "react";
import { useSnapshot } from "../session-context";
import type { PaneName } from "./pane-props";

/** Asks for a pane; a new one each time. */
export interface PaneRequest {
  readonly pane: PaneName;
  readonly serial: number;
}

export function useOpenPane(props: {
  readonly initialPane?: PaneName;
  readonly paneRequest?: PaneRequest;
  readonly onPane?: (pane: PaneName) => void;
}) {
  const { paneRequest: request, onPane } = props;
  const snapshot = useSnapshot();
  const [pane, setPane] = useState<PaneName>(props.initialPane ?? "ledger");
  useEffect(() => {
    onPane?.(pane);
  }, [onPane, pane]);

  // What was pressed to come here is gone with its pane: the keyboard goes on before the first thing of the new one.
  const panel = useRef<HTMLDivElement>(null);
  const go = useCallback((next: PaneName) => {
    setPane(next);
    panel.current?.focus();
  }, []);

  useEffect(() => {
    if (request) setPane(request.pane);
  }, [request]);

  // Another workbook is first of all a matter of the 台账 pane; the same one, read again or not, leaves one where one is.
  const workbookKey = snapshot.workbook?.key ?? null;
  const before = useRef(workbookKey);
  useEffect(() => {
    if (workbookKey === null) return;
    if (before.current !== null && before.current !== workbookKey) setPane("ledger");
    before.current = workbookKey;
  }, [workbookKey]);

  return { pane, setPane, go, panel };
}
