import { type Status, STATUS_WORDS } from "../../ledger";
import { readStatusText } from "../../zh/status";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

import { FIGURES_GROUND } from "./words";

type StatusData = { readonly number: string; readonly written: Status; readonly ledger: Status };

function* statuses(context: ProofContext): Generator<ProofHit<StatusData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const { matches } of ledger.matches.values()) {
    for (const match of matches) {
      const told = match.notice.statuses[0];
      if (!told || told.status === match.ledger.status) continue;
      // 未完成，正在协调, read as a cell is, may be the ledger's status.
      const text = context.document.lines[told.line]?.text.slice(told.start, told.end) ?? "";
      if (readStatusText(text, "problem") === match.ledger.status) continue;
      yield { place: told, data: { number: match.notice.number, written: told.status, ledger: match.ledger.status } };
    }
  }
}

export const ledgerItemStatus = defineProofRule<StatusData>({
  alias: "ledger-item-status",
  code: "P808",
  severity: "error",
  name: { zh: "事项状态与台账不符", en: "status differs from the ledger" },
  messages: {
    zh: ({ written, ledger }) => `通报写${STATUS_WORDS[written].zh}，台账是${STATUS_WORDS[ledger].zh}。`,
    en: ({ written, ledger }) => `${STATUS_WORDS[written].en} here, ${STATUS_WORDS[ledger].en} in the ledger.`,
  },
  find: statuses,
  page: {
    what: "逐项写明的整改状态与台账同一事项的状态。",
    why: "状态决定完成率。",
    bad: "通报：整改结果：完成；台账：正在整改。",
    good: "两处一致。",
    todo: "以核实后的状态统一两处。",
    en: "The status of an item against the ledger's.",
  },
  ground: FIGURES_GROUND,
});
