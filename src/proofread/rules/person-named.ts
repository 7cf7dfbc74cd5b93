import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { maskOf, matterReader } from "../generic/person-matters";

type NameData = { readonly name: string; readonly masked: string; readonly count: number };

/** Staff and private persons by name, one finding a paragraph. */
function* ordinary(context: ProofContext): Generator<ProofHit<NameData>> {
  for (const line of context.lines.filter((one) => context.personsOf(one).length > 0)) {
    const found = context.personsOf(line);
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
