/** Runs the rules over a reading, in slices; they load when first needed. */
import type { Reading } from "../../ledger";
import type { Finding, Lang } from "../../rule";
import { HostError } from "../../hosts/port";
import { judgingWords } from "../lexicon";
import type { Settings } from "../settings";
import type { Core } from "./core";
import type { CheckReport } from "../../check";

export interface Checking {
  /** @throws HostError cancelled */
  readonly check: (reading: Reading, settings: Settings) => Promise<CheckReport>;
  /** Sentence of a finding; there is none before the rules are there. */
  readonly messageOf: (finding: Finding, lang: Lang) => string;
}

export function createChecking(core: Core): Checking {
  let messageOf: Checking["messageOf"] = (finding) => finding.rule;
  return {
    messageOf: (finding, lang) => messageOf(finding, lang),
    check: async (reading, { rules, words, lexicon, dueSoon }) => {
      const checking = await import(/* webpackChunkName: "rules" */ "./rules");
      messageOf = checking.messageOf;
      const signal = core.signal();
      const done = core.recorder.time("check");
      const report = await checking.runCheck(
        reading,
        {
          rules,
          words: judgingWords(words, lexicon),
          dueSoonDays: dueSoon,
        },
        {
          ...(signal ? { signal } : {}),
          onProgress: (progress) => core.set({ progress: { task: "checking", ...progress } }),
          pause: core.environment.yieldNow,
        },
      );
      if (report === null) {
        done({ cancelled: true });
        throw new HostError("cancelled");
      }
      done({ ...report.counts });
      // What was found is drawn in a task of its own.
      await core.environment.yieldNow();
      return report;
    },
  };
}
