/** Opens another ledger's file beside the one that is open; the surface says how. */
import { createContext, useContext, type ReactNode } from "react";
import type { Grid } from "../grid";

export type OpenLedgerFile = (file: File) => Promise<readonly Grid[]>;

const Context = createContext<OpenLedgerFile | null>(null);

export function LedgerFiles(props: { readonly open: OpenLedgerFile; readonly children: ReactNode }) {
  return <Context value={props.open}>{props.children}</Context>;
}

/** Null on a surface that opens no files. */
export function useOpenLedgerFile(): OpenLedgerFile | null {
  return useContext(Context);
}
