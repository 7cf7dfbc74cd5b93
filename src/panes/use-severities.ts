/** Which severities are shown; all at first. */
import { useState } from "react";
import { SEVERITIES } from "../app/core";
import type { Severity } from "../rule";

export function useSeverities() {
  const [severities, setSeverities] = useState<ReadonlySet<Severity>>(() => new Set(SEVERITIES));
  const toggle = (severity: Severity) => {
    const next = new Set(severities);
    if (next.has(severity)) next.delete(severity);
    else next.add(severity);
    setSeverities(next);
  };
  return { severities, toggle, showAll: () => setSeverities(new Set(SEVERITIES)) };
}
