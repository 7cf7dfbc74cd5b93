/** Read by src/ledger/layout/ditto.ts. */
export const ditto = {
  mark: [
    "同\\s*上(?:行|条|格|一行|项)?",
    "[如与]上(?:同|行)?",
    "同前",
    "上同",
    "〃",
    "″",
    "々",
    '["“”＂〞]{1,2}',
    "['’]{2}",
  ],
} as const;
