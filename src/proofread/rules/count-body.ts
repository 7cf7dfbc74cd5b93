import { announcedGroups, placeOf, type CountGroup } from "../../reading";
import type { Severity } from "../../rule";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { countBody as words } from "../../zh/words/told-counts";

type Data = {
  readonly announced: number;
  readonly found: number;
  readonly noun: string;
  readonly from: number;
  readonly to: number;
};

const PROBLEMS = new Set(["problem", "parent", "detail"]);

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { items } = context.document;
  const { counts } = context;
  if (counts.problems < 3) return;
  const announced = announcedGroups(context).filter((group) => PROBLEMS.has(group.subject));
  const levels = new Set([counts.problems, counts.parents, counts.sections, counts.subproblems]);
  // One announced total fits a level of the body: the others speak of other levels.
  const fits = announced.some((group) => levels.has(group.total.value) && group.total.value === counts.problems);
  // Two inspections, announced apart, may be listed together.
  const distinct = [...new Set(announced.filter((group) => group.parts.length > 0).map((group) => group.total.value))];
  if (distinct.length > 1 && distinct.reduce((sum, value) => sum + value, 0) === counts.problems) {
    yield* otherKinds(context);
    return;
  }
  const reported = new Set<number>();
  // The statement that tells the most about a total is the one to correct.
  const fullest = [...announced].sort((a, b) => b.parts.length - a.parts.length);
  for (const group of fullest) {
    if (levels.has(group.total.value) || fits || reported.has(group.total.value)) continue;
    // 26个问题中：限期整改问题12个…: what is part of a larger total told before it announces no body of its own.
    if (announced.some((other) => other.line <= group.line && other.total.value > group.total.value)) continue;
    reported.add(group.total.value);
    const own = items.filter((item) => item.kind === "problem");
    yield {
      place: placeOf(group.line, group.start, group.end),
      data: {
        announced: group.total.value,
        found: counts.problems,
        noun: nounOf(group),
        from: (own[0]?.firstLine ?? 0) + 1,
        to: (own[own.length - 1]?.firstLine ?? 0) + 1,
      },
      severity: severityOf(counts.problems, group.total.value, counts.uniform),
    };
  }
  yield* otherKinds(context);
}

/**
 * Far apart, the body most likely counts on another level; where it tells few of them (审计反映问题58个, and seven of them are
 * told), it was not meant to tell all.
 */
function severityOf(found: number, announced: number, uniform: boolean): Severity {
  if (found * 2 < announced) return "info";
  const isNear = found * 10 >= announced * 6 && found * 10 <= announced * 12;
  return uniform && isNear ? "error" : "warning";
}

const KINDS = ["clue", "letter", "immediate", "matter"] as const;

/** 移交线索, 信访件 and so on, where the body has a part of its own for them. */
function* otherKinds(context: ProofContext): Generator<ProofHit<Data>> {
  for (const kind of KINDS) {
    const own = context.document.items.filter((item) => item.kind === kind);
    const group = announcedGroups(context).find((candidate) => candidate.subject === kind);
    if (own.length === 0 || !group || group.total.value === own.length) continue;
    yield {
      place: placeOf(group.line, group.start, group.end),
      data: {
        announced: group.total.value,
        found: own.length,
        noun: nounOf(group),
        from: (own[0]?.firstLine ?? 0) + 1,
        to: (own[own.length - 1]?.firstLine ?? 0) + 1,
      },
    };
  }
}

const NOUN_OF_AFTER = reWith("u")`^${words.nounOfAfter}`;

function nounOf(group: CountGroup): string {
  return NOUN_OF_AFTER.exec(group.total.after)?.[0] ?? "问题";
}

export const countBody = defineProofRule<Data>({
  alias: "count-body",
  code: "P105",
  severity: "error",
  name: { zh: "公布总数与正文条目不符", en: "announced total differs from the body" },
  messages: {
    zh: ({ announced, found, noun, from, to }) =>
      `公布${announced}个${noun}，正文（第${from}行至第${to}行）逐项数得${found}项，请补齐正文或改正总数。`,
    en: ({ announced, found, from, to }) =>
      `${announced} are announced, but the body (lines ${from}-${to}) has ${found} items; complete the body or correct the total.`,
  },
  find,
  page: {
    what: "综述公布的问题总数与正文逐项条目数。总数与任一层级（方面、主要问题、具体问题、子问题）相等即不报；正文条目没有统一的“整改情况”时只作提醒。",
    why: "公布62个、列出61个，读者无从知道少了哪一个。",
    bad: "综述：巡察反馈的12个问题……正文编号1至11。",
    good: "综述：巡察反馈的12个问题……正文编号1至12。",
    todo: "对照反馈意见补齐条目，或改正总数；不宜公开的条目写明未列。",
    en: "The announced number of problems against the items of the body, where level and numbering match.",
  },
  ground: "正文与综述一致；不公开条目的处理见《中国共产党巡视工作条例》关于整改公开的规定。",
});
