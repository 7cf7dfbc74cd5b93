import { linesWith, maskedSurnames, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { maskOf } from "../generic/person-matters";

type MaskedData = { readonly name: string; readonly masked: string; readonly line: number };

function* find(context: ProofContext): Generator<ProofHit<MaskedData>> {
  const { document } = context;
  const maskedLines = linesWith(context, "masked");
  // Items stand in text order, so the lines are walked once beside them.
  let next = 0;
  for (const item of document.items) {
    while (next < maskedLines.length && (maskedLines[next]?.index ?? 0) < item.firstLine) next++;
    if ((maskedLines[next]?.index ?? item.lastLine + 1) > item.lastLine) continue;
    const masked = new Map<string, number>();
    for (let at = next; at < maskedLines.length; at++) {
      const line = maskedLines[at];
      if (!line || line.index > item.lastLine) break;
      for (const surname of maskedSurnames(line)) if (!masked.has(surname)) masked.set(surname, line.index + 1);
    }
    if (masked.size === 0) continue;
    for (const line of document.lines.slice(item.firstLine, item.lastLine + 1)) {
      for (const person of context.personsOf(line)) {
        const at = masked.get(person.surname);
        if (at === undefined || person.official) continue;
        yield {
          place: placeOf(line.index, person.start, person.end),
          data: { name: person.name, masked: maskOf(person), line: at },
          fix: maskOf(person),
        };
      }
    }
  }
}

export const maskedAndNamed = defineProofRule<MaskedData>({
  alias: "masked-and-named",
  code: "P606",
  severity: "error",
  name: { zh: "一处隐名、一处全名", en: "masked in one place, named in another" },
  messages: {
    zh: ({ masked, line }) => `第${line}行已写作“${masked}”，这里又写出全名，请统一隐去。`,
    en: ({ masked, line }) => `Masked as ${masked} in line ${line}, but named in full here; mask it here too.`,
  },
  find,
  page: {
    what: "同一条目里，同姓的人一处写作“王某”，另一处写出全名。",
    why: "一处没隐去，等于全没隐去。",
    bad: "问题：职工王某……；整改情况：给予（全名）同志警告。",
    good: "问题和整改情况都写作王某。",
    todo: "统一写作“王某”。",
    en: "A person masked in one place of an item and named in another.",
  },
  ground: "《中华人民共和国个人信息保护法》第二十八条。",
});
