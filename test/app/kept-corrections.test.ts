import { countOf, fits, readCorrections, writeCorrections, type KeptCorrections } from "../../src/app/kept-corrections";
import { pasteText } from "../../src/hosts/file/text-draft";
import { edit } from "./draft-edit";

/** The second step stands in places that the first one made. */
const KEPT: KeptCorrections = {
  name: "通报.txt",
  steps: [[edit(0, "签定", "签订了")], [edit(3, "合同", "协议")]],
};

test("what is kept is read as it was written, and counted", () => {
  expect(readCorrections(writeCorrections(KEPT))).toEqual(KEPT);
  expect(countOf(KEPT)).toBe(2);
});

test.each(["", "{", "null", "3", '{"name":"a"}', '{"name":"a","steps":[]}', '{"name":"a","steps":[[{"line":1}]]}'])(
  "%j holds none",
  (text) => expect(readCorrections(text)).toBeNull(),
);

test.each([
  ["通报.txt", "签定合同。", true],
  ["通报.txt", "签定合同。\n另起一段。", true],
  ["通报.txt", "已签定合同。", false],
  ["通报.txt", "签定协议。", false],
  ["另一份.txt", "签定合同。", false],
])("%s with %j: made again is %s", (name, text, made) => expect(fits(KEPT, { ...pasteText(text), name })).toBe(made));
