/** Which pane is open: chosen by its tab, or asked for from without. What is read meanwhile takes nobody away from it. */
import { useCallback, useEffect, useRef, useState } from "react";
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

  return { pane, setPane, go, panel };
}
