import { statusValueOf, textOf, readStatus, type Item, type LedgerRow } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { createOwnStatus } from "../own-status";
import { defineRule, type RowLook } from "../rule";
import { clip } from "../words";

export const statusUnknown = defineRule<{ readonly text: string }>({
  alias: "status-unknown",
  code: "S301",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status"],
  field: "status",
  name: { zh: "整改状态不明", en: "status not understood" },
  messages: {
    zh: ({ text }) => `看不出“${text}”是完成还是未完成，请改为已完成、正在整改等明确的状态。`,
    en: ({ text }) =>
      `“${text}” is not a known status; write 已完成 (done), 正在整改 (ongoing) or another clear status.`,
  },
  check: (context) => {
    const { ledger } = context;
    const { ownStatus, by } = createOwnStatus(ledger, context.once);
    function tell(at: LedgerRow | Item): void {
      const text = clip(textOf(ledger, at, "status"));
      context.report(at, "status", { text }, { quote: text === "" ? null : text });
    }
    const looks: RowLook[] = [{ by, concerns: (measure) => ownStatus(measure).state === "unknown", look: tell }];
    // Items named above their measures, with a status of their own beside theirs.
    if (!context.once && ledger.items.some((item) => item.headRow !== undefined)) {
      looks.push({
        by: "row",
        look: ({ item, ordinal }) => {
          if (ordinal > 0 || item.headRow === undefined || !item.statusOwn) return;
          if (readStatus(statusValueOf(ledger, item), ledger.kind).state === "unknown") tell(item);
        },
      });
    }
    return looks;
  },
  page: {
    what: "整改状态填了，但不在状态词表里，例如“差不多”“较好”，或者只写“立行立改”（这是方式，不是状态）。",
    why: "程序不猜状态。看不懂的状态既不能算完成，也不能算未完成。",
    bad: "整改状态：差不多",
    good: "整改状态：基本完成",
    todo: "改成明确的状态词；本单位惯用的词，可以在核验页按“算……”记住，或写进词表（设置 lexicon）。原文不会被自动改动。",
    forUnit: "改成明确的状态词：已完成、基本完成、阶段性完成、正在整改、未完成、长期坚持等。",
    en: "The status is filled with words that name no status.",
  },
  ground: "规则提案 S301：状态归一到枚举，原文保留，不自动改。",
  options: ["lexicon"],
});
