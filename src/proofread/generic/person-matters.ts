/** What names of persons stand beside. */
import { sentenceAt, startingIn, type Line, type NamedPerson, type Sentence } from "../../reading";
import { reWith } from "../../zh/pattern";
import { personNames as words } from "../../zh/words/persons";

export type Matter = "illness" | "discipline" | "complaint";

/** A surname with 某 for the name. */
export function maskOf(person: NamedPerson): string {
  return `${person.surname}某`;
}

/** Answers what sensitive matter a person's sentence is about; each sentence is read once. */
export function matterReader(line: Line): (person: NamedPerson) => Matter | null {
  const known = new Map<number, Matter | null>();
  return (person) => {
    const sentence = sentenceAt(line, person.start);
    if (!sentence) return null;
    const before = known.get(sentence.start);
    if (before !== undefined) return before;
    const matter = matterIn(line, sentence);
    known.set(sentence.start, matter);
    return matter;
  };
}

const MATTER_IN_AFTER = reWith("u")`^${words.matterInAfter}`;

function matterIn(line: Line, sentence: Sentence): Matter | null {
  for (const hit of startingIn(line.hits, sentence.start, sentence.end)) {
    if (hit.topic !== "sensitive") continue;
    // 举报电话, 信访工作 and the post of a person speak of no matter of theirs.
    const after = line.plain.slice(hit.end, hit.end + 4);
    if (hit.value === "complaint" && MATTER_IN_AFTER.test(after)) continue;
    if (hit.value === "illness" || hit.value === "discipline" || hit.value === "complaint") return hit.value;
  }
  return null;
}
