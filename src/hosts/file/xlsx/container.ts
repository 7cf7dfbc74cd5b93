/**
 * Adding children to a list element and taking them out again so that the list's own text is what it was. A list that
 * was empty in the original needs a sign of how it was written, kept in blanks that mean nothing to any reader:
 *
 *     (absent)          →  <list>OURS</list>
 *     <list/>           →  <list> OURS</list>      one blank
 *     <list>…</list>    →  <list>…\tOURS</list>    a tab, where … holds no element
 *     <list><a/></list> →  <list><a/>OURS</list>
 *
 * A `count` attribute follows the children.
 */
import { attributePlace, setAttribute, type Element } from "./outline";
import type { Splice } from "./splice";

/** Adds `ours` (`added` elements) at the end of a list. */
export function appendTo(text: string, list: Element, ours: string, added: number): Splice[] {
  if (list.selfClosing) {
    const tag = text.slice(list.start, list.contentStart);
    const open = changeCount(tag.slice(0, -2), added);
    const name = `${list.prefix}${list.local}`;
    return [{ at: list.start, remove: tag.length, insert: `${open}> ${ours}</${name}>` }];
  }
  const sign = list.children.length === 0 ? "\t" : "";
  return [...countSplices(text, list, added), { at: list.contentEnd, remove: 0, insert: sign + ours }];
}

/**
 * Takes children out of a list.
 * @returns the splices, and whether the list is gone as a whole (it wasn't there before us)
 */
export function removeFrom(
  text: string,
  list: Element,
  ours: readonly Element[],
): { splices: Splice[]; gone: boolean } {
  if (ours.length === 0) return { splices: [], gone: false };
  const cuts = ours.map((element) => ({ at: element.start, remove: element.end - element.start, insert: "" }));
  if (ours.length === list.children.length) {
    let rest = "";
    let at = list.contentStart;
    for (const cut of cuts) {
      rest += text.slice(at, cut.at);
      at = cut.at + cut.remove;
    }
    rest += text.slice(at, list.contentEnd);
    const tag = changeCount(text.slice(list.start, list.contentStart - 1), -ours.length);
    const whole = (insert: string): Splice => ({ at: list.start, remove: list.end - list.start, insert });
    if (rest === "") return { splices: [whole("")], gone: true };
    if (rest === " ") return { splices: [whole(`${tag}/>`)], gone: false };
    if (rest.endsWith("\t")) {
      return { splices: [whole(`${tag}>${rest.slice(0, -1)}${text.slice(list.contentEnd, list.end)}`)], gone: false };
    }
  }
  return { splices: [...countSplices(text, list, -ours.length), ...cuts], gone: false };
}

/** An open tag, without its end, with another count; a tag without one, or with an odd one, stays as it is. */
function changeCount(tag: string, difference: number): string {
  const place = attributePlace(tag, "count");
  const count = place && changedCount(tag.slice(place.valueFrom, place.to - 1), difference);
  return place && count != null ? tag.slice(0, place.valueFrom) + count + tag.slice(place.to - 1) : tag;
}

function countSplices(text: string, list: Element, difference: number): Splice[] {
  const count = changedCount(list.attributes.get("count") ?? "", difference);
  return count === null ? [] : [setAttribute(text, list, "count", count)];
}

/** Only what is spelled as we would spell it: so that the number there and back is the same text. */
function changedCount(count: string, difference: number): string | null {
  return /^(?:0|[1-9]\d{0,8})$/.test(count) ? String(Math.max(0, Number(count) + difference)) : null;
}
