/**
 * What each figure of a paragraph is. Words decide: a figure becomes a place only where every word around it is understood
 * and points to one figure of the ledger; else it is asked about, or stays as it is written.
 */
import type { Status } from "../ledger";
import type { Subject } from "../notice";
import { reWith } from "../zh/pattern";
import { ITEM_UNITS, OPENING_ACTS, PERSON_UNITS } from "../zh/words/paragraph";
import { facetsOf, scopeOf, type Facets } from "./facets";
import { changeVerdict, pointsVerdict, thenVerdict, type Whose } from "./periods";
import { shareVerdict } from "./shares";
import { columnVerdict, statePlaces } from "./states";
import { alsoCarried, carriedFrom, leavesPart, NOTHING_CARRIED, type Carried, type Scope } from "./carried";
import { fitsRate, ownersOf, wholeBehind, wholeOf, type Group, type Standing } from "./groups";
import type { Counted, ParagraphLexicon } from "./lexicon";
import { isSubject, ratePlace, statusPlace, totalPlace } from "./names";
import { notItsOwn } from "./not-own";
import type { FigureToken, Piece, PieceFigure, SentencePieces } from "./pieces";
import { alsoOfTopic, topicBehind, type Topic } from "./topic";
import type { Verdict } from "./types";
import { NOTHING_PENDING, readFigures, unexplainedIn, type Pending, type FigureReading } from "./told";
import { alsoColumns, beside, doubt, fixed, place, valueOf } from "./verdicts";

export interface Judged {
  readonly figure: PieceFigure;
  readonly piece: Piece;
  readonly verdict: Verdict;
  /** The state it counts, where it is one of a breakdown. */
  readonly status: Status | null;
  /** The count that a share is of: what the count is, its share is of. */
  readonly shareOf: PieceFigure | null;
}

const OPENED = reWith("u")`${OPENING_ACTS}`;

/** Judges the figures of a paragraph, sentence by sentence. */
export class Judge {
  private readonly groups: Group[] = [];
  private group: Group | null = null;
  private pending: Pending = NOTHING_PENDING;
  private sentence = -1;
  /** The last count of a state or a whole: what 占 speaks of. */
  private lastCount: { readonly group: Group; readonly figure: PieceFigure | null } | null = null;
  private carried: Carried = NOTHING_CARRIED;
  private readonly verdicts = new Map<PieceFigure, Verdict>();

  constructor(
    private readonly lexicon: ParagraphLexicon,
    /** Subjects the ledger holds. */
    private readonly held: readonly Subject[],
    /** Those of them whose ledgers hold what a filter names. */
    private readonly holding: (filter: string) => readonly Subject[],
  ) {}

  judge({ pieces }: SentencePieces): readonly Judged[] {
    this.sentence += 1;
    this.pending = NOTHING_PENDING;
    this.lastCount = null;
    this.compares = false;
    this.outside = null;
    this.carried = carriedFrom(this.groups, this.group);
    this.group = wholeBehind(this.groups, this.group);
    const readings = readFigures(this.lexicon, pieces);
    const inOrder = Array.from(readings.values());
    const judged: Judged[] = [];
    let topic: Topic = null;
    for (const piece of pieces) {
      this.enter(piece);
      if (/[；;]/u.test(piece.stop)) topic = null;
      if (piece.figures.length === 0) topic = topicBehind(topic, this.pass(piece));
      for (const figure of piece.figures) {
        const reading = readings.get(figure);
        if (reading === undefined) continue;
        this.leave(figure.before);
        [this.counted, this.shareOf] = [null, null];
        const opened = this.groups.length;
        const read = this.verdict(reading);
        const next = inOrder[inOrder.indexOf(reading) + 1]?.facets;
        const verdict =
          this.groups.length > opened
            ? alsoOfTopic(read, reading, { topic, group: this.group, next })
            : alsoCarried(read, reading, this.standing());
        topic = topicBehind(topic, reading.facets);
        this.verdicts.set(figure, verdict);
        if (reading.facets.subjects.length > 0) this.carried = { ...this.carried, kinds: [] };
        judged.push({ figure, piece, verdict, status: this.counted, shareOf: this.shareOf });
      }
    }
    return judged;
  }

  private counted: Status | null = null;
  private shareOf: PieceFigure | null = null;

  /** 总体看, 全部: of the whole again. */
  private leave(text: string): void {
    if (!leavesPart(text)) return;
    this.group = wholeBehind(this.groups, this.group);
    this.carried = NOTHING_CARRIED;
  }

  /** The sentence tells a rate of the last period. */
  private compares = false;
  /** The whole told before brackets. */
  private outside: Group | null = null;
  private inBrackets = false;

  /** （含立行立改2个） is told in passing: what stands behind the brackets is of what stood before them. */
  private enter({ bracketed }: Piece): void {
    if (bracketed && !this.inBrackets) this.outside = this.group;
    else if (!bracketed && this.inBrackets && this.outside !== null) this.group = this.outside;
    this.inBrackets = bracketed;
  }

  private standing(): Standing & Scope {
    const { group, groups, sentence, carried, pending } = this;
    return { group, groups, sentence, carried, pending };
  }

  private whose(reading: FigureReading): Whose {
    const { group, compares } = this;
    const { filters } = reading.facets;
    return {
      subject: this.subjectFor(reading.facets),
      held: this.holders(filters),
      group,
      words: this.unexplained(reading),
      compares,
    };
  }

  /** Subjects whose ledgers hold all that filters name. */
  private holders(filters: readonly string[]): readonly Subject[] {
    return this.held.filter((subject) => filters.every((filter) => this.holding(filter).includes(subject)));
  }

  /** A piece without a figure may say what the figures behind it are of. */
  private pass(piece: Piece): Facets {
    this.leave(piece.text);
    const facets = facetsOf(this.lexicon, piece.text, "");
    const subject = facets.subjects.length === 1 ? (facets.subjects[0] ?? null) : null;
    const isName = facets.rest.length === 0;
    this.pending = {
      subject: isName && subject !== null ? subject : this.pending.subject,
      statuses: piece.stop === "" && facets.rest.length === 0 ? facets.statuses : [],
      filters: isName && facets.filters.length > 0 ? facets.filters : this.pending.filters,
      foreign: this.pending.foreign || facets.has.has("foreign"),
      scope: scopeOf(piece.text, facets) || this.pending.scope,
    };
    return facets;
  }

  private verdict(reading: FigureReading): Verdict {
    const { token } = reading.figure;
    const { facets } = reading;
    if (token.approx || (token.type === "number" && token.scale !== 1 && token.unit !== "元"))
      return fixed("approximate");
    if (token.type === "number" && token.rangeTo !== null) return fixed("approximate");
    if (!/^[\d.,，０-９．]+%?％?$/u.test(token.text)) return fixed("numeral");
    if (facets.has.has("foreign") || this.pending.foreign) return this.foreign(reading);
    if (facets.has.has("lastEnd") || facets.has.has("lastSpan")) return this.then(reading);
    if (token.type === "percent") return this.rate(reading, token);
    if (token.unit.endsWith("百分点")) return pointsVerdict(reading, this.whose(reading));
    if (PERSON_UNITS.includes(token.unit)) return this.persons(reading, token.unit);
    const others = notItsOwn(reading.figure, reading.piece, facets);
    if (others !== null) return others;
    const speaks = facets.subjects.length > 0 || facets.statuses.length > 0 || facets.metrics.length > 0;
    if (facets.columns.length > 0 && !speaks) return columnVerdict(reading, this.pending, this.unexplained(reading));
    if (reading.figure.ratio === "part") return this.part(reading);
    if (reading.figure.ratio === "whole") return this.ofPart;
    if (!ITEM_UNITS.includes(token.unit)) {
      const isColumn = facets.columns.length > 0;
      return isColumn
        ? doubt(
            "words",
            facets.columns.map((one) => one.place),
            "",
          )
        : fixed("noMetric");
    }
    return alsoColumns(this.count(reading), facets);
  }

  /** What else is told of another inspection in the sentence stays as written, too. */
  private foreign({ facets }: FigureReading): Verdict {
    const subject = facets.subjects[0] ?? "problem";
    this.open({ subject, filters: [], foreign: true, scope: "", parent: null, total: null });
    return fixed("foreign");
  }

  private open(group: Omit<Group, "sentence" | "told">): Group {
    const made: Group = { ...group, sentence: this.sentence, told: new Map() };
    this.groups.push(made);
    this.group = made;
    this.carried = NOTHING_CARRIED;
    return made;
  }

  /** Words that nothing explains: those around the figure, and a scope told before. */
  private unexplained(reading: FigureReading): string {
    return unexplainedIn(this.lexicon, reading, this.pending.scope);
  }

  // ------------------------------------------------------------------------------------------------ counts of items

  private count(reading: FigureReading): Verdict {
    const { facets } = reading;
    if (facets.has.has("lastPeriod") || facets.lastMetrics.length > 0)
      return changeVerdict(reading, this.whose(reading));
    const speaks =
      facets.subjects.length > 0 || facets.statuses.length > 0 || facets.metrics.length > 0 || facets.has.has("rest");
    const scoped = facets.filters.length > 0 || this.pending.subject !== null;
    if (!speaks && (!scoped || facets.rest.length > 0))
      return facets.rest.length > 0 ? fixed("noMetric") : this.bare(reading);
    if (facets.subjects.length > 1) {
      const all = facets.subjects.map((subject) => totalPlace(subject, facets.filters));
      return doubt("several", all);
    }
    const isState = facets.statuses.length > 0 || facets.metrics.length > 0 || facets.has.has("rest");
    return isState ? this.state(reading) : this.whole(reading);
  }

  /** 共23个 behind 反馈问题方面: nothing but a number. */
  private bare(reading: FigureReading): Verdict {
    return this.pending.subject === null ? fixed("noMetric") : this.whole(reading);
  }

  /** The subject of a figure that names none: of what is told before, else the only one of the ledger. */
  private subjectFor(facets: Facets): Counted | null {
    const told = this.group?.unsure ? null : (this.group?.subject ?? null);
    const own = facets.subjects[0] ?? this.pending.subject ?? told;
    const possible = this.holders([...this.pending.filters, ...facets.filters]);
    return own ?? (possible.length === 1 ? (possible[0] ?? null) : null);
  }

  private whole(reading: FigureReading): Verdict {
    const { facets, figure, piece } = reading;
    const subject = this.subjectFor(facets);
    const words = this.unexplained(reading);
    if (subject === null) return this.unsure(reading);
    const own = facets.subjects.length > 0 || this.pending.subject !== null;
    const outer = own && !this.isAmong(reading) ? null : this.outermost();
    const inherited =
      facets.filters.length > 0 && outer?.subject === subject
        ? beside(outer.filters, facets.filters)
        : this.pending.filters;
    const filters = Array.from(new Set([...inherited, ...facets.filters]));
    if (!own && outer !== null && outer.foreign) return fixed("foreign");
    const isPart = outer !== null && outer.subject === subject && inherited.length === outer.filters.length;
    const parent = isPart ? outer : null;
    const group = this.open({ subject, filters, foreign: false, scope: words, parent, total: valueOf(figure.token) });
    this.lastCount = { group, figure: null };
    if (facets.has.has("all") && piece.figures.length === 1)
      return doubt("wholeInState", [totalPlace(subject, filters)]);
    if (filters.length > 0 && !isSubject(subject)) return doubt("words", [totalPlace(subject, [])], filters.join(""));
    return words === "" ? place(totalPlace(subject, filters)) : doubt("words", [totalPlace(subject, filters)], words);
  }

  /** 办公室2个: of which of the ledger's kinds? */
  private unsure({ facets, figure }: FigureReading): Verdict {
    const { filters } = facets;
    const held = this.holders(filters);
    const [subject] = held;
    if (filters.length === 0 || subject === undefined) return fixed("noMetric");
    const total = valueOf(figure.token);
    const group = this.open({ subject, filters, foreign: false, scope: "", parent: null, total, unsure: true });
    this.lastCount = { group, figure: null };
    const all = held.map((one) => totalPlace(one, filters));
    return doubt("several", all);
  }

  private ofPart: Verdict = fixed("noMetric");

  /** 已完成20/23: the state and the whole it is of, which then is told. */
  private part(reading: FigureReading): Verdict {
    const { facets, figure, piece } = reading;
    const whole = piece.figures[piece.figures.indexOf(figure) + 1];
    const statuses = facets.statuses.length > 0 ? facets.statuses : this.pending.statuses;
    const own: FigureReading = { ...reading, facets: { ...facets, statuses } };
    const words = this.unexplained(own);
    const subject = this.subjectFor(facets);
    const filters = Array.from(new Set([...this.pending.filters, ...facets.filters]));
    const subjects = subject === null ? this.holders(filters) : isSubject(subject) ? [subject] : [];
    const states = subjects.map((one) => statePlaces(one, filters, own));
    const wholes = subjects.map((one) => totalPlace(one, filters));
    this.ofPart = fixed("noMetric");
    if (states.every((one) => one.length === 0) || statuses.length > 1) return this.ofPart;
    if (subject === null || !isSubject(subject)) {
      this.ofPart = doubt("several", wholes);
      return doubt("several", states.flat());
    }
    const total = whole === undefined ? null : valueOf(whole.token);
    const group = this.open({ subject, filters, foreign: false, scope: words, parent: null, total });
    this.tell(group, statuses[0]?.status ?? null, figure);
    this.ofPart = words === "" ? place(totalPlace(subject, filters)) : doubt("words", wholes, words);
    return this.stateOf({ subject, filters }, own, words);
  }

  /** 上月底已完成12个, 由上月的60%: a rate told so is of the whole that the rest of the sentence speaks of. */
  private then(reading: FigureReading): Verdict {
    const { facets, figure } = reading;
    const verdict = thenVerdict(reading, this.whose(reading));
    const [subject] = facets.subjects;
    const { filters } = facets;
    const scope = this.unexplained(reading);
    if (subject !== undefined) this.open({ subject, filters, foreign: false, scope, parent: null, total: null });
    if (figure.token.type === "percent" && facets.has.has("rate")) this.compares = true;
    return verdict;
  }

  private isAmong({ facets, piece }: FigureReading): boolean {
    return facets.has.has("among") || piece.bracketed;
  }

  private outermost(): Group | null {
    return this.group?.parent ?? this.group;
  }

  private state(reading: FigureReading): Verdict {
    const { facets, figure } = reading;
    const value = valueOf(figure.token);
    const words = this.unexplained(reading);
    const named = facets.subjects[0] ?? null;
    const status = facets.statuses[0]?.status ?? null;
    if (facets.statuses.length > 1 || (facets.statuses.length > 0 && facets.metrics.length > 0)) {
      const subject = this.subjectFor(facets);
      if (subject === null || !isSubject(subject)) return fixed("noMetric");
      return doubt(
        "several",
        facets.statuses.map((one) => statusPlace(subject, one.status, facets.filters)),
      );
    }
    // 移交的3件信访件已办结: the whole, and all of it done?
    const opens = named !== null && !facets.statusBefore && OPENED.test(figure.before);
    if (named !== null && isSubject(named) && status !== null && (opens || facets.has.has("all"))) {
      const filters = Array.from(new Set([...this.pending.filters, ...facets.filters]));
      const group = this.open({ subject: named, filters, foreign: false, scope: words, parent: null, total: value });
      group.told.set(status, value);
      this.lastCount = { group, figure };
      return doubt("wholeInState", [totalPlace(named, filters), statusPlace(named, status, filters)]);
    }
    const owners = ownersOf(reading, named, this.standing());
    if (owners === null) {
      const subject = this.subjectFor(facets);
      // 办结信访件1件，在办1件: what follows is told of the same.
      if (named !== null) {
        const { filters } = facets;
        const group = this.open({ subject: named, filters, foreign: false, scope: words, parent: null, total: null });
        this.tell(group, status, figure);
      }
      if (subject !== null && isSubject(subject))
        return this.stateOf({ subject, filters: facets.filters }, reading, words);
      const all = this.held.map((one) => statePlaces(one, facets.filters, reading)[0] ?? "");
      return all.length === 0 ? fixed("noMetric") : doubt("several", all);
    }
    const [first] = owners;
    if (first === undefined || first.foreign) return fixed("foreign");
    if (!isSubject(first.subject))
      return doubt(
        "several",
        this.held.map((one) => statePlaces(one, [], reading)[0] ?? ""),
      );
    this.tell(first, status, figure);
    if (first.unsure)
      return doubt(
        "several",
        this.held.flatMap((one) => statePlaces(one, first.filters, reading)),
      );
    const whyWords = [words, first.scope].filter((text) => text !== "").join("、");
    if (owners.length > 1) {
      const all = owners.flatMap((one) =>
        isSubject(one.subject) ? statePlaces(one.subject, one.filters, reading) : [],
      );
      return doubt("whose", all);
    }
    const filters = Array.from(new Set([...first.filters, ...facets.filters]));
    return this.stateOf({ subject: first.subject, filters }, reading, whyWords);
  }

  private tell(group: Group, status: Status | null, figure: PieceFigure): void {
    group.told.set(status ?? "rest", valueOf(figure.token));
    this.lastCount = { group, figure };
    this.counted = status;
  }

  private stateOf(
    { subject, filters }: { readonly subject: Subject; readonly filters: readonly string[] },
    reading: FigureReading,
    words: string,
  ): Verdict {
    const all = statePlaces(subject, filters, reading);
    const [first] = all;
    if (first === undefined) return fixed("noMetric");
    if (words !== "") return doubt("words", all, words);
    return all.length > 1 ? doubt("remainder", all) : place(first);
  }

  // ----------------------------------------------------------------------------------------- rates, persons, columns

  private rate(reading: FigureReading, token: FigureToken): Verdict {
    const { facets } = reading;
    const words = this.unexplained(reading);
    if (facets.has.has("lastPeriod")) return fixed("noMetric");
    const reaches = this.compares && facets.has.has("reached");
    if (facets.has.has("rate") || reaches) return this.rateOf(reading, token, words);
    const isShare = facets.has.has("share") || (reading.figure.before.trim() === "" && this.lastCount !== null);
    if (!isShare || this.lastCount === null) return fixed("noMetric");
    const { group, figure } = this.lastCount;
    const count = figure === null ? undefined : this.verdicts.get(figure);
    const verdict = shareVerdict(token, { group, figure, count, words, isNamed: isShare });
    if (verdict.type !== "fixed") this.shareOf = figure;
    return verdict;
  }

  private rateOf(reading: FigureReading, token: FigureToken, words: string): Verdict {
    const { facets } = reading;
    const [named] = facets.subjects;
    const near = this.groups.filter((one) => one.sentence >= this.sentence - 1 || one === this.group);
    const mine = near.filter((one) => named === undefined || one.subject === named);
    const [last = null] = mine.slice(-1);
    // 具体问题完成率58%，正在整改4个: of the problems, whatever was told before.
    if (named !== undefined && this.group?.subject !== named)
      this.group = last?.sentence === this.sentence ? last : wholeOf(this.groups, last?.subject ?? named);
    const current = named === undefined || this.group?.sentence !== this.sentence ? this.group : last;
    if (current?.foreign === true) return fixed("foreign");
    const subject = current?.subject ?? this.subjectFor(facets);
    if (subject === null)
      return doubt(
        "several",
        this.held.map((each) => ratePlace(each, facets.filters)),
      );
    if (!isSubject(subject)) return fixed("noMetric");
    const nameOf = (one: Group | null): string =>
      ratePlace(
        one !== null && isSubject(one.subject) ? one.subject : subject,
        Array.from(new Set([...(one?.filters ?? []), ...facets.filters])),
      );
    if (words !== "") return doubt("words", [nameOf(current)], words);
    if (current === null)
      return named === undefined && this.held.length > 1
        ? doubt(
            "several",
            this.held.map((one) => ratePlace(one, [])),
          )
        : place(nameOf(null));
    if (current.unsure)
      return doubt(
        "several",
        this.held.map((one) => ratePlace(one, current.filters)),
      );
    if (current.scope !== "") return doubt("words", [nameOf(current)], current.scope);
    const percent = valueOf(token);
    const fitting = mine.filter((one) => !one.foreign && fitsRate(one, "done", percent, token.decimals) === true);
    if (fitting.includes(current) || fitting.length === 1) {
      const other = fitting.filter((one) => one !== current && nameOf(one) !== nameOf(current));
      const chosen = fitting.includes(current) ? current : (fitting[0] ?? current);
      return other.length > 0 && fitting.includes(current) && current.parent !== null
        ? doubt("whose", [nameOf(current), ...other.map(nameOf)])
        : place(nameOf(chosen));
    }
    const told = fitsRate(current, "done", percent, token.decimals);
    if (told === false) return doubt("otherRate", [nameOf(current)]);
    const wholes = Array.from(new Set(mine.map(nameOf)));
    return wholes.length > 1 ? doubt("whose", wholes) : place(nameOf(current));
  }

  private persons(reading: FigureReading, unit: string): Verdict {
    const { facets } = reading;
    const words = this.unexplained(reading);
    const about = facets.subjects.includes("accountability") || this.group?.subject === "accountability";
    const [form, second] = facets.forms;
    if (!about && form === undefined)
      return facets.columns.length > 0
        ? columnVerdict(reading, this.pending, this.unexplained(reading))
        : fixed("noMetric");
    const isTimes = unit === "人次";
    const name = form === undefined ? (isTimes ? "问责.人次" : "问责.人数") : `问责.${form}`;
    if (form === undefined)
      this.open({
        subject: "accountability",
        filters: [],
        foreign: false,
        scope: words,
        parent: null,
        total: valueOf(reading.figure.token),
      });
    if (facets.statuses.length > 0 || facets.filters.length > 0) return doubt("words", [name], words || "…");
    if (words !== "") return doubt("words", [name], words);
    if (second !== undefined || (form !== undefined && isTimes))
      return doubt(
        "several",
        facets.forms.map((one) => `问责.${one}`),
      );
    return about ? place(name) : doubt("words", [name], "");
  }
}
