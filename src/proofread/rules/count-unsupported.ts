import { announcedGroups, exactOf, paragraphsOf, placeOf, valueSum, type CountGroup } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly announced: number; readonly what: "measure" | "matter"; readonly measures: number };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { counts } = context;
  // A summary alone has no body to count, and a ledger at hand proves its figures better.
  if (counts.problems < 3 || context.ledger !== null) return;
  const reported = new Set<string>();
  for (const group of announcedGroups(context)) {
    const { subject, total } = group;
    if (subject !== "measure" && subject !== "matter") continue;
    if (reported.has(subject)) continue;
    if (subject === "measure" && total.value === counts.measures) continue;
    // Told as matters, listed as such or like problems: as many as were announced are there to count.
    if (subject === "matter" && context.document.items.some((item) => item.kind === "matter")) continue;
    if (subject === "matter" && counts.problems === total.value) continue;
    if (isToldNext(context, group)) continue;
    reported.add(subject);
    yield {
      place: placeOf(group.line, Math.max(0, group.start - total.before.length), group.end),
      data: { announced: total.value, what: subject, measures: counts.measures },
      // Told by what became of them, and the parts make the whole: the paragraph bears itself out.
      ...(isBorneOut(context, group) ? { severity: "info" } : {}),
    };
  }
}

/** 采取以下三条措施：一是…: counted out where they are announced (list-count). */
function isToldNext({ lines }: ProofContext, { line, total }: CountGroup): boolean {
  return COUNTED_OUT.test(lines[line]?.plain.slice(total.end, total.end + NEAR) ?? "");
}

const COUNTED_OUT = /^[^。；\d]{0,12}[：:。]一是/u;
const NEAR = 24;

/** 制定措施3条，已落实3条 says what became of all, here or where they are told again; 其中立行立改1条、限期2条 sorts all. */
function isBorneOut(context: ProofContext, { subject, total }: CountGroup): boolean {
  const isTold = context.groups.some(
    (group) =>
      group.subject === subject && group.total.value === total.value && (addsUp(group) || group.rates.length > 0),
  );
  if (isTold) return true;
  return paragraphsOf(context.lines).some(({ breakdowns }) =>
    breakdowns.some(({ wholes: [whole], parts }) => {
      if (whole === undefined || parts.length < 2) return false;
      const { value, unit } = whole.count;
      return value === exactOf(total.value) && MEASURES.test(unit) && valueSum(parts) === value;
    }),
  );
}

const MEASURES = /^[条项]$/u;

function addsUp({ total, parts }: CountGroup): boolean {
  const own = parts.filter(({ nested }) => !nested);
  return own.length > 0 && own.reduce((sum, part) => sum + part.value, 0) === total.value;
}

export const countUnsupported = defineProofRule<Data>({
  alias: "count-unsupported",
  code: "P106",
  severity: "warning",
  name: { zh: "公布的数在正文中无从核对", en: "announced count cannot be checked against the body" },
  messages: {
    zh: ({ announced, what, measures }) =>
      what === "measure"
        ? `公布${announced}条（项）措施、任务，正文没有分列，按“一是、二是”数得${measures}条，无法核对，请对照台账。`
        : `公布${announced}件交办、移交事项，正文没有相应内容，无法核对，请对照台账。`,
    en: ({ announced, measures }) =>
      `${announced} are announced, but the body does not list them (${measures} by 一是, 二是); check them against the ledger.`,
  },
  find,
  page: {
    what: "综述公布了措施、任务数或交办事项数，正文却没有能对上的分列。给出台账时以台账为准，不报此条。措施按整改（办理）结果分开写、各部分之和等于总数的，只作提示。",
    why: "没有出处的数字，读者和上级都无法核对。",
    bad: "综述：细化为30项整改任务；正文只列问题，没有任务。",
    good: "综述：制定措施30条；正文“一是、二是”合计30条。",
    todo: "在正文分列，或对照台账核实后公布。",
    en: "Measures, tasks or handed-over matters announced without anything in the body to check them by.",
  },
  ground: "每个公布的数都应有据可查。",
});
