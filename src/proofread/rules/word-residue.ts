import { openPlaceAt, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly how: string };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  let lastLine = -1;
  let lastEnd = 0;
  for (const hit of context.hitsOf("residue")) {
    const text = context.lines[hit.line]?.text ?? "";
    if (hit.line === lastLine && hit.start < lastEnd) continue;
    let end = hit.end;
    const open = hit.value === "todo" ? openPlaceAt(text, hit.start) : null;
    if (open) {
      const start = hit.start - 1;
      const stop = start + open.end;
      // Left open on purpose by a notice of ours, which names it in its list of what is missing.
      yield {
        place: placeOf(hit.line, start, stop),
        data: { written: text.slice(start, stop), how: "open" },
        severity: context.final ? "error" : "info",
      };
      continue;
    }
    if (hit.word.startsWith("[")) {
      const length = text.slice(hit.end, hit.end + 80).indexOf("]");
      if (length >= 0) end = hit.end + length + 1;
    }
    lastLine = hit.line;
    lastEnd = end;
    const certain = hit.value === "bookmark" || hit.value === "field" || hit.value === "entity";
    yield {
      place: placeOf(hit.line, hit.start, end),
      data: { written: text.slice(hit.start, end), how: hit.value },
      fix: hit.word.startsWith("[") ? "" : undefined,
      severity: certain || context.final ? "error" : "warning",
    };
  }
}

export const wordResidue = defineProofRule<Data>({
  alias: "word-residue",
  code: "P709",
  severity: "error",
  name: { zh: "排版残留或待填内容", en: "leftover of a conversion, or a blank to fill in" },
  messages: {
    zh: ({ written, how }) =>
      how === "todo" || how === "blank" || how === "open"
        ? `“${written}”是待填内容，请补齐。`
        : `“${written}”是文档转换留下的残留，请删去。`,
    en: ({ written, how }) =>
      how === "todo" || how === "blank" || how === "open"
        ? `“${written}” is still to be filled in.`
        : `“${written}” was left over from a conversion; delete it.`,
  },
  find,
  page: {
    what: "[bookmark: …]、错误!未找到引用源、&nbsp; 等转换残留为错误；TODO、待补充、XX年等待填内容为提醒；由台账生成的通报自己标出的【待补充：…】为提示。定稿校对（--final）时，待填内容一律为错误。",
    why: "残留进入公开稿，说明没有通读。",
    bad: "[bookmark: _GoBack]二、整改情况",
    good: "二、整改情况",
    todo: "删去残留，补齐待填内容。",
    en: "Bookmarks, field errors, entities, and places nobody has filled in.",
  },
  ground: "公开稿不得含排版标记。",
});
