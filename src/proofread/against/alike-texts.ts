/**
 * Which of many texts is most like another one, by the pairs of neighbouring characters they share. Pairs that few texts have
 * are looked at first: what shares only those that all have (the words of one template) is not even compared, once a text
 * that is closer is known.
 */

/** Texts below this length are too short to be told apart by likeness. */
const SHORTEST = 4;
/** Share of common character pairs from which two texts are versions of one. */
const ALIKE = 0.5;
/** What the same number adds to a likeness. */
const SAME_NUMBER = 0.1;
/** Likeness of a text that is a part of the other. */
const CONTAINED = 2;
/** Different pairs of a text: no problem has as many. */
const MOST_PAIRS = 2000;
/** So many texts are compared one by one. */
const FEW = 32;

interface Numbered {
  readonly key: string;
  readonly number: string;
}

interface Best {
  readonly at: number;
  readonly score: number;
  readonly contained: boolean;
}

const NONE: readonly number[] = [];

export class AlikeTexts {
  /** Pairs by how few texts have them: 0 is the rarest. */
  private readonly ranks = new Map<number, number>();
  /** The ranks of each text, rarest first. */
  private readonly pairs: readonly Uint32Array[];
  /** Texts by rank: those that have the pair, and those whose rarest it is. */
  private readonly having: (readonly number[])[];
  private readonly rarest: number[][];
  private readonly byNumber = new Map<string, number[]>();
  /** The last search that looked at each text. */
  private readonly seen: Uint32Array;
  private searches = 0;
  private readonly taken: Uint8Array;
  /** Pairs that each text has in common with the one looked for; 0 between searches. */
  private readonly counts: Uint16Array;

  constructor(private readonly texts: readonly Numbered[]) {
    const pairs = texts.map(({ key }) => pairsOf(key));
    const counts = new Map<number, number>();
    for (const own of pairs) for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    const rising = [...counts].sort(([, a], [, b]) => a - b);
    rising.forEach(([pair], rank) => this.ranks.set(pair, rank));
    const having: number[][] = rising.map(() => []);
    this.having = having;
    this.rarest = rising.map(() => []);
    this.pairs = pairs.map((own, at) => {
      const ranks = Uint32Array.from(own, (pair) => this.ranks.get(pair) ?? 0).sort();
      for (const rank of ranks) having[rank]?.push(at);
      this.rarest[ranks[0] ?? -1]?.push(at);
      return ranks;
    });
    this.seen = new Uint32Array(texts.length);
    this.taken = new Uint8Array(texts.length);
    this.counts = new Uint16Array(texts.length);
    texts.forEach(({ number }, at) => {
      const list = this.byNumber.get(number);
      if (list) list.push(at);
      else this.byNumber.set(number, [at]);
    });
  }

  /** Takes a text out: it is nobody's nearest any more. */
  take(at: number): void {
    this.taken[at] = 1;
  }

  /**
   * The text most like one, of those not taken: one that holds it or is held in it before others, then by the share of pairs
   * in common, half of them at least; the same number counts for a tenth. Null where none is.
   * @example new AlikeTexts([{ key: "台账登记不全", number: "3" }]).nearest("台账登记不齐", "3")?.at // 0
   */
  nearest(key: string, number: string): Best | null {
    const own = pairsOf(key);
    const known = Uint32Array.from(
      own.flatMap((pair) => this.ranks.get(pair) ?? []),
      (rank) => rank,
    ).sort();
    const search = ++this.searches;
    let best = null as Best | null;
    const look = (at: number): void => {
      if (this.seen[at] === search || this.taken[at] === 1) return;
      this.seen[at] = search;
      const score = this.score(key, own.length, known, number, at);
      if (score < ALIKE) return;
      if (best === null || score > best.score || (score === best.score && this.isBefore(at, best.at, own)))
        best = { at, score, contained: score >= CONTAINED };
    };
    const bestScore = (): number => best?.score ?? ALIKE;
    const sameNumber = number === "" ? NONE : (this.byNumber.get(number) ?? NONE);
    const isFewOfNumber = sameNumber.length <= FEW;
    if (isFewOfNumber) for (const at of sameNumber) look(at);
    // A text that has none of the pairs so far can share only those behind, and hold all of it only where it has the first.
    const isEnough = (at: number): boolean => {
      const left = known.length - at;
      return left < own.length && bestScore() > likeness(left, own.length, left) + (isFewOfNumber ? 0 : SAME_NUMBER);
    };
    // Pairs are counted for all texts that have them, which costs a fraction of comparing text with text. Whichever has most
    // of them is compared, and soon shows how many pairs another one would have to share.
    const { taken, counts } = this;
    const met: number[] = [];
    let most = 0;
    let at = 0;
    for (; at < known.length && !isEnough(at); at++) {
      let top = -1;
      for (const text of this.stillHaving(known[at] ?? -1)) {
        if (taken[text] === 1) continue;
        const count = (counts[text] ?? 0) + 1;
        counts[text] = count;
        if (count === 1) met.push(text);
        if (count > most) {
          most = count;
          top = text;
        }
      }
      if (top >= 0) look(top);
    }
    const likely = (left: number): number[] =>
      met.filter((text) => {
        const theirs = this.pairs[text]?.length ?? 0;
        const common = (counts[text] ?? 0) + left;
        if (common >= Math.min(own.length, theirs)) return true;
        const share = likeness(common, own.length, theirs);
        return share + SAME_NUMBER >= bestScore() && (share >= bestScore() || this.texts[text]?.number === number);
      });
    let near = likely(known.length - at);
    // Where many may come near still, counting on costs less than comparing them.
    if (near.length > FEW) {
      for (let more = at; more < known.length; more++)
        for (const text of this.stillHaving(known[more] ?? -1))
          if ((counts[text] ?? 0) > 0) counts[text] = (counts[text] ?? 0) + 1;
      near = likely(0);
    }
    for (const text of met) counts[text] = 0;
    for (const text of near) look(text);
    // What is a part of it has its own rarest pair in it.
    for (; at < known.length; at++) for (const text of this.rarest[known[at] ?? -1] ?? NONE) look(text);
    return best;
  }

  /** The texts that have a pair; where most of them are taken, those are dropped from the list. */
  private stillHaving(rank: number): readonly number[] {
    const texts = this.having[rank] ?? NONE;
    const one = texts.length >> 1;
    // The middle one and the first stand for all: texts are taken in order, more or less.
    if (texts.length <= FEW || this.taken[texts[0] ?? 0] === 0 || this.taken[texts[one] ?? 0] === 0) return texts;
    const free = texts.filter((text) => this.taken[text] === 0);
    this.having[rank] = free;
    return free;
  }

  private score(key: string, size: number, known: Uint32Array, number: string, at: number): number {
    const theirs = this.pairs[at];
    const text = this.texts[at];
    if (theirs === undefined || text === undefined) return 0;
    const common = countCommon(known, theirs);
    if (common === 0) return 0;
    const isPart = common === Math.min(size, theirs.length) && isContained(key, text.key);
    const share = likeness(common, size, theirs.length);
    if (!isPart && share < ALIKE) return 0;
    return (isPart ? CONTAINED : share) + (number !== "" && text.number === number ? SAME_NUMBER : 0);
  }

  /** Of texts that are equally alike: the one with the earliest pair of the text in it, then the earlier one. */
  private isBefore(a: number, b: number, own: readonly number[]): boolean {
    const [first, second] = [this.firstShared(a, own), this.firstShared(b, own)];
    return first < second || (first === second && a < b);
  }

  private firstShared(at: number, own: readonly number[]): number {
    return own.findIndex((pair) => this.pairs[at]?.includes(this.ranks.get(pair) ?? -1) === true);
  }
}

/** Share of pairs in common, of two texts that have so many. */
function likeness(common: number, a: number, b: number): number {
  return (2 * common) / Math.max(1, a + b);
}

/** The different pairs of a text in the order in which they come first, as numbers. */
function pairsOf(key: string): readonly number[] {
  const pairs = new Set<number>();
  for (let at = 0; at + 2 <= key.length && pairs.size < MOST_PAIRS; at++)
    pairs.add(key.charCodeAt(at) * 0x10000 + key.charCodeAt(at + 1));
  return [...pairs];
}

/** How many numbers two rising lists share. */
function countCommon(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}

/** One text is the beginning or a part of the other: a headline beside the whole description. */
function isContained(a: string, b: string): boolean {
  return (a.length >= SHORTEST && b.includes(a)) || (b.length >= SHORTEST && a.includes(b));
}
