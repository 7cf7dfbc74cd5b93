import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import { linesWith, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { maskOf, matterReader, type Matter } from "../generic/person-matters";

type Data = { readonly name: string; readonly masked: string; readonly matter: Matter };

const MATTERS: Readonly<Record<Matter, { readonly zh: string; readonly en: string }>> = {
  illness: { zh: "疾病、流调", en: "illness or contact tracing" },
  discipline: { zh: "处分、处理", en: "discipline" },
  complaint: { zh: "举报、投诉", en: "a complaint" },
};

function* sensitive(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of linesWith(context, "sensitive")) {
    const persons = context.personsOf(line);
    if (persons.length === 0) continue;
    const matterOf = matterReader(line);
    const accused = ACCUSED.test(line.plain);
    for (const person of persons) {
      const matter = matterOf(person);
      // Who is charged or sentenced is named by the office that is to publish it.
      if (accused && matter === "discipline") continue;
      if (matter === null || person.official || context.officers.has(person.name)) continue;
      yield {
        place: placeOf(line.index, person.start, person.end),
        data: { name: person.name, masked: maskOf(person), matter },
        fix: maskOf(person),
      };
    }
  }
}

const ACCUSED = reWith("u")`${others.accused}`;

export const personSensitive = defineProofRule<Data>({
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
