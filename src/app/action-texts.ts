/** What sentences of actions are made of. */
import type { Words } from "../ledger";

/** Counts and names for a sentence. */
export type ActionData = Readonly<Record<string, string | number | boolean>>;

export interface ActionTexts {
  readonly busy: Words;
  readonly done: (data: ActionData) => Words;
  /** A part was done, or less than was asked for: says what not, and why. */
  readonly partial: (data: ActionData) => Words;
  readonly failed: Words;
}

export const say = (zh: string, en: string): Words => ({ zh, en });
export const n = (data: ActionData, name: string): number => (typeof data[name] === "number" ? data[name] : 0);
export const s = (data: ActionData, name: string): string => (typeof data[name] === "string" ? data[name] : "");
export const join = (...parts: readonly (Words | null)[]): Words => ({
  zh: parts.flatMap((part) => (part === null ? [] : [part.zh])).join("，") + "。",
  en: `${parts.flatMap((part) => (part === null ? [] : [part.en])).join("; ")}.`,
});
/** English has two numbers: `many(1, "ledger")` is 1 ledger. */
export const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
export const cells = (count: number): string => many(count, "cell");

/** Where nothing can be done by halves, the sentence of the whole. */
export const whole = (busy: Words, done: (data: ActionData) => Words, failed: Words): ActionTexts => ({
  busy,
  done,
  partial: done,
  failed,
});

/** Drop-downs, put on and taken away. */
export const LISTS: ActionTexts = {
  busy: say("正在更新下拉选项…", "Updating the drop-downs…"),
  done: (data) =>
    data["on"] === true
      ? say(
          `${n(data, "cells")} 个单元格可以下拉选择。`,
          `${cells(n(data, "cells"))} ${n(data, "cells") === 1 ? "offers a" : "offer a"} drop-down.`,
        )
      : say("已去掉全部下拉选项。", "All drop-downs have been removed."),
  partial: (data) =>
    data["on"] === true
      ? join(
          n(data, "cells") === 0
            ? say("没有可以加下拉选项的单元格", "No cell can take a drop-down list")
            : say(`${n(data, "cells")} 个单元格可以下拉选择`, `${cells(n(data, "cells"))} with a drop-down`),
          n(data, "taken") > 0
            ? say(
                `${n(data, "taken")} 个原来设有数据验证，没有改动`,
                `${cells(n(data, "taken"))} with their own data validation, left unchanged`,
              )
            : null,
          lockedCells(data),
        )
      : join(
          say(
            `已去掉 ${n(data, "removed")} 个单元格的下拉选项`,
            `Drop-downs removed from ${cells(n(data, "removed"))}`,
          ),
          lockedCells(data),
        ),
  failed: say("下拉选项没有更新", "The drop-downs were not updated"),
};

function lockedCells(data: ActionData): Words | null {
  const locked = n(data, "locked");
  return locked === 0
    ? null
    : say(`${locked} 个在受保护的工作表里，没有改动`, `${cells(locked)} on protected sheets, left unchanged`);
}
