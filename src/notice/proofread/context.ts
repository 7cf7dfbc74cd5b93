/** Everything the rules look at, made once. */
import type { CivilDate } from "../../ledger/civil-date";
import { findGroups } from "./claims/groups";
import { findSums } from "./claims/sums";
import { dateOf, readDocument } from "./parse/document";
import type { NoticeDocument, ProofContext, Topic, WordHit } from "./types";

export interface ContextOptions {
  /** Day the notice is judged on; else the date of signature, else a full 截至 date. */
  readonly asOf?: CivilDate;
  readonly hasLedger?: boolean;
}

const NONE: readonly WordHit[] = [];

/** Reads a notice's lines into a context. */
export function createContext(texts: readonly string[], options: ContextOptions): ProofContext {
  const document = readDocument(texts);
  const byTopic = new Map<Topic, WordHit[]>();
  for (const line of document.lines) {
    for (const hit of line.hits) {
      const list = byTopic.get(hit.topic);
      if (list) list.push(hit);
      else byTopic.set(hit.topic, [hit]);
    }
  }
  return {
    document,
    lines: document.lines,
    groups: findGroups(document.lines),
    sums: findSums(document.lines),
    asOf: options.asOf ?? document.signed?.date ?? statedAsOf(document),
    hitsOf: (topic) => byTopic.get(topic) ?? NONE,
    hasLedger: options.hasLedger ?? false,
  };
}

/** 截至2025年12月22日, the last one before the items. */
function statedAsOf(document: NoticeDocument): CivilDate | null {
  let found: CivilDate | null = null;
  for (const line of document.lines.slice(0, document.bodyStart)) {
    for (const token of line.tokens) {
      if (token.type !== "date" || !/截[至止]\s*$/u.test(line.plain.slice(Math.max(0, token.start - 4), token.start)))
        continue;
      found = dateOf(token) ?? found;
    }
  }
  return found;
}
