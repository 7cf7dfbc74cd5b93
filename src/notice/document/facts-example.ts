/** An example of the form, all made up, as a file to fill in. */
import { FACT_EXAMPLES, FACT_LABELS, type FactName } from "./facts";

const VALUES: Readonly<Record<FactName, unknown>> = {
  ...FACT_EXAMPLES,
  unit: "××县某某局",
  shortName: "县某某局",
  basis: "",
  subject: "",
  organisation: [
    { 标题: "加强组织领导", 正文: "（请填写：何时成立领导小组、召开几次会议，均以实际为准。）" },
    { 标题: "细化整改任务", 正文: "（请填写：方案、台账和责任分工的情况。）" },
  ],
  accountability: "",
  nextSteps: ["（请填写：对未完成事项的安排和长效机制。）"],
  phone: "0000-2345678",
  address: "××县某路1号",
  signature: "",
};

/**
 * The example as the text of a JSON file, keys as the form labels them. Empty ones may stay empty or be deleted.
 * @example JSON.parse(factsExample())["党组织"] // "党组"
 */
export function factsExample(): string {
  const entries = (Object.keys(FACT_LABELS) as FactName[]).map((name) => [FACT_LABELS[name], VALUES[name]]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
