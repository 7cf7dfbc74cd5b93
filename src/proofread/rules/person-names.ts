import {
  maskedSurnames,
  sentenceAt,
  linesWith,
  startingIn,
  placeOf,
  type Line,
  type NamedPerson,
  type Sentence,
} from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { personNames as words } from "../../zh/words/persons";

type SensitiveData = {
  readonly name: string;
  readonly masked: string;
  readonly matter: "illness" | "discipline" | "complaint";
};

function maskOf(person: NamedPerson): string {
  return `${person.surname}某`;
}

type Matter = SensitiveData["matter"];

/** Answers what sensitive matter a person's sentence is about; each sentence is read once. */
function matterReader(line: Line): (person: NamedPerson) => Matter | null {
  const known = new Map<number, Matter | null>();
  return (person) => {
    const sentence = sentenceAt(line, person.start);
    if (!sentence) return null;
    const before = known.get(sentence.start);
    if (before !== undefined) return before;
    const matter = matterIn(line, sentence);
    known.set(sentence.start, matter);
    return matter;
  };
}

const MATTER_IN_AFTER = reWith("u")`^${words.matterInAfter}`;

function matterIn(line: Line, sentence: Sentence): Matter | null {
  for (const hit of startingIn(line.hits, sentence.start, sentence.end)) {
    if (hit.topic !== "sensitive") continue;
    // 举报电话, 信访工作 and the post of a person speak of no matter of theirs.
    const after = line.plain.slice(hit.end, hit.end + 4);
    if (hit.value === "complaint" && MATTER_IN_AFTER.test(after)) continue;
    if (hit.value === "illness" || hit.value === "discipline" || hit.value === "complaint") return hit.value;
  }
  return null;
}

const MATTERS: Readonly<Record<SensitiveData["matter"], { readonly zh: string; readonly en: string }>> = {
  illness: { zh: "疾病、流调", en: "illness or contact tracing" },
  discipline: { zh: "处分、处理", en: "discipline" },
  complaint: { zh: "举报、投诉", en: "a complaint" },
};

function* sensitive(context: ProofContext): Generator<ProofHit<SensitiveData>> {
  for (const line of linesWith(context, "sensitive")) {
    const matterOf = matterReader(line);
    for (const person of context.personsOf(line)) {
      const matter = matterOf(person);
      if (matter === null || person.official || context.officers.has(person.name)) continue;
      yield {
        place: placeOf(line.index, person.start, person.end),
        data: { name: person.name, masked: maskOf(person), matter },
        fix: maskOf(person),
      };
    }
  }
}

export const personSensitive = defineProofRule<SensitiveData>({
  alias: "person-sensitive",
  code: "P604",
  severity: "error",
  name: { zh: "全名与敏感事项同现", en: "full name beside a sensitive matter" },
  messages: {
    zh: ({ masked, matter }) => `全名与${MATTERS[matter].zh}写在一起，请隐去为${masked}。`,
    en: ({ masked, matter }) => `A full name beside ${MATTERS[matter].en}: mask it (${masked}).`,
  },
  find: sensitive,
  page: {
    what: "同一句里既有人的全名（由“同志、职工、患者、等几名”等前后文认出），又有疾病、流调、处分、违纪、举报等事项。已写作“王某”的、现任负责人的不报。",
    why: "健康、处分等信息会伤害具体的人。",
    bad: "给予××局职工全名批评教育。",
    good: "给予××局职工王某批评教育。",
    todo: "隐去名字。",
    en: "Full names beside illness, contact tracing, discipline or complaint.",
  },
  ground: "《中华人民共和国个人信息保护法》第二十八条；《政府信息公开条例》第十五条。",
});

type NameData = { readonly name: string; readonly masked: string; readonly count: number };

/** Staff and private persons by name, one finding a paragraph. */
function* ordinary(context: ProofContext): Generator<ProofHit<NameData>> {
  for (const line of context.lines) {
    const found = context.personsOf(line);
    if (found.length === 0) continue;
    const matterOf = matterReader(line);
    const persons = found.filter(
      (person) => !person.official && matterOf(person) === null && !context.officers.has(person.name),
    );
    const first = persons[0];
    if (!first) continue;
    const last = persons[persons.length - 1] ?? first;
    const together = last.end - first.start <= 40 ? last.end : first.end;
    yield {
      place: placeOf(line.index, first.start, together),
      data: { name: first.name, masked: maskOf(first), count: persons.length },
      fix: persons.length === 1 ? maskOf(first) : undefined,
    };
  }
}

export const personNamed = defineProofRule<NameData>({
  alias: "person-named",
  code: "P605",
  severity: "warning",
  name: { zh: "公开了工作人员、群众姓名", en: "name of staff or a private person" },
  messages: {
    zh: ({ masked, count }) =>
      `公开稿写出了${count > 1 ? `${count}名` : ""}工作人员或群众的姓名，非必要请改用职务，或隐去为${masked}等。`,
    en: ({ masked, count }) => `${count} name(s) of staff or private persons: use the post, or mask (${masked}).`,
  },
  find: ordinary,
  page: {
    what: "由“联系人、同志、等几名、为成员”等前后文认出的人名；前面有书记、主任、局长等现任职务的不报。每段报一处。",
    why: "普通工作人员和群众的姓名没有公开的必要。",
    bad: "联系人：（全名）",
    good: "联系科室：××局办公室",
    todo: "改用科室、职务，或隐去。",
    en: "Names of staff or private persons without need.",
  },
  ground: "《中华人民共和国个人信息保护法》第六条（最小必要）。",
});

type MaskedData = { readonly name: string; readonly masked: string; readonly line: number };

function* maskedAndNamed(context: ProofContext): Generator<ProofHit<MaskedData>> {
  const { document } = context;
  const maskedLines = [...linesWith(context, "masked")];
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

export const maskedAndPrinted = defineProofRule<MaskedData>({
  alias: "masked-and-named",
  code: "P606",
  severity: "error",
  name: { zh: "一处隐名、一处全名", en: "masked in one place, named in another" },
  messages: {
    zh: ({ masked, line }) => `第${line}行已写作“${masked}”，这里又写出全名，请统一隐去。`,
    en: ({ masked, line }) => `Masked (${masked}) in line ${line}, but named in full here.`,
  },
  find: maskedAndNamed,
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
