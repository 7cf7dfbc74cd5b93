import { formFromFile, formInput, readFormInput } from "../../../src/panes/notice/form-input";
import { factsExample } from "../../../src/notice/document/facts-example";
import { NO_FACTS } from "../../../src/notice/document/facts";

test("an empty form holds no facts and has no problem", () => {
  expect(readFormInput({})).toEqual({ facts: NO_FACTS, problems: new Map() });
  expect(readFormInput({ unit: "  ", phone: "" }).facts).toEqual(NO_FACTS);
});

test("a problem is told at its field, everything else counts", () => {
  const { facts, problems } = readFormInput({
    unit: "某县某局",
    organ: "党支部委",
    phone: "13812345678",
    round: "第四轮",
  });
  expect(facts).toMatchObject({ unit: "某县某局", organ: null, phone: null, round: "第四轮" });
  expect([...problems.keys()].sort()).toEqual(["organ", "phone"]);
});

test("both ends of a period that runs backwards are told one at a time", () => {
  const { facts, problems } = readFormInput({ inspectedFrom: "2025-05-09", inspectedTo: "2025-03-03" });
  expect(problems.size).toBe(1);
  expect([facts.inspectedFrom, facts.inspectedTo].filter((date) => date === null)).toHaveLength(1);
});

test("a line is a paragraph, a heading stands before a bar", () => {
  const { facts } = readFormInput({ organisation: "加强领导｜成立专班。\n\n分解任务|逐条落实。\n召开会议。" });
  expect(facts.organisation).toEqual([
    { heading: "加强领导", text: "成立专班。" },
    { heading: "分解任务", text: "逐条落实。" },
    { heading: null, text: "召开会议。" },
  ]);
});

test("a facts file fills the form, and the form gives the same facts again", () => {
  const read = formFromFile(factsExample());
  if (!("form" in read)) throw new Error("not read");
  const { facts, problems } = readFormInput(read.form);
  expect(problems.size).toBe(0);
  expect(facts.organisation).toHaveLength(2);
  const again = formFromFile(JSON.stringify(formInput(read.form)));
  expect(again).toEqual(read);
});

test("what is no facts file is refused with its reason", () => {
  expect(formFromFile("{")).toEqual({ problem: null });
  expect(formFromFile('{"联系电话":"13812345678"}')).toMatchObject({ problem: { fact: "phone" } });
  expect(formFromFile('{"__proto__":1}')).toMatchObject({ problem: { fact: null } });
});
