import { statusOfSentence, statusOfWords } from "../../src/zh/status-sentence";

test.each([
  ["此项问题部分已整改，需要长期推进。", "partial"],
  ["立行立改，已完成", "done"],
  ["完成", "done"],
  ["未完成，正在推进。", "ongoing"],
  // What was done, and how, are no status.
  ["已完成制度修订。", null],
  ["按计划推进。", null],
])("a sentence %s", (text, status) => expect(statusOfSentence(text)).toBe(status));

test.each([
  ["其中未完成整改的", "notDone"],
  ["阶段性完成", "phased"],
  ["共有信访件", null],
])("words %s", (text, status) => expect(statusOfWords(text)).toBe(status));
