/**
 * True paragraphs of every form of claim are silent. Of single changed numbers at least 85 in a hundred are found, and each
 * that is not is right under a reading with a name.
 */
import fc from "fast-check";
import { proofread } from "../../src/proofread";
import { EXPLANATIONS } from "../../src/proofread/claims/explain";
import { paragraphsOf, readNotice } from "../../src/reading";

/** A text with its numbers taken out: pieces[0] n[0] pieces[1] n[1] …; 12.5 is a number too. */
interface Told {
  readonly pieces: readonly string[];
  readonly numbers: readonly number[];
}

const told = (pieces: TemplateStringsArray, ...numbers: readonly number[]): Told => ({ pieces: [...pieces], numbers });
const textOf = ({ pieces }: Told, numbers: readonly number[]): string =>
  pieces.map((piece, at) => piece + (numbers[at] ?? "")).join("");
const rate = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;

/** Forms of claims; a, b and c are from 11 to 60. */
const FORMS: Readonly<Record<string, (a: number, b: number, c: number) => Told>> = {
  states: (a, b) => told`共反馈问题${a + b}个，已完成整改${a}个，正在整改${b}个。`,
  bracket: (a, b) => told`排查隐患${a + b}处（已整改${a}处、未整改${b}处）。`,
  kinds: (a, b, c) => told`共受理投诉${a + b + c}件，其中消费类${a}件、服务类${b}件、价格类${c}件。`,
  total: (a, b, c) => told`开展夜查${a}次、抽查${b}次、联合检查${c}次，合计${a + b + c}次。`,
  rest: (a, b) => told`交办信访件${a + b}件，已办结${a}件，其余${b}件正在办理。`,
  rate: (a, b) => told`应整改问题${a + b}个，已完成整改${a}个，整改率${rate(a, a + b)}%。`,
  rateFirst: (a, b) => told`合格率${rate(a, a + b)}%，抽检${a + b}批次，合格${a}批次。`,
  bothSides: (a, b) => told`抽检合格${a}批次、不合格${b}批次，合格率为${rate(a, a + b)}%。`,
  undone: (a, b) => told`应签责任书${a + b}份，未签${b}份，签订率${rate(a, a + b)}%。`,
  share: (a, b) => told`全年受理诉求${a + b}件，其中物业类${a}件，占${rate(a, a + b)}%。`,
  change: (a, b) => told`重复信访由去年的${a + b}件减少到${a}件，减少${b}件。`,
  fall: (a, b) => told`未整改问题由${a + b}个降至${a}个，下降${rate(b, a + b)}%。`,
  points: (a) => told`整改率由${a}%提高到${a + 12}%，提高${12}个百分点。`,
  average: (a, b) => told`${a}个社区共调解纠纷${a * b}件，平均每个社区${b}件。`,
  money: (a, b) => told`违规资金共${a + b}万元，已追回${a}万元，未追回${b}万元。`,
  respective: (a, b, c) => told`甲、乙、丙三镇分别完成${a}户、${b}户、${c}户，共完成${a + b + c}户。`,
  second: (a, b) => told`发现隐患${a + b}处，已整改${a}处、正在整改${b}处；按责任分，机关${b}处、下属单位${a}处。`,
  nested: (a, b, c) =>
    told`反馈问题${a + b + c}个，已完成${a + b}个，其中立行立改${a}个、限期整改${b}个；未完成${c}个。`,
  unknownState: (a, b, c) => told`收到信访事项${a + b + c}件，办结${a}件，正在办理${b}件，不予受理${c}件。`,
  due: (a, b, c) =>
    told`反馈问题${a + b + c}个，截至目前应完成${a + b}个，已完成${a}个，到期问题完成率${rate(a, a + b)}%。`,
  totalRate: (a, b, c) =>
    told`首批反馈问题${a + b}个，已整改${a}个；第二批反馈问题${a + c}个，已整改${a}个，总体整改率${rate(a + a, a + b + a + c)}%。`,
  negative: (a, b) => told`抽检样品${a + b}批次，合格${a}批次，不合格率${rate(b, a + b)}%。`,
  together: (a, b, c) =>
    told`查处问题${a + b + c}起，其中违规吃喝${a}起、违规收礼${b}起，两类问题占总数的${rate(a + b, a + b + c)}%。`,
  again: (a, b) => told`梳理问题${a + b}个，已整改${a}个，未整改${b}个，针对未整改的${b}个问题逐一明确时限。`,
  verbTotal: (a, b) => told`甲村清收欠款${a}万元，乙村清收欠款${b}万元，两村合计清收欠款${a + b}万元。`,
  overLines: (a, b, c) =>
    told`共检查企业${a + b + c}家。\n其中：\n工业企业${a}家；\n商贸企业${b}家；\n餐饮企业${c}家。`,
  overSentences: (a, b) => told`巡察组共反馈问题${a + b}个。目前已完成整改${a}个。其余${b}个正在整改。`,
  other: (a, b, c) => told`受理投诉${a + b + c}件，办结${a}件，正在办理${b}件，另有${c}件转其他部门处理。`,
  allButSome: (a, b) => told`列入台账的${a + b}项任务，除${b}项正在推进外，其余${a}项均已办结。`,
};

const changed = ({ numbers }: Told, at: number, by: number): readonly number[] =>
  numbers.map((value, index) => (index === at ? Math.round((value + by) * 10) / 10 : value));

const rulesOf = (text: string): readonly string[] =>
  proofread(text.split("\n"), {})
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ rule }) => rule)
    .filter((rule) => !["title-missing", "sign-off-missing", "summary-missing", "count-unsupported"].includes(rule));

/** Names of the readings that make a text right after all. */
function readingsOf(text: string): readonly string[] {
  return paragraphsOf(readNotice(text.split("\n")).lines).flatMap((paragraph) =>
    paragraph.breakdowns.flatMap((run) =>
      run.wholes.flatMap((whole) =>
        EXPLANATIONS.filter(({ holds }) => holds(run, whole, paragraph)).map(({ name }) => name),
      ),
    ),
  );
}

const ROUNDED = "an average rounded up or down";
const LARGER = "a larger whole that nothing divides";
const NAMES: ReadonlySet<string> = new Set([...EXPLANATIONS.map(({ name }) => name), ROUNDED, LARGER]);

/** 302件 in 13个社区 are 23件 or 24件 each, as one rounds; of what is due there may be any number more. */
function readingOfForm(form: string, [first = 1, second = 0, third = 0]: readonly number[]): readonly string[] {
  if (form === "due" && first >= second) return [LARGER];
  return form === "average" && Math.abs(second / first - third) < 1 ? [ROUNDED] : [];
}

const small = fc.integer({ min: 11, max: 60 });
const forms = fc.constantFrom(...Object.keys(FORMS));
const params = { numRuns: 300, seed: 20250601 };

test("a true paragraph is silent", () => {
  fc.assert(
    fc.property(forms, small, small, small, (form, a, b, c) => {
      const made = FORMS[form]?.(a, b, c);
      if (!made) throw new Error(form);
      expect([form, rulesOf(textOf(made, made.numbers))]).toEqual([form, []]);
    }),
    params,
  );
});

test("of single changed numbers 85 in a hundred are found, the others are right under a named reading", () => {
  const unexplained: string[] = [];
  let all = 0;
  let found = 0;
  const names = new Set<string>();
  const change = fc.constantFrom(-10, -5, -3, 3, 5, 10);
  for (const [form, a, b, c, by, slot] of fc.sample(fc.tuple(forms, small, small, small, change, fc.nat()), params)) {
    const made = FORMS[form]?.(a, b, c);
    if (!made) throw new Error(form);
    const text = textOf(made, changed(made, slot % made.numbers.length, by));
    all++;
    if (rulesOf(text).length > 0) found++;
    else {
      const readings = [...readingsOf(text), ...readingOfForm(form, changed(made, slot % made.numbers.length, by))];
      if (readings.length === 0) unexplained.push(`${form} ${slot % made.numbers.length}: ${text}`);
      for (const reading of readings) names.add(reading);
    }
  }
  expect(unexplained).toEqual([]);
  expect([...names].filter((name) => !NAMES.has(name))).toEqual([]);
  expect(found / all).toBeGreaterThanOrEqual(0.85);
});
