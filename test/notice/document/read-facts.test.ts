/** The form: what is refused, in which words, and what is read. */
import { civilDate } from "../../../src/zh/civil-date";
import { factsExample } from "../../../src/notice/document/facts-example";
import { FACT_EXAMPLES, FACT_GROUPS, FACT_LABELS, NO_FACTS } from "../../../src/notice/document/facts";
import { findPersonal } from "../../../src/notice/document/personal";
import { readFacts } from "../../../src/notice/document/read-facts";

function refusal(input: unknown): string {
  const outcome = readFacts(input);
  if (outcome.ok) throw new Error(`accepted: ${JSON.stringify(input)}`);
  return outcome.problems[0]!.zh;
}

describe("readFacts", () => {
  it("takes the example, whose hints count as open", () => {
    const outcome = readFacts(JSON.parse(factsExample()));
    if (!outcome.ok) throw new Error(outcome.problems[0]!.zh);
    expect(outcome.facts).toMatchObject({ organ: "党组", feedbackDate: civilDate(2025, 6, 10), subject: null });
    expect(outcome.facts.nextSteps).toEqual([]);
    expect(outcome.facts.organisation[0]).toEqual({ heading: "加强组织领导", text: "" });
  });

  it("takes English names, Chinese dates and full-width digits", () => {
    const outcome = readFacts({ organ: "党委", 反馈日期: "２０２５年６月１日", phone: "（0000）2345678转12" });
    expect(outcome).toEqual({
      ok: true,
      facts: { ...NO_FACTS, organ: "党委", feedbackDate: civilDate(2025, 6, 1), phone: "(0000)2345678转12" },
    });
  });

  it.each([
    [{ 联系电话: "13800000000" }, /「联系电话」中有个人手机号码「13800000000」.*请改填办公固定电话/],
    [{ 联系电话: "+86 138-0000-0000" }, /个人手机号码/],
    [{ 联系电话: "１３８００００００００" }, /个人手机号码/],
    [{ 电子邮箱: "13800000000@example.cn" }, /「电子邮箱」中有个人手机号码.*请改用公务邮箱/],
    [{ 下一步打算: "联系甲某 13800000000" }, /「下一步打算」中有个人手机号码.*请删去/],
    [{ 组织整改情况: [{ 标题: "分工", 正文: "身份证110101199001011234" }] }, /身份证号码/],
    [
      { 联系电话: "办公室" },
      /应是办公固定电话（.*），几个号码用顿号隔开，现在是「办公室」；例如 联系电话：0000-2345678/,
    ],
    [{ 党组织: "党支委" }, /只能是党组、党委.*请按本单位实际填写/],
    [{ 成文日期: "2025-02-30" }, /「成文日期」应是一个日期/],
    [{ 公示开始日期: "2025-12-15", 公示结束日期: "2025-12-01" }, /「公示开始日期」晚于「公示结束日期」/],
    [{ 单位: "某局" }, /没有「单位」一项；是否指「单位.称」/],
    [{ 邮政编码: "12345" }, /应是6位数字/],
    [{ 电子邮箱: "a@b" }, /应是电子邮箱地址/],
    [[], /不是通报要素/],
    [{ __proto__: null, constructor: "x" }, /没有「constructor」一项/],
  ])("refuses %j", (input, sentence) => {
    expect(refusal(input)).toMatch(sentence);
  });

  it("takes several telephone numbers, and refuses a mobile one among them", () => {
    expect(readFacts({ phone: "0000-2345678、0000-2345679" })).toMatchObject({
      ok: true,
      facts: { phone: "0000-2345678、0000-2345679" },
    });
    expect(refusal({ 联系电话: "0000-2345678、13800000000" })).toMatch(/手机/);
  });

  it.each(["1234567", "00001234567", "000-123456", "0138-13800000000"])("refuses the telephone %s", (phone) => {
    expect(readFacts({ phone })).toMatchObject({ ok: false });
  });

  it("says what is wrong in words, not in JSON", () => {
    for (const input of [{ 单位全称: 3 }, { 联系电话: "办公室" }, { 成文日期: "某天" }, { 组织整改情况: 1 }])
      expect(refusal(input)).not.toMatch(/["{}[\]]/);
  });

  it.each([
    "0000-2345678",
    "00002345678",
    "2345678",
    "400-800-1234",
    "12345",
    "0377-65033066-801",
    "0000-1234567",
    "（000）12345678转8",
  ])("takes %s", (phone) => {
    expect(readFacts({ phone })).toMatchObject({ ok: true });
  });
});

describe("findPersonal", () => {
  it.each([
    ["手机138 0000 0000转", "mobile"],
    ["+8613800000000", "mobile"],
    ["110101199001011234", "identity"],
    ["11010119900101123X", "identity"],
  ])("finds %s", (text, what) => {
    expect(findPersonal(text)?.what).toBe(what);
  });

  it.each([
    "0377-65033066",
    "金额138000000000元",
    "1.84万元",
    "账号6222021234567890123",
    "2025-06-10",
    "第13号至第80号",
  ])("leaves %s", (text) => {
    expect(findPersonal(text)).toBeNull();
  });

  it("gets through long cells", () => {
    expect(findPersonal("1 ".repeat(50_000))).toEqual(findPersonal("1 "));
    expect(() => findPersonal("1".repeat(100_000))).not.toThrow();
  });
});

it("asks a few first, the rest by part of the notice; each once and with an example", () => {
  expect(FACT_GROUPS[0]?.facts.length).toBeLessThanOrEqual(6);
  const asked = FACT_GROUPS.flatMap(({ facts }) => facts);
  expect([...asked].sort()).toEqual(Object.keys(FACT_LABELS).sort());
  for (const fact of asked) expect(FACT_EXAMPLES[fact]).toMatch(/./);
});
