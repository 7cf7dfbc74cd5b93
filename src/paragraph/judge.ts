/**
 * What each figure of a paragraph is. Words decide: a figure becomes a place only where every word around it is understood
 * and points to one figure of the ledger; else it is asked about, or stays as it is written.
 */
import type { Status } from "../ledger";
import type { Subject } from "../notice";
import { reWith } from "../zh/pattern";
import { ITEM_UNITS, OPENING_ACTS, PARTLY_ASIDES, PERSON_UNITS } from "../zh/words/paragraph";
import { facetsOf, scopeOf, splitBetween, type Facets } from "./facets";
import { fitsRate, type Group } from "./groups";
import type { Counted, Lexicon } from "./lexicon";
import { isSubject, lastPlace, metricPlace, ratePlace, restPlace, sharePlace, statusPlace, totalPlace } from "./names";
import type { FigureToken, Piece, PieceFigure, SentencePieces } from "./pieces";
import type { Verdict } from "./types";
import { NOTHING_PENDING, type Pending, type Reading } from "./told";
import { alsoColumns, beside, doubt, fixed, place, valueOf } from "./verdicts";

export interface Judged {
  readonly figure: PieceFigure;
  readonly piece: Piece;
  readonly verdict: Verdict;
  /** The state it counts, where it is one of a breakdown. */
  readonly status: Status | null;
}

const OPENED = reWith("u")`${OPENING_ACTS}`;
const OPEN_STATUSES: readonly Status[] = ["basic", "phased", "partial", "ongoing", "longTerm", "extended"];

/** Judges the figures of a paragraph, sentence by sentence. */
export class Judge {
  private readonly groups: Group[] = [];
  private group: Group | null = null;
  private pending: Pending = NOTHING_PENDING;
  private sentence = -1;
  /** The last count of a state or a whole: what 占 speaks of. */
  private lastCount: { readonly group: Group; readonly status: Status | null } | null = null;

  constructor(
    private readonly lexicon: Lexicon,
    /** Subjects the ledger holds. */
    private readonly held: readonly Subject[],
  ) {}

  judge({ pieces }: SentencePieces): readonly Judged[] {
    this.sentence += 1;
    this.pending = NOTHING_PENDING;
    this.lastCount = null;
    const readings = this.read(pieces);
    const judged: Judged[] = [];
    for (const piece of pieces) {
      if (piece.figures.length === 0) this.pass(piece);
      for (const figure of piece.figures) {
        const reading = readings.get(figure);
        if (reading === undefined) continue;
        this.counted = null;
        judged.push({ figure, piece, verdict: this.verdict(reading), status: this.counted });
      }
    }
    return judged;
  }

  private counted: Status | null = null;

  private read(pieces: readonly Piece[]): ReadonlyMap<PieceFigure, Reading> {
    const beside = new Set<Status>();
    const readings = new Map<PieceFigure, Reading>();
    for (const piece of pieces) {
      this.share(piece);
      for (const figure of piece.figures) {
        const facets = facetsOf(this.lexicon, figure.before, figure.after);
        for (const { status } of facets.statuses) beside.add(status);
        readings.set(figure, { figure, piece, facets, beside });
      }
    }
    return readings;
  }

  /** Gives the words between two figures to the one they belong to. */
  private share({ figures }: Piece): void {
    const [first] = figures;
    const last = figures[figures.length - 1];
    if (first === undefined || last === undefined || figures.length < 2) return;
    const told = (text: string): boolean => facetsOf(this.lexicon, text, "").statuses.length > 0;
    const behind = first.before.trim() === "" && told(last.after);
    for (let index = 1; index < figures.length; index += 1) {
      const [one, next] = [figures[index - 1], figures[index]];
      if (one === undefined || next === undefined) continue;
      const [noun, own] = behind ? [next.before, ""] : splitBetween(this.lexicon, next.before);
      one.after = noun;
      next.before = own;
    }
  }

  /** A piece without a figure may say what the figures behind it are of. */
  private pass(piece: Piece): void {
    const facets = facetsOf(this.lexicon, piece.text, "");
    const subject = facets.subjects.length === 1 ? (facets.subjects[0] ?? null) : null;
    const isName = facets.rest.length === 0;
    this.pending = {
      subject: isName && subject !== null ? subject : this.pending.subject,
      filters: isName && facets.filters.length > 0 ? facets.filters : this.pending.filters,
      foreign: this.pending.foreign || facets.has.has("foreign"),
      scope: scopeOf(piece.text, facets) || this.pending.scope,
    };
  }

  private verdict(reading: Reading): Verdict {
    const { token } = reading.figure;
    const { facets } = reading;
    if (token.approx || (token.type === "number" && token.scale !== 1 && token.unit !== "元"))
      return fixed("approximate");
    if (token.type === "number" && token.rangeTo !== null) return fixed("approximate");
    if (!/^[\d.,，０-９．]+%?％?$/u.test(token.text)) return fixed("numeral");
    if (facets.has.has("foreign") || this.pending.foreign) return this.foreign(reading);
    if (token.type === "percent") return this.rate(reading, token);
    if (token.unit.endsWith("百分点")) return this.points(reading);
    if (PERSON_UNITS.includes(token.unit)) return this.persons(reading, token.unit);
    const speaks = facets.subjects.length > 0 || facets.statuses.length > 0 || facets.metrics.length > 0;
    if (facets.columns.length > 0 && !speaks) return this.column(reading);
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
  private foreign({ facets }: Reading): Verdict {
    const subject = facets.subjects[0] ?? "problem";
    this.open({ subject, filters: [], foreign: true, scope: "", parent: null, total: null });
    return fixed("foreign");
  }

  private open(group: Omit<Group, "sentence" | "told">): Group {
    const made: Group = { ...group, sentence: this.sentence, told: new Map() };
    this.groups.push(made);
    this.group = made;
    return made;
  }

  /** Words that nothing explains: those around the figure, and a scope told before. */
  private unexplained({ facets, piece }: Reading): string {
    const asides = piece.asides.flatMap((text) => {
      const said = facetsOf(this.lexicon, text, "");
      const tells = said.rest.length > 0 || said.statuses.length > 0 || said.filters.length > 0;
      const isWhy = facets.statuses.some(({ status }) => status === "partial") && PARTLY_ASIDES.includes(text.trim());
      return tells && !isWhy ? [text] : [];
    });
    const all = [...facets.rest, ...asides, this.pending.scope].map((text) => text.replace(/◇+/gu, "…"));
    return all.filter((text) => text !== "").join("、");
  }

  // ------------------------------------------------------------------------------------------------ counts of items

  private count(reading: Reading): Verdict {
    const { facets } = reading;
    if (facets.has.has("lastPeriod") || facets.lastMetrics.length > 0) return this.change(reading);
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
  private bare(reading: Reading): Verdict {
    return this.pending.subject === null ? fixed("noMetric") : this.whole(reading);
  }

  /** The subject of a figure that names none: of what is told before, else the only one of the ledger. */
  private subjectFor(facets: Facets): Counted | null {
    const told = this.group?.unsure ? null : (this.group?.subject ?? null);
    const own = facets.subjects[0] ?? this.pending.subject ?? told;
    return own ?? (this.held.length === 1 ? (this.held[0] ?? null) : null);
  }

  private whole(reading: Reading): Verdict {
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
    this.lastCount = { group, status: null };
    if (facets.has.has("all") && piece.figures.length === 1)
      return doubt("wholeInState", [totalPlace(subject, filters)]);
    if (filters.length > 0 && !isSubject(subject)) return doubt("words", [totalPlace(subject, [])], filters.join(""));
    return words === "" ? place(totalPlace(subject, filters)) : doubt("words", [totalPlace(subject, filters)], words);
  }

  /** 办公室2个: of which of the ledger's kinds? */
  private unsure({ facets, figure }: Reading): Verdict {
    const { filters } = facets;
    const [subject] = this.held;
    if (filters.length === 0 || subject === undefined) return fixed("noMetric");
    const total = valueOf(figure.token);
    const group = this.open({ subject, filters, foreign: false, scope: "", parent: null, total, unsure: true });
    this.lastCount = { group, status: null };
    const all = this.held.map((one) => totalPlace(one, filters));
    return doubt("several", all);
  }

  private isAmong({ facets, piece }: Reading): boolean {
    return facets.has.has("among") || piece.bracketed;
  }

  private outermost(): Group | null {
    return this.group?.parent ?? this.group;
  }

  private state(reading: Reading): Verdict {
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
      this.lastCount = { group, status };
      return doubt("wholeInState", [totalPlace(named, filters), statusPlace(named, status, filters)]);
    }
    const owners = this.ownersOf(reading, named, value);
    if (owners === null) {
      const subject = this.subjectFor(facets);
      // 办结信访件1件，在办1件: what follows is told of the same.
      if (named !== null) {
        const { filters } = facets;
        const group = this.open({ subject: named, filters, foreign: false, scope: words, parent: null, total: null });
        this.tell(group, status, value);
      }
      if (subject !== null && isSubject(subject))
        return this.stateOf({ subject, filters: facets.filters }, reading, words);
      const all = this.held.map((one) => this.statePlaces(one, facets.filters, reading)[0] ?? "");
      return all.length === 0 ? fixed("noMetric") : doubt("several", all);
    }
    const [first] = owners;
    if (first === undefined || first.foreign) return fixed("foreign");
    if (!isSubject(first.subject))
      return doubt(
        "several",
        this.held.map((one) => this.statePlaces(one, [], reading)[0] ?? ""),
      );
    this.tell(first, status, value);
    if (first.unsure)
      return doubt(
        "several",
        this.held.flatMap((one) => this.statePlaces(one, first.filters, reading)),
      );
    const whyWords = [words, first.scope].filter((text) => text !== "").join("、");
    if (owners.length > 1) {
      const all = owners.flatMap((one) =>
        isSubject(one.subject) ? this.statePlaces(one.subject, one.filters, reading) : [],
      );
      return doubt("whose", all);
    }
    const filters = Array.from(new Set([...first.filters, ...facets.filters]));
    return this.stateOf({ subject: first.subject, filters }, reading, whyWords);
  }

  private tell(group: Group, status: Status | null, value: number): void {
    group.told.set(status ?? "rest", value);
    this.lastCount = { group, status };
    this.counted = status;
  }

  /** Places that a state of a subject may be, the likeliest first. */
  private statePlaces(subject: Subject, filters: readonly string[], { facets, beside }: Reading): readonly string[] {
    const status = facets.statuses[0]?.status ?? null;
    const metric = facets.metrics[0];
    if (facets.has.has("rest"))
      return status === null
        ? [restPlace(subject, filters)]
        : [statusPlace(subject, status, filters), restPlace(subject, filters)];
    if (metric !== undefined) return [metricPlace(subject, metric, filters)];
    if (status === null) return [];
    const alone = status === "notDone" && !OPEN_STATUSES.some((one) => beside.has(one));
    return alone
      ? [restPlace(subject, filters), statusPlace(subject, status, filters)]
      : [statusPlace(subject, status, filters)];
  }

  private stateOf(
    { subject, filters }: { readonly subject: Subject; readonly filters: readonly string[] },
    reading: Reading,
    words: string,
  ): Verdict {
    const all = this.statePlaces(subject, filters, reading);
    const [first] = all;
    if (first === undefined) return fixed("noMetric");
    if (words !== "") return doubt("words", all, words);
    return all.length > 1 ? doubt("remainder", all) : place(first);
  }

  /**
   * The wholes that a state may belong to: the one just told; beside a part of a whole also the whole, unless the number or
   * what was told before leaves one only. Null where none is told.
   */
  private ownersOf({ piece, facets }: Reading, named: Counted | null, value: number): readonly Group[] | null {
    if (named !== null && this.group?.subject !== named) {
      const other = this.groups.filter((one) => one.subject === named && one.sentence === this.sentence).pop();
      return other === undefined ? null : [other];
    }
    if (this.pending.filters.length > 0 && this.group?.sentence !== this.sentence) return null;
    const { group } = this;
    if (group === null) return null;
    const { parent } = group;
    const first = piece.figures[0];
    const sameWords = first !== undefined && first.token !== undefined && piece.figures.length > 1;
    if (parent === null || facets.filters.length > 0) return [facets.filters.length > 0 ? (parent ?? group) : group];
    if (sameWords) return [group];
    const fits = (one: Group): boolean => one.total === null || value <= one.total;
    if (!fits(group)) return [parent];
    const wholeIsTold = parent.told.size > 0;
    const siblings = this.groups.filter((one) => one.parent === parent && one.sentence === this.sentence);
    const alike = siblings.length > 1 && siblings.slice(0, -1).every((one) => one.told.size > 0);
    if (wholeIsTold || alike || group.told.size > 0 || piece.bracketed) return [group];
    return fits(parent) ? [group, parent] : [group];
  }

  /** 较上月新增完成3个 */
  private change(reading: Reading): Verdict {
    const { facets } = reading;
    const subject = this.subjectFor(facets);
    const [metric] = facets.lastMetrics;
    if (subject === null || !isSubject(subject) || subject === "measures") return fixed("noMetric");
    // 较上月增加1个: of what?
    if (metric === undefined)
      return doubt("several", [lastPlace(subject, "newlyDone", []), lastPlace(subject, "added", [])]);
    const filters = facets.subjects.length > 0 ? facets.filters : [...(this.group?.filters ?? []), ...facets.filters];
    const words = this.unexplained(reading);
    const status = facets.statuses[0]?.status;
    // 较上月新增问题3个 counts items, 较上月新增完成3个 what was done.
    const meant = metric === "added" && status === "done" ? "newlyDone" : metric;
    const name = lastPlace(subject, meant, filters);
    if (this.group?.foreign === true) return fixed("foreign");
    if (!facets.has.has("lastPeriod")) return doubt("words", [name], words === "" ? "新增" : words);
    if (words !== "") return doubt("words", [name], words);
    return meant === "newlyDone" || facets.subjects.length > 0
      ? place(name)
      : doubt("several", [name, lastPlace(subject, "newlyDone", filters)]);
  }

  private points(reading: Reading): Verdict {
    const { facets } = reading;
    const [metric] = facets.lastMetrics;
    const subject = this.subjectFor(facets);
    const isPoints = metric === "pointsUp" || metric === "pointsDown";
    if (facets.has.has("lastPeriod") && isPoints && subject === null)
      return doubt(
        "several",
        this.held.map((one) => lastPlace(one, metric, [])),
      );
    if (!facets.has.has("lastPeriod") || !isPoints || subject === null || !isSubject(subject) || subject === "measures")
      return fixed("noMetric");
    const words = this.unexplained(reading);
    const name = lastPlace(subject, metric, this.group?.subject === subject ? this.group.filters : []);
    return words === "" ? place(name) : doubt("words", [name], words);
  }

  // ----------------------------------------------------------------------------------------- rates, persons, columns

  private rate(reading: Reading, token: FigureToken): Verdict {
    const { facets } = reading;
    const words = this.unexplained(reading);
    if (facets.has.has("lastPeriod")) return fixed("noMetric");
    if (facets.has.has("rate")) return this.rateOf(reading, token, words);
    const isShare = facets.has.has("share") || (reading.figure.before.trim() === "" && this.lastCount !== null);
    if (!isShare || this.lastCount === null) return fixed("noMetric");
    const { group, status } = this.lastCount;
    if (group.foreign) return fixed("foreign");
    if (status === null || !isSubject(group.subject)) return fixed("noMetric");
    const name = sharePlace(group.subject, status, group.filters);
    if (name === null) return fixed("noMetric");
    if (words !== "" || group.scope !== "") return doubt("words", [name], words || group.scope);
    const fits = fitsRate(group, status, valueOf(token), token.decimals);
    return fits === false ? doubt("otherRate", [name]) : place(name);
  }

  private rateOf(reading: Reading, token: FigureToken, words: string): Verdict {
    const { facets } = reading;
    const [named] = facets.subjects;
    const near = this.groups.filter((one) => one.sentence >= this.sentence - 1);
    const mine = near.filter((one) => named === undefined || one.subject === named);
    const current = named === undefined ? this.group : (mine[mine.length - 1] ?? null);
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

  private persons(reading: Reading, unit: string): Verdict {
    const { facets } = reading;
    const words = this.unexplained(reading);
    const about = facets.subjects.includes("accountability") || this.group?.subject === "accountability";
    const [form, second] = facets.forms;
    if (!about && form === undefined) return facets.columns.length > 0 ? this.column(reading) : fixed("noMetric");
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

  private column(reading: Reading): Verdict {
    const { facets } = reading;
    const words = this.unexplained(reading);
    const filters = Array.from(new Set([...this.pending.filters, ...facets.filters])).join("");
    const all = Array.from(new Set(facets.columns.map((one) => `${one.place}${filters}`)));
    if (words !== "") return doubt("words", all, words);
    if (all.length > 1) return doubt("several", all);
    const [only] = all;
    if (only === undefined) return fixed("noMetric");
    // A column of texts that are only there or not: its items are counted, not what the texts list.
    return only.startsWith("个数:") && !only.includes("=") ? doubt("several", all) : place(only);
  }
}
