/** Form of texts taken from cells: leading numbers off, quotes nested, stops where they belong. Words are never changed. */
import { trimText } from "../../ledger/text";

/** 一、 （一） 1. 1、 (1) ① at the start; "1.5万元" and "2024年" are no numbers of a list. */
const LEADING_NUMBER =
  /^(?:[一二三四五六七八九十]{1,4}[、.．]|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}(?:[、．]|\.(?!\d))|[\u2460-\u2473])\s*/u;
const FINAL_STOPS = "。；;，,、：:．.";
/** What may end a paragraph. */
const CLOSERS = "。！？!?…；;”’）)》】";

/**
 * Without the number of a list that it starts with; the notice has its own numbers.
 * @example withoutNumber("（二）制度不健全") // "制度不健全"
 */
export function withoutNumber(text: string): string {
  const rest = text.replace(LEADING_NUMBER, "");
  return rest === "" ? text : rest;
}

/** Without stops at the end, for headings and quotations. */
export function withoutStop(text: string): string {
  let end = text.length;
  while (end > 0 && FINAL_STOPS.includes(text.charAt(end - 1))) end--;
  return end === 0 ? text : trimText(text.slice(0, end));
}

/** Whether a full stop has to follow. */
export function needsStop(text: string): boolean {
  return text !== "" && !CLOSERS.includes(text.charAt(text.length - 1));
}

/**
 * Quotes inside quotes (GB/T 15834—2011, 4.8.3.4): double ones become single.
 * @example innerQuotes("落实“三重一大”不到位") // "落实‘三重一大’不到位"
 */
export function innerQuotes(text: string): string {
  return text.replaceAll("“", "‘").replaceAll("”", "’");
}

/** One line: line breaks inside a heading go. */
export function oneLine(text: string): string {
  return text.includes("\n") || text.includes("\r")
    ? text
        .split(/[\r\n]+/u)
        .map(trimText)
        .join("")
    : text;
}

/** The paragraphs of a cell, empty lines dropped. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/[\r\n]+/u)
    .map(trimText)
    .filter((part) => part !== "");
}
