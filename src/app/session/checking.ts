/** Runs the rules over a reading, in slices; they load when first needed. */
import type { Reading } from "../../ledger/types";
import type { Finding, Lang } from "../../finding/types";
import { HostError } from "../../hosts/port";
import type { Settings } from "../settings";
import type { Core } from "./core";
import type { Report } from "./open-workbook";

export interface Checking {
  /** @throws HostError cancelled */
  readonly check: (reading: Reading, settings: Settings) => Promise<Report>;
  /** Sentence of a finding; there is none before the rules are there. */
  readonly messageOf: (finding: Finding, lang: Lang) => string;
}

/** Items checked between two pauses: the first ones cost most, while the code is new to the machine. */
const ITEMS_A_SLICE = 1000;

export function createChecking(core: Core): Checking {
  let messageOf: Checking["messageOf"] = (finding) => finding.rule;
  return {
    messageOf: (finding, lang) => messageOf(finding, lang),
    check: async (reading, { rules, words, dueSoon }) => {
      const checking = await import(/* webpackChunkName: "rules" */ "./rules");
      messageOf = checking.messageOf;
      const signal = core.signal();
      const done = core.recorder.time("check");
      const finished = await checking.runChecker(
        reading,
        { rules, words, dueSoonDays: dueSoon },
        {
          ...(signal ? { signal } : {}),
          onProgress: (progress) => core.set({ progress: { task: "checking", ...progress } }),
          pause: core.environment.yieldNow,
          slice: ITEMS_A_SLICE,
        },
      );
      if (finished === null) {
        done({ cancelled: true });
        throw new HostError("cancelled");
      }
      const report = { findings: finished.findings(), counts: finished.counts() };
      done({ ...report.counts });
      // What was found is drawn in a task of its own.
      await core.environment.yieldNow();
      return report;
    },
  };
}
