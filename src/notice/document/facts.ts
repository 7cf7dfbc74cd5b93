/**
 * The short form (通报要素) a notice needs besides the ledger: who inspected when, who signs, how to reach the office.
 * Nothing of it is guessed; what is not filled in stays open in the notice.
 */
import { chineseDate, type CivilDate } from "../../zh/civil-date";

/** Party organs that can sign. 党组 and 党委 are different organs (Party Constitution, arts. 30 and 48): asked, never guessed. */
export const ORGANS = ["党组", "党委", "党工委", "党总支", "党支部"] as const;
type Organ = (typeof ORGANS)[number];

/** A paragraph of one's own, with or without a heading. */
export interface FactParagraph {
  readonly heading: string | null;
  readonly text: string;
}

export interface Facts {
  /** 单位全称: 某县某某局. Printed in title and signature. */
  readonly unit: string | null;
  /** 单位简称: 县某局; null: the full name is used. */
  readonly shortName: string | null;
  readonly organ: Organ | null;
  /** 统一部署: 县委. */
  readonly orderedBy: string | null;
  /** 巡察组: 县委第一巡察组. */
  readonly inspector: string | null;
  /** 轮次: 某届县委第四轮. */
  readonly round: string | null;
  /** 巡察类型: 常规巡察; null: 巡察. */
  readonly inspectionKind: string | null;
  readonly inspectedFrom: CivilDate | null;
  readonly inspectedTo: CivilDate | null;
  /** 反馈日期; null: the one the ledger states. */
  readonly feedbackDate: CivilDate | null;
  /** 依据: 《…条例》; null: the style's general words. */
  readonly basis: string | null;
  /** 标题事由, the words between 关于 and 的通报; null: the style's. */
  readonly subject: string | null;
  /** 组织整改情况. */
  readonly organisation: readonly FactParagraph[];
  /** 追责问责 in words of one's own, beside the counts of the ledger. */
  readonly accountability: readonly FactParagraph[];
  /** 下一步打算. */
  readonly nextSteps: readonly FactParagraph[];
  /** 联系电话: a landline. */
  readonly phone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly email: string | null;
  /** 公示期. */
  readonly publicFrom: CivilDate | null;
  readonly publicTo: CivilDate | null;
  /** 落款; null: 中共 + unit + organ. */
  readonly signature: string | null;
  /** 成文日期. */
  readonly signDate: CivilDate | null;
}

export type FactName = keyof Facts;

/** The form's labels, which are also its keys in a file of facts. In the order of the form. */
export const FACT_LABELS: Readonly<Record<FactName, string>> = {
  unit: "单位全称",
  shortName: "单位简称",
  organ: "党组织",
  orderedBy: "统一部署",
  inspector: "巡察组",
  round: "轮次",
  inspectionKind: "巡察类型",
  inspectedFrom: "巡察开始日期",
  inspectedTo: "巡察结束日期",
  feedbackDate: "反馈日期",
  basis: "依据",
  subject: "标题事由",
  organisation: "组织整改情况",
  accountability: "追责问责情况",
  nextSteps: "下一步打算",
  phone: "联系电话",
  address: "邮政地址",
  postcode: "邮政编码",
  email: "电子邮箱",
  publicFrom: "公示开始日期",
  publicTo: "公示结束日期",
  signature: "落款",
  signDate: "成文日期",
};

/** A form with nothing filled in: a notice of it is all open places, and right. */
export const NO_FACTS: Facts = Object.freeze({
  unit: null,
  shortName: null,
  organ: null,
  orderedBy: null,
  inspector: null,
  round: null,
  inspectionKind: null,
  inspectedFrom: null,
  inspectedTo: null,
  feedbackDate: null,
  basis: null,
  subject: null,
  organisation: [],
  accountability: [],
  nextSteps: [],
  phone: null,
  address: null,
  postcode: null,
  email: null,
  publicFrom: null,
  publicTo: null,
  signature: null,
  signDate: null,
});

/** A fact as it is printed, null where it is not filled in. */
export function textOfFact(facts: Facts, fact: FactName): string | null {
  const value = facts[fact];
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "string") return value;
  if ("year" in value) return chineseDate(value);
  return value.map((one) => (one.heading === null ? one.text : `${one.heading}。${one.text}`)).join("\n");
}

/** What is filled in, by the label that a place names it with: 单位全称 → 某县某某局. */
export function factPlaces(facts: Facts): ReadonlyMap<string, string> {
  return new Map(
    (Object.keys(FACT_LABELS) as FactName[]).flatMap((fact) => {
      const text = textOfFact(facts, fact);
      return text === null ? [] : [[FACT_LABELS[fact], text] as const];
    }),
  );
}

/** A right value of each fact, all made up, as it is typed. */
export const FACT_EXAMPLES: Readonly<Record<FactName, string>> = {
  unit: "某县某某局",
  shortName: "县某局",
  organ: "党组",
  orderedBy: "县委",
  inspector: "县委第一巡察组",
  round: "县委第四轮",
  inspectionKind: "常规巡察",
  inspectedFrom: "2025-03-03",
  inspectedTo: "2025-05-09",
  feedbackDate: "2025-06-10",
  basis: "《某某条例》",
  subject: "巡察整改进展情况",
  organisation: "加强组织领导｜召开专题会议……",
  accountability: "对履职不力的……",
  nextSteps: "对未完成的事项……",
  phone: "0000-2345678、0000-2345679",
  address: "某县某路1号",
  postcode: "000000",
  email: "office@example.cn",
  publicFrom: "2025-12-01",
  publicTo: "2025-12-15",
  signature: "中共某县某某局党组",
  signDate: "2025-12-01",
};

/** The form by part of the notice: `first` is always seen, the others are folded away. */
export const FACT_GROUPS: readonly {
  readonly name: "first" | "opening" | "organisation" | "nextSteps" | "closing";
  readonly facts: readonly FactName[];
}[] = [
  { name: "first", facts: ["unit", "organ", "inspector", "feedbackDate", "phone", "signDate"] },
  {
    name: "opening",
    facts: ["subject", "shortName", "orderedBy", "round", "inspectionKind", "inspectedFrom", "inspectedTo", "basis"],
  },
  { name: "organisation", facts: ["organisation", "accountability"] },
  { name: "nextSteps", facts: ["nextSteps"] },
  { name: "closing", facts: ["address", "postcode", "email", "publicFrom", "publicTo", "signature"] },
];
