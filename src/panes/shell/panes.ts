/** The panes, each loaded when it is first opened. */
import { type ComponentType } from "react";
import { loadable } from "./loadable";
import type { PaneName, PaneProps } from "./pane-props";

/** Asked for at once, beside the frame: it is the pane that opens first. A second time it is asked for anew. */
let ledgerPane: Promise<typeof import("../ledger/ledger-pane")> | null = loadLedgerPane();

ledgerPane.catch(() => (ledgerPane = null));

function loadLedgerPane() {
  return import(/* webpackChunkName: "pane-ledger" */ "../ledger/ledger-pane");
}

export const PANES: Readonly<Record<PaneName, ComponentType<PaneProps>>> = {
  ledger: loadable(async () => (await (ledgerPane ?? loadLedgerPane())).LedgerPane),
  check: loadable(async () => (await import(/* webpackChunkName: "pane-check" */ "../check/check-pane")).default),
  tally: loadable(async () => (await import(/* webpackChunkName: "pane-tally" */ "../tally/tally-pane")).default),
  month: loadable(async () => (await import(/* webpackChunkName: "pane-month" */ "../month/month-pane")).default),
  summary: loadable(
    async () => (await import(/* webpackChunkName: "pane-summary" */ "../summary/summary-pane")).default,
  ),
  notice: loadable(async () => (await import(/* webpackChunkName: "pane-notice" */ "../notice/notice-pane")).default),
  proofread: loadable(
    async () => (await import(/* webpackChunkName: "pane-proofread" */ "../proofread/proofread-pane")).default,
  ),
};

export const PANE_NAMES: readonly PaneName[] = ["ledger", "check", "tally", "month", "summary", "notice", "proofread"];

/** Panes that show a document beside what is said about it: they want the main area. */
export const DOCUMENT_PANES: ReadonlySet<PaneName> = new Set<PaneName>(["notice", "proofread"]);

/** Panes that are of use without a workbook; reached from the start screen. */
export const WITHOUT_WORKBOOK: ReadonlySet<PaneName> = new Set<PaneName>(["proofread", "month"]);
