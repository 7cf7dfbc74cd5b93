/** The number of a list that a text starts with. */
import { reWith } from "./pattern";
import { tidy as words } from "./words/item-marks";

/** 一、 （一） 1. 1、 (1) ① at the start; "1.5万元" and "2024年" are no numbers of a list. */
const LEADING_NUMBER = reWith("u")`^${words.leadingNumber}\s*`;

/**
 * Without the number of a list that it starts with; a text that is nothing else stays.
 * @example withoutNumber("（二）制度不健全") // "制度不健全"
 */
export function withoutNumber(text: string): string {
  const rest = text.replace(LEADING_NUMBER, "");
  return rest === "" ? text : rest;
}
