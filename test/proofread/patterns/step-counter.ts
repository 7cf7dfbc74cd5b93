/**
 * How many steps a backtracking matcher takes for an expression on a text: one for each character or place that it looks at.
 * Counted by a plain matcher over the syntax tree, because a count is the same on every machine, and a time is not.
 */
import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** What is tried next, from a place of the text on. */
type Next = (at: number) => boolean;
type Matcher = (at: number, next: Next) => boolean;

class TooMany extends Error {}

/** An expression made ready for counting. */
export class StepCounter {
  private text = "";
  private steps = 0;
  private most = 0;
  private readonly captures = new Map<AST.CapturingGroup, readonly [number, number]>();
  private readonly root: Matcher;
  private readonly sticky: boolean;
  private readonly flags: string;
  private readonly multiline: boolean;

  constructor(pattern: RegExp) {
    const { alternatives } = parsed(pattern);
    this.flags = pattern.flags.replace(/[gy]/gu, "");
    this.sticky = pattern.sticky;
    this.multiline = pattern.multiline;
    this.root = this.oneOf(alternatives, 1);
  }

  /**
   * Steps to find every match of a text, one behind the other.
   * @param most where it gives up
   * @returns `Infinity` for more than `most`
   */
  count(text: string, most: number): number {
    this.text = text;
    this.steps = 0;
    this.most = most;
    let end = -1;
    const take: Next = (at) => {
      end = at;
      return true;
    };
    try {
      for (let at = 0; at <= text.length;) {
        this.step();
        if (this.root(at, take)) at = end > at ? end : at + 1;
        else if (this.sticky) break;
        else at++;
      }
    } catch (error) {
      if (error instanceof TooMany || error instanceof RangeError) return Infinity;
      throw error;
    }
    return this.steps;
  }

  private step(): void {
    if (++this.steps > this.most) throw new TooMany();
  }

  private oneOf(alternatives: readonly AST.Alternative[], way: 1 | -1): Matcher {
    const all = alternatives.map(({ elements }) => this.sequence(elements, way));
    const [only] = all;
    if (all.length === 1 && only) return only;
    return (at, next) => all.some((one) => one(at, next));
  }

  private sequence(elements: readonly AST.Element[], way: 1 | -1): Matcher {
    const all = elements.map((element) => this.element(element, way));
    if (way < 0) all.reverse();
    return all.reduceRight<Matcher>(
      (rest, one) => (at, next) => one(at, (to) => rest(to, next)),
      (at, next) => next(at),
    );
  }

  private element(element: AST.Element, way: 1 | -1): Matcher {
    switch (element.type) {
      case "Character":
      case "CharacterClass":
      case "CharacterSet":
      case "ExpressionCharacterClass":
        return this.character(element, way);
      case "Group":
        return this.oneOf(element.alternatives, way);
      case "CapturingGroup":
        return this.capture(element, way);
      case "Assertion":
        return this.assertion(element);
      case "Quantifier":
        return this.quantifier(element, way);
      case "Backreference":
        return this.backreference(element);
    }
  }

  private character(node: { readonly raw: string }, way: 1 | -1): Matcher {
    const is = charTest(node.raw, this.flags);
    return (at, next) => this.isAt(is, at, way) && next(at + way);
  }

  private isAt(is: (code: number) => boolean, at: number, way: 1 | -1): boolean {
    this.step();
    const place = way > 0 ? at : at - 1;
    return place >= 0 && place < this.text.length && is(this.text.charCodeAt(place));
  }

  private capture(node: AST.CapturingGroup, way: 1 | -1): Matcher {
    const inner = this.oneOf(node.alternatives, way);
    return (at, next) =>
      inner(at, (to) => {
        const before = this.captures.get(node);
        this.captures.set(node, way > 0 ? [at, to] : [to, at]);
        if (next(to)) return true;
        if (before) this.captures.set(node, before);
        else this.captures.delete(node);
        return false;
      });
  }

  private assertion(node: AST.Assertion): Matcher {
    if (node.kind === "lookahead" || node.kind === "lookbehind") {
      const inner = this.oneOf(node.alternatives, node.kind === "lookahead" ? 1 : -1);
      return (at, next) => inner(at, () => true) !== node.negate && next(at);
    }
    return (at, next) => {
      this.step();
      return this.holds(node, at) && next(at);
    };
  }

  private holds(node: AST.EdgeAssertion | AST.WordBoundaryAssertion, at: number): boolean {
    const { text } = this;
    if (node.kind === "start") return at === 0 || (this.multiline && text[at - 1] === "\n");
    if (node.kind === "end") return at === text.length || (this.multiline && text[at] === "\n");
    const isWord = (place: number): boolean => /\w/u.test(text.charAt(place));
    return (isWord(at - 1) !== isWord(at)) !== (node.kind === "word" && node.negate);
  }

  private quantifier(node: AST.Quantifier, way: 1 | -1): Matcher {
    const { element, min, max, greedy } = node;
    if (element.type === "Character" || element.type === "CharacterClass" || element.type === "CharacterSet")
      return this.run(charTest(element.raw, this.flags), node, way);
    const inner = this.element(element, way);
    const again = (done: number, at: number, next: Next): boolean => {
      const once = (): boolean =>
        done < max && inner(at, (to) => (to === at && done >= min ? false : again(done + 1, to, next)));
      const enough = (): boolean => done >= min && next(at);
      return greedy ? once() || enough() : enough() || once();
    };
    return (at, next) => again(0, at, next);
  }

  /** Many of one character, without a call for each. */
  private run(is: (code: number) => boolean, { min, max, greedy }: AST.Quantifier, way: 1 | -1): Matcher {
    return (from, next) => {
      let at = from;
      let done = 0;
      const most = greedy ? max : min;
      while (done < most && this.isAt(is, at, way)) {
        at += way;
        done++;
      }
      if (done < min) return false;
      if (greedy) {
        for (; done >= min; done--, at -= way) {
          this.step();
          if (next(at)) return true;
        }
        return false;
      }
      for (;;) {
        if (next(at)) return true;
        if (done >= max || !this.isAt(is, at, way)) return false;
        at += way;
        done++;
      }
    };
  }

  private backreference({ resolved }: AST.Backreference): Matcher {
    return (at, next) => {
      this.step();
      const group = [resolved].flat()[0];
      const told = group ? this.captures.get(group) : undefined;
      const word = told ? this.text.slice(told[0], told[1]) : "";
      return this.text.startsWith(word, at) && next(at + word.length);
    };
  }
}

/** The syntax tree of an expression. */
export function parsed(pattern: RegExp): AST.Pattern {
  return new RegExpParser().parsePattern(pattern.source, 0, undefined, { unicode: pattern.unicode });
}

/** Whether a character is one that a piece of an expression stands for; each is asked of the real engine once. */
export function charTest(raw: string, flags: string): (code: number) => boolean {
  const one = new RegExp(`^${raw}$`, flags);
  const known = new Map<number, boolean>();
  return (code) => {
    let is = known.get(code);
    if (is === undefined) {
      is = one.test(String.fromCharCode(code));
      known.set(code, is);
    }
    return is;
  };
}
