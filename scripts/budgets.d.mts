export const BUDGETS: Readonly<
  Record<"taskpane.html" | "page/index.html", { readonly frame: number; readonly ledger: number }>
>;
