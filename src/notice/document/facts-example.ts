/** An example of the form, all made up, as a file to fill in. */
import { FACT_LABELS, type FactName } from "./facts";

const VALUES: Readonly<Record<FactName, unknown>> = {
  unit: "××县某某局",
  shortName: "县某某局",
  organ: "党组",
  orderedBy: "县委",
  inspector: "县委第一巡察组",
  round: "县委第四轮",
  inspectionKind: "常规巡察",
  inspectedFrom: "2025-03-03",
  inspectedTo: "2025-05-09",
  feedbackDate: "2025-06-10",
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
  postcode: "000000",
  email: "office@example.cn",
  publicFrom: "2025-12-01",
  publicTo: "2025-12-15",
  signature: "",
  signDate: "2025-12-01",
};

/**
 * The example as the text of a JSON file, keys as the form labels them. Empty ones may stay empty or be deleted.
 * @example JSON.parse(factsExample())["党组织"] // "党组"
 */
export function factsExample(): string {
  const entries = (Object.keys(FACT_LABELS) as FactName[]).map((name) => [FACT_LABELS[name], VALUES[name]]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
