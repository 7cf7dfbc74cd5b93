import type { Lang } from "../rule";
import type { Definition } from "../tally";

/** 口径 in words: which statuses count as done, and what it is divided by. */
export function definitionText(definition: Definition, lang: Lang): string {
  if (lang === "zh") {
    const done = {
      done: "仅计已完成",
      basic: "已完成含基本完成",
      phased: "已完成含基本完成和阶段性完成",
    }[definition.done];
    const of = definition.denominator === "all" ? "占全部事项（不含不计入的）" : "占截止日前到期的事项";
    return `${done}，${of}`;
  }
  const done = {
    done: "done only",
    basic: "done and basically done",
    phased: "done, basically done and done for this phase",
  }[definition.done];
  return `${done}, of ${definition.denominator === "all" ? "all items except excluded ones" : "items due by the as-of date"}`;
}
