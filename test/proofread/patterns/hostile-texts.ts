/**
 * Texts that cost an expression much, made from its own syntax tree: long runs of whatever it repeats, behind what comes
 * before that, and without the end that it waits for.
 */
import type { AST } from "@eslint-community/regexpp";
import { charTest, parsed } from "./step-counter";

/** Characters that a class is tried with beside those that it names. */
const COMMON = ["完", "1", "a", "，", "、", "。", "；", "：", " ", "5", "（", "“", "某", "的"];
/** What no expression waits for, and what ends a clause or a sentence. */
const ENDS = ["\u0001", "，", "。", "；完", "）)”》的1"];
const OFTEN = 30;

type CharNode = AST.Character | AST.CharacterClass | AST.CharacterSet;

/** Characters that one may be: some that it names, or common ones that it doesn't refuse. */
function charsOf(node: CharNode, flags: string): readonly string[] {
  const is = charTest(node.raw, flags);
  const fits = (char: string): boolean => is(char.charCodeAt(0));
  const named = [...node.raw].filter(fits);
  return [...new Set([...named.slice(0, 2), ...COMMON.filter(fits).slice(0, 3)])];
}

class Samples {
  readonly texts = new Set<string>();
  private readonly flags: string;

  constructor(
    pattern: RegExp,
    private readonly length: number,
  ) {
    this.flags = pattern.flags.replace(/[gy]/gu, "");
    const { alternatives } = parsed(pattern);
    for (const { elements } of alternatives.slice(0, 4)) this.texts.add(this.long(this.sampleOf(elements)));
    this.repeats(alternatives, "");
  }

  private long(piece: string): string {
    return piece.repeat(Math.ceil(this.length / Math.max(1, piece.length))).slice(0, this.length);
  }

  /** Texts that an element may stand for, a few. */
  private samplesOf(node: AST.Element): readonly string[] {
    switch (node.type) {
      case "Character":
        return [String.fromCodePoint(node.value)];
      case "CharacterClass":
      case "CharacterSet":
        return charsOf(node, this.flags);
      case "Group":
      case "CapturingGroup":
        return node.alternatives.slice(0, 3).map(({ elements }) => this.sampleOf(elements));
      case "Quantifier":
        return this.samplesOf(node.element).map((text) => text.repeat(Math.max(1, node.min)));
      default:
        return [""];
    }
  }

  private sampleOf(elements: readonly AST.Element[]): string {
    return elements.map((element) => this.samplesOf(element)[0] ?? "").join("");
  }

  /** Texts for everything that may be repeated often, behind a text that leads up to it. */
  private repeats(alternatives: readonly AST.Alternative[], lead: string): void {
    for (const { elements } of alternatives)
      elements.forEach((element, at) => {
        const before = lead + this.sampleOf(elements.slice(0, at));
        const inner = element.type === "Quantifier" ? element.element : element;
        if (element.type === "Quantifier" && element.max > OFTEN)
          for (const piece of this.samplesOf(inner)) this.add(before, piece);
        if (inner.type === "Assertion" && "alternatives" in inner) this.repeats(inner.alternatives, before);
        if (inner.type === "Group" || inner.type === "CapturingGroup") this.repeats(inner.alternatives, before);
      });
  }

  private add(before: string, piece: string): void {
    const texts = [
      before + this.long(piece),
      this.long(before + piece),
      this.long(piece) + before,
      this.long(before) + this.long(piece),
    ];
    for (const text of texts) for (const end of ENDS) this.texts.add(text + end);
  }
}

/** Long texts made for an expression; each stays of one kind whatever its length. */
export function hostileTo(pattern: RegExp, length: number): readonly string[] {
  return [...new Samples(pattern, length).texts];
}
