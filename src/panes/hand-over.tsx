/** A file that is no notice but a ledger goes where ledgers are opened; the surface says how. */
import { createContext, useContext, type ReactNode } from "react";

type HandOver = (file: File) => void;

const Context = createContext<HandOver | null>(null);

export function LedgerHandOver(props: { readonly to: HandOver; readonly children: ReactNode }) {
  return <Context value={props.to}>{props.children}</Context>;
}

/** Null where the ledger is the workbook that stands beside the pane. */
export function useHandOver(): HandOver | null {
  return useContext(Context);
}

/** Endings of ledgers, for pickers. */
export const LEDGER_ENDINGS = ".xlsx,.xlsm,.xls,.xlsb,.et,.csv";

/** @example isLedgerName("整改台账.XLSX") // true */
export const isLedgerName = (name: string): boolean =>
  LEDGER_ENDINGS.split(",").some((ending) => name.toLowerCase().endsWith(ending));
