/** The surroundings of a word in a text: clause and sentence, within a bounded distance. */

export interface Surroundings {
  /** The word itself. */
  readonly word: string;
  /** From the beginning of the clause to the word. */
  readonly before: string;
  /** From behind the word to the end of the clause. */
  readonly after: string;
  /** From behind the word to the end of the sentence. */
  readonly rest: string;
  /** The clause before this one, where it belongs to the same sentence. */
  readonly previous: string;
  /** Positions of the clause in the text. */
  readonly start: number;
  readonly end: number;
}

const CLAUSE_REACH = 80;
const SENTENCE_REACH = 160;

/** Marks that end a clause. */
function endsClause(code: number): boolean {
  switch (code) {
    case 0xff0c: // ，
    case 0x2c: // ,
    case 0xff1a: // ：
    case 0x3a: // :
      return true;
    default:
      return endsSentence(code);
  }
}

/** Marks that end a sentence or a member of an enumeration. */
function endsSentence(code: number): boolean {
  switch (code) {
    case 0x3002: // 。
    case 0xff1b: // ；
    case 0x3b: // ;
    case 0xff01: // ！
    case 0x21: // !
    case 0xff1f: // ？
    case 0x3f: // ?
    case 0x0a:
    case 0x0d:
      return true;
    default:
      return false;
  }
}

/** Cuts out the surroundings of the word at `at`. Costs a bounded number of characters. */
export function surround(text: string, at: number, word: string): Surroundings {
  const wordEnd = at + word.length;
  const start = beginOfClause(text, at, CLAUSE_REACH);
  let end = wordEnd;
  const clauseLimit = Math.min(text.length, wordEnd + CLAUSE_REACH);
  while (end < clauseLimit && !endsClause(text.charCodeAt(end))) end++;
  let stop = end;
  const sentenceLimit = Math.min(text.length, wordEnd + SENTENCE_REACH);
  while (stop < sentenceLimit && !endsSentence(text.charCodeAt(stop))) stop++;
  const comma = start - 1;
  const joined = comma > 0 && endsClause(text.charCodeAt(comma)) && !endsSentence(text.charCodeAt(comma));
  return {
    word,
    before: text.slice(start, at),
    after: text.slice(wordEnd, end),
    rest: text.slice(wordEnd, stop),
    previous: joined ? text.slice(beginOfClause(text, comma, CLAUSE_REACH), comma) : "",
    start,
    end,
  };
}

function beginOfClause(text: string, at: number, reach: number): number {
  let start = at;
  const limit = Math.max(0, at - reach);
  while (start > limit && !endsClause(text.charCodeAt(start - 1))) start--;
  return start;
}
