/** Rules that hold a notice against its ledger. Without a ledger they find nothing. */
import { compareDates, isoDate, type CivilDate } from "../../zh/civil-date";
import type { Kind, Status } from "../../ledger";
import {
  announcedGroups,
  earliestDay,
  wholeOf,
  labelsIn,
  placeOf,
  type CountGroup,
  type CountPart,
  type DateToken,
  type Place,
  type Subject,
} from "../../reading";
import { expectedPercent, isPrintOf } from "../percents";
import { defineProofRule, type ProofHit } from "../rule";
import type { LedgerSide, ProofContext } from "../types";
import { STATUS_WORDS } from "../words";
import { listedKinds } from "./listed-kinds";
import { allowedCounts, allowedRates, chosenDone, tallyOf, totalOf } from "./figures";
import { reWith } from "../../zh/pattern";
import { againstLedger as words } from "../../zh/words/told-counts";

const SUBJECT_WORDS: Readonly<Record<Subject, { readonly zh: string; readonly en: string }>> = {
  problem: { zh: "反馈问题", en: "problems" },
  immediate: { zh: "立行立改问题", en: "immediate matters" },
  letter: { zh: "信访件", en: "letters" },
  clue: { zh: "移交问题线索", en: "clues" },
  matter: { zh: "交办（移交）事项", en: "assigned matters" },
  accountability: { zh: "问责", en: "accountability" },
  measure: { zh: "整改措施、任务", en: "measures" },
  parent: { zh: "主要问题", en: "main problems" },
  section: { zh: "方面", en: "sections" },
  detail: { zh: "具体表现", en: "details" },
  thing: { zh: "事项", en: "matters" },
  other: { zh: "事项", en: "matters" },
};

const GROUND = "公布的数字以台账为准，口径见台账统计。";

// ------------------------------------------------------------------------------------------------------------- figures

type FigureData = {
  readonly subject: Subject;
  readonly status: Status | "total";
  readonly written: number;
  readonly ledger: number;
};

/** A group about what the ledger holds: told outside of the items, or inside one about the feedback as a whole. */
function* ownGroups(context: ProofContext): Generator<CountGroup> {
  const announced = new Set(announcedGroups(context));
  for (const group of context.groups) {
    if (announced.has(group) || (!group.foreign && group.subject === "problem" && /反馈/u.test(group.total.before)))
      yield group;
  }
}

function* figures(context: ProofContext): Generator<ProofHit<FigureData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const group of ownGroups(context)) {
    const { subject, total } = group;
    const inLedger = totalOf(ledger.tally, subject);
    if (inLedger === null) continue;
    // 「主要问题」 and 「问题」 are told of one level where the ledger has only one.
    if (total.value !== inLedger && !isUpperLevel(ledger, group)) {
      yield {
        place: placeOf(group.line, total.start, total.end),
        data: { subject, status: "total", written: total.value, ledger: inLedger },
      };
    }
    const counts = tallyOf(ledger.tally, subject);
    if (!counts) continue;
    for (const part of group.parts) {
      if (part.status === null || part.nested || allowedCounts(counts, part.status).includes(part.value)) continue;
      const right = allowedCounts(counts, part.status)[0] ?? 0;
      yield { place: partPlace(part), data: { subject, status: part.status, written: part.value, ledger: right } };
    }
  }
}

/** A part with the words before its number. */
function partPlace(part: CountPart): Place {
  return placeOf(part.line, Math.max(0, part.start - part.before.length), part.end);
}

/** 「10个问题」 may speak of the upper level of a ledger whose items are 具体问题. */
function isUpperLevel(ledger: LedgerSide, group: CountGroup): boolean {
  if (group.subject !== "problem" || group.parts.length > 0 || group.total.after.startsWith("具体问题")) return false;
  const { tally } = ledger;
  return group.total.value === totalOf(tally, "parent") || group.total.value === totalOf(tally, "section");
}

export const ledgerFigure = defineProofRule<FigureData>({
  alias: "ledger-figure",
  code: "P801",
  severity: "error",
  name: { zh: "数字与台账不符", en: "figure differs from the ledger" },
  messages: {
    zh: ({ subject, status, written, ledger }) =>
      `${SUBJECT_WORDS[subject].zh}${status === "total" ? "总数" : STATUS_WORDS[status].zh}通报写${written}，台账是${ledger}。`,
    en: ({ subject, status, written, ledger }) =>
      `${SUBJECT_WORDS[subject].en}, ${status === "total" ? "total" : STATUS_WORDS[status].en}: ${written} here, ${ledger} in the ledger.`,
  },
  find: figures,
  page: {
    what: "综述里问题、措施、信访件、线索、立行立改、交办事项的总数和各状态数，与所给台账的统计。已完成按三种口径任一相符即可；上轮、往年的数不比。",
    why: "公布的每个数都应有台账的行支持。",
    bad: "通报：已完成整改20个；台账：19个。",
    good: "通报：已完成整改19个；台账：19个。",
    todo: "以台账为准改正，或先更新台账。",
    en: "Totals and status counts of the summary against the ledger's tally.",
  },
  ground: GROUND,
});

// --------------------------------------------------------------------------------------------------------------- rates

type RateData = {
  readonly written: string;
  readonly expected: string;
  readonly numerator: number;
  readonly denominator: number;
};

function* rates(context: ProofContext): Generator<ProofHit<RateData>> {
  for (const { rate, allowed } of ratesOf(context)) {
    if (allowed.some((entry) => isPrintOf(rate.token, entry.numerator, entry.denominator))) continue;
    const first = allowed[0];
    if (first) yield { place: rate.token, data: rateData(rate.token.text, first, rate.token.decimals) };
  }
}

function rateData(written: string, entry: { numerator: number; denominator: number }, decimals: number): RateData {
  const { numerator, denominator } = entry;
  return { written, expected: expectedPercent(numerator, denominator, decimals) ?? "—", numerator, denominator };
}

const RATES_OF_LABEL = reWith("u")`${words.ratesOfLabel}率$`;

function* ratesOf(
  context: ProofContext,
): Generator<{ rate: CountGroup["rates"][number]; allowed: ReturnType<typeof allowedRates> }> {
  const { ledger } = context;
  if (!ledger) return;
  for (const group of ownGroups(context)) {
    const counts = tallyOf(ledger.tally, group.subject);
    if (!counts) continue;
    for (const rate of group.rates) {
      if (rate.token.approx || !RATES_OF_LABEL.test(rate.label)) continue;
      yield { rate, allowed: allowedRates(counts) };
    }
  }
}

export const ledgerRate = defineProofRule<RateData>({
  alias: "ledger-rate",
  code: "P802",
  severity: "error",
  name: { zh: "比率与台账不符", en: "rate differs from the ledger" },
  messages: {
    zh: ({ written, expected, numerator, denominator }) =>
      `通报写${written}，按台账 ${numerator}/${denominator} 应为${expected}。`,
    en: ({ written, expected, numerator, denominator }) =>
      `${written} here; by the ledger ${numerator}/${denominator} is ${expected}.`,
  },
  find: rates,
  page: {
    what: "完成率、办结率、到位率与台账按各口径算出的百分比；小数位数以所写为准。",
    why: "与台账统计用同一个函数打印。",
    bad: "通报：完成率87%；台账 19/23，应为83%。",
    good: "通报：完成率83%。",
    todo: "以台账为准改正。",
    en: "Rates against the ledger's, printed by the same function.",
  },
  ground: GROUND,
});

function* definitions(context: ProofContext): Generator<ProofHit<DefinitionData>> {
  for (const { rate, allowed } of ratesOf(context)) {
    const chosen = allowed.find((entry) => entry.chosen);
    if (!chosen || isPrintOf(rate.token, chosen.numerator, chosen.denominator)) continue;
    if (!allowed.some((entry) => isPrintOf(rate.token, entry.numerator, entry.denominator))) continue;
    const { written, expected } = rateData(rate.token.text, chosen, rate.token.decimals);
    yield { place: rate.token, data: { written, expected } };
  }
  const { ledger } = context;
  if (!ledger) return;
  for (const group of ownGroups(context)) {
    const counts = tallyOf(ledger.tally, group.subject);
    if (!counts) continue;
    const named = new Set(group.parts.flatMap((part) => (part.status === null ? [] : [part.status])));
    const chosen = chosenDone(counts, ledger.tally.definition, named);
    for (const part of group.parts) {
      if (part.status !== "done" || part.nested || part.value === chosen) continue;
      if (!allowedCounts(counts, "done").includes(part.value)) continue;
      yield { place: partPlace(part), data: { written: String(part.value), expected: String(chosen) } };
    }
  }
}

type DefinitionData = { readonly written: string; readonly expected: string };

export const ledgerDefinition = defineProofRule<DefinitionData>({
  alias: "ledger-definition",
  code: "P803",
  severity: "warning",
  name: { zh: "口径与台账统计不同", en: "another definition than the chosen one" },
  messages: {
    zh: ({ written, expected }) => `${written}是按另一口径算的，按所选口径应为${expected}，请统一口径或写明。`,
    en: ({ written, expected }) => `${written} follows another definition; by the chosen one it is ${expected}.`,
  },
  find: definitions,
  page: {
    what: "完成数、百分比能由台账算出，但不是所选口径（已完成、含基本完成、含阶段性完成）。",
    why: "口径不同的比率不能放在一起比。",
    bad: "按“已完成”统计，通报用了含基本完成的比率。",
    good: "口径一致，或在括号里写明。",
    todo: "统一口径，或写明口径。",
    en: "A rate the ledger supports, but by another definition than the chosen one.",
  },
  ground: GROUND,
});

// ------------------------------------------------------------------------------------------------------ accountability

type PersonsData = { readonly what: string; readonly written: number; readonly ledger: number };

const PERSONS_BEFORE = reWith("u")`问责${words.personsBefore[0]}*\d{1,4}[人名][、，（(]?${words.personsBefore[1]}?$`;
const PERSONS_BEFORE_2 = reWith("u")`问责${words.personsBefore2}*$`;

function* persons(context: ProofContext): Generator<ProofHit<PersonsData>> {
  const accountability = context.ledger?.tally.accountability;
  if (!accountability) return;
  const names = [...accountability.byForm.keys()].sort((a, b) => b.length - a.length);
  for (const line of context.lines) {
    if ((context.document.itemOfLine[line.index] ?? -1) >= 0) continue;
    for (const token of line.tokens) {
      if (token.type !== "number" || (token.unit !== "人" && token.unit !== "人次" && token.unit !== "名")) continue;
      const written = wholeOf(token);
      if (written === null) continue;
      const before = line.plain.slice(Math.max(0, token.start - 12), token.start);
      const form = names.find((name) => before.endsWith(name));
      const place = placeOf(line.index, token.start, token.end);
      if (form !== undefined) {
        const ledger = accountability.byForm.get(form)?.value ?? 0;
        if (written !== ledger) yield { place, data: { what: form, written, ledger } };
      } else if (token.unit === "人次" && PERSONS_BEFORE.test(before)) {
        // 共追责问责4人、6人次
        const ledger = accountability.personTimes.value;
        if (written !== ledger) yield { place, data: { what: "问责人次", written, ledger } };
      } else if (PERSONS_BEFORE_2.test(before)) {
        const ledger = token.unit === "人次" ? accountability.personTimes.value : accountability.persons.value;
        if (written !== ledger)
          yield { place, data: { what: token.unit === "人次" ? "问责人次" : "问责人数", written, ledger } };
      }
    }
  }
}

export const ledgerAccountability = defineProofRule<PersonsData>({
  alias: "ledger-accountability",
  code: "P804",
  severity: "error",
  name: { zh: "问责人数与台账不符", en: "accountability differs from the ledger" },
  messages: {
    zh: ({ what, written, ledger }) => `${what}通报写${written}，台账是${ledger}。`,
    en: ({ what, written, ledger }) => `${what}: ${written} here, ${ledger} in the ledger.`,
  },
  find: persons,
  page: {
    what: "综述里的问责人数、人次和各处理方式的人数，与问责台账。",
    why: "一人两种处理方式是1人2人次，最容易写错。",
    bad: "通报：问责21人；台账20人、21人次。",
    good: "通报：问责20人（21人次）。",
    todo: "以台账为准改正。",
    en: "Persons, occurrences and forms of accountability against the ledger.",
  },
  ground: GROUND,
});

// --------------------------------------------------------------------------------------------------------------- as-of

type AsOfData = { readonly written: string; readonly ledger: string };

function* asOf(context: ProofContext): Generator<ProofHit<AsOfData>> {
  const { ledger, document } = context;
  // A ledger that states no date and is given none is judged by today: the notice knows better.
  if (!ledger || ledger.reading.asOf.source === "today") return;
  const { date } = ledger.reading.asOf;
  for (const line of context.lines) {
    if ((document.itemOfLine[line.index] ?? -1) >= 0) continue;
    for (const token of line.tokens) {
      if (token.type !== "date" || token.month === null || token.day === null) continue;
      if (!/截[至止](?:到)?\s*$/u.test(line.plain.slice(Math.max(0, token.start - 4), token.start))) continue;
      if (isSameDay(token, date)) continue;
      yield {
        place: placeOf(line.index, token.start, token.end),
        data: { written: token.text, ledger: isoDate(date) },
      };
    }
  }
}

function isSameDay(token: DateToken, date: CivilDate): boolean {
  return token.month === date.month && token.day === date.day && (token.year === null || token.year === date.year);
}

export const ledgerAsOf = defineProofRule<AsOfData>({
  alias: "ledger-as-of",
  code: "P805",
  severity: "error",
  name: { zh: "截至日期与台账不同", en: "as-of date differs from the ledger" },
  messages: {
    zh: ({ written, ledger }) => `通报写截至${written}，台账统计截止${ledger}。`,
    en: ({ written, ledger }) => `As of ${written} here, ${ledger} in the ledger.`,
  },
  find: asOf,
  page: {
    what: "综述“截至某月某日”与台账的统计截止日；台账没有写明统计截止日时不比。",
    why: "数字随日期变，日期不同就不是同一个数。",
    bad: "通报：截至12月20日；台账统计截止12月22日。",
    good: "通报：截至12月22日。",
    todo: "改正日期，或按该日期重新统计。",
    en: "The as-of date of the summary against the ledger's.",
  },
  ground: GROUND,
});

// --------------------------------------------------------------------------------------------------------------- items

type MissingData = { readonly count: number; readonly numbers: string; readonly subject: Subject };

/** Where to tell of what is not there: the announced total, else the last item. */
function totalPlace(context: ProofContext, kind: Kind): Place {
  const group = announcedGroups(context).find((candidate) => candidate.subject === kind);
  if (group) return placeOf(group.line, group.start, group.total.end);
  const items = context.document.items.filter((item) => item.kind === kind);
  return items[items.length - 1]?.problemPlace ?? placeOf(0, 0, 0);
}

function* missing(context: ProofContext): Generator<ProofHit<MissingData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const kind of listedKinds(context)) {
    const { missing: absent } = ledger.matches(kind);
    if (absent.length === 0) continue;
    const numbers = absent.slice(0, 5).map((item) => item.number || item.problem.slice(0, 10));
    yield {
      place: totalPlace(context, kind),
      data: { count: absent.length, numbers: numbers.join("、"), subject: kind },
    };
  }
}

export const ledgerItemMissing = defineProofRule<MissingData>({
  alias: "ledger-item-missing",
  code: "P806",
  severity: "warning",
  name: { zh: "台账有、通报没有的事项", en: "items the notice lacks" },
  messages: {
    zh: ({ count, numbers, subject }) =>
      `台账里有${count}项${SUBJECT_WORDS[subject].zh}通报没有列出：${numbers}${count > 5 ? "等" : ""}。`,
    en: ({ count, numbers, subject }) =>
      `${count} ${SUBJECT_WORDS[subject].en} of the ledger are not in the notice: ${numbers}.`,
  },
  find: missing,
  page: {
    what: "通报逐项列出某类事项时，台账中找不到对应条目的。按问题文字对应，标题与全文的长短不同不算不同。",
    why: "漏列一项，总数就与正文不符。",
    bad: "台账12项，通报列11项。",
    good: "一一对应。",
    todo: "补列；不宜公开的在内部说明。",
    en: "Items of the ledger that the notice doesn't list.",
  },
  ground: GROUND,
});

type ItemData = { readonly number: string; readonly subject: Subject };

function* extra(context: ProofContext): Generator<ProofHit<ItemData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const kind of listedKinds(context))
    for (const item of ledger.matches(kind).extra)
      yield { place: headOf(item.problemPlace), data: { number: item.number, subject: kind } };
}

function headOf(place: Place): Place {
  return placeOf(place.line, place.start, Math.min(place.end, place.start + 40));
}

export const ledgerItemExtra = defineProofRule<ItemData>({
  alias: "ledger-item-extra",
  code: "P807",
  severity: "warning",
  name: { zh: "通报有、台账没有的事项", en: "items the ledger lacks" },
  messages: {
    zh: ({ subject }) => `台账里找不到这一项${SUBJECT_WORDS[subject].zh}，请核对文字或补入台账。`,
    en: () => "The ledger has no such item; check the wording, or add it.",
  },
  find: extra,
  page: {
    what: "通报逐项列出的事项在台账里没有对应条目。",
    why: "没有台账支持的事项，数字也就没有依据。",
    bad: "通报多列一项。",
    good: "一一对应。",
    todo: "核对问题文字，或补入台账。",
    en: "Items of the notice that the ledger doesn't have.",
  },
  ground: GROUND,
});

type StatusData = { readonly number: string; readonly written: Status; readonly ledger: Status };

function* statuses(context: ProofContext): Generator<ProofHit<StatusData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const kind of listedKinds(context)) {
    for (const match of ledger.matches(kind).matches) {
      const told = match.notice.statuses[0];
      if (!told || told.status === match.ledger.status) continue;
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
  ground: GROUND,
});

type TextData = { readonly number: string; readonly ledger: string };

function* texts(context: ProofContext): Generator<ProofHit<TextData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const kind of listedKinds(context)) {
    for (const match of ledger.matches(kind).matches) {
      if (!match.differs) continue;
      yield {
        place: headOf(match.notice.problemPlace),
        data: { number: match.ledger.number, ledger: match.ledger.problem.slice(0, 60) },
      };
    }
  }
}

export const ledgerItemText = defineProofRule<TextData>({
  alias: "ledger-item-text",
  code: "P809",
  severity: "warning",
  name: { zh: "问题表述与台账不同", en: "wording differs from the ledger" },
  messages: {
    zh: ({ number, ledger }) => `与台账${number ? `第${number}项` : ""}文字不同，台账写“${ledger}”。`,
    en: ({ ledger }) => `The ledger words it "${ledger}".`,
  },
  find: texts,
  page: {
    what: "与台账对应的事项，问题文字有出入（不只是详略不同）。",
    why: "问题表述以反馈意见为准，改动一字可能改变意思。",
    bad: "通报：会议制度执行不严；台账：会议制度落实不严。",
    good: "两处一致。",
    todo: "对照反馈意见统一。",
    en: "A problem worded differently than in the ledger.",
  },
  ground: GROUND,
});

type DeadlineData = { readonly written: string; readonly ledger: string };

/** 整改时限：… of an item against the ledger's deadline. */
function* deadlines(context: ProofContext): Generator<ProofHit<DeadlineData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  for (const kind of listedKinds(context)) {
    for (const match of ledger.matches(kind).matches) {
      const deadline = match.ledger.deadline;
      if (deadline.type !== "date") continue;
      for (const label of labelsIn(document.labels, match.notice.firstLine, match.notice.lastLine)) {
        if (label.name !== "deadline") continue;
        const token = document.lines[label.line]?.tokens.find(
          (candidate): candidate is DateToken => candidate.type === "date" && candidate.start >= label.end,
        );
        if (!token || token.year === null || isWithin(token, deadline.date)) continue;
        yield {
          place: placeOf(label.line, token.start, token.end),
          data: { written: token.text, ledger: isoDate(deadline.date) },
        };
      }
    }
  }
}

/** Whether the day lies in what was written: 2025年9月底 holds the 30th, 2025年9月 every day of it. */
function isWithin(token: DateToken, date: CivilDate): boolean {
  if (token.year !== date.year) return false;
  if (token.month === null) return true;
  if (token.month !== date.month) return false;
  return token.day === null || compareDates(earliestDay(token, null) ?? date, date) === 0;
}

export const ledgerItemDeadline = defineProofRule<DeadlineData>({
  alias: "ledger-item-deadline",
  code: "P810",
  severity: "error",
  name: { zh: "整改时限与台账不同", en: "deadline differs from the ledger" },
  messages: {
    zh: ({ written, ledger }) => `通报写${written}，台账时限是${ledger}。`,
    en: ({ written, ledger }) => `${written} here, ${ledger} in the ledger.`,
  },
  find: deadlines,
  page: {
    what: "条目里“整改时限：”所写日期与台账同一事项的时限。",
    why: "两处时限不同，超期无从判断。",
    bad: "通报：整改时限：2025年10月底；台账：2025年9月30日。",
    good: "两处一致。",
    todo: "核实后统一。",
    en: "The deadline told of an item against the ledger's.",
  },
  ground: GROUND,
});

type UnitData = { readonly written: string; readonly ledger: string };

/** 责任单位：… of an item against the ledger's units. */
function* units(context: ProofContext): Generator<ProofHit<UnitData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  for (const kind of listedKinds(context)) {
    for (const match of ledger.matches(kind).matches) {
      const names = new Set(
        match.ledger.rows.flatMap((row) => row.units.units.flatMap((unit) => [unit.name, unit.text])),
      );
      if (names.size === 0) continue;
      for (const label of labelsIn(document.labels, match.notice.firstLine, match.notice.lastLine)) {
        if (label.name !== "unit") continue;
        const line = document.lines[label.line];
        if (!line) continue;
        yield* unitsOfLabel(line.text, label, names);
      }
    }
  }
}

function* unitsOfLabel(text: string, label: Place, names: ReadonlySet<string>): Generator<ProofHit<UnitData>> {
  const stop = /[。；;]/u.exec(text.slice(label.end));
  const end = stop ? label.end + stop.index : text.trimEnd().length;
  let from = label.end;
  for (const part of text.slice(label.end, end).split(/[、，,/]/u)) {
    const name = part.replace(/[（(][^（）()]*[）)]/gu, "").trim();
    if (name !== "" && !names.has(name))
      yield {
        place: placeOf(label.line, from, from + part.length),
        data: { written: name, ledger: [...names].slice(0, 3).join("、") },
      };
    from += part.length + 1;
  }
}

export const ledgerItemUnit = defineProofRule<UnitData>({
  alias: "ledger-item-unit",
  code: "P811",
  severity: "warning",
  name: { zh: "责任单位与台账不同", en: "unit differs from the ledger" },
  messages: {
    zh: ({ written, ledger }) => `台账同一事项没有责任单位“${written}”，台账写的是${ledger}。`,
    en: ({ written, ledger }) => `The ledger doesn't name "${written}" for this item, but ${ledger}.`,
  },
  find: units,
  page: {
    what: "条目里“责任单位：”所写单位与台账同一事项的责任单位。",
    why: "责任单位写错，责任就落空。",
    bad: "通报：责任单位：人事科；台账：财务科。",
    good: "两处一致。",
    todo: "核实后统一。",
    en: "The units told of an item against the ledger's.",
  },
  ground: GROUND,
});

export const LEDGER_RULES = [
  ledgerFigure,
  ledgerRate,
  ledgerDefinition,
  ledgerAccountability,
  ledgerAsOf,
  ledgerItemMissing,
  ledgerItemExtra,
  ledgerItemStatus,
  ledgerItemText,
  ledgerItemDeadline,
  ledgerItemUnit,
];
