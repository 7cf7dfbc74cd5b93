/**
 * Kinds of inspection, as ledgers and forms name them, and how a notice speaks of each. Read by
 * src/notice/document/inspection.ts.
 */

export interface InspectionWords {
  /** What a title says, the longer first; a notice takes the word as it stands there. */
  readonly said: readonly string[];
  /** What it is called where the ledger's word is no inspection: 隐患 → 隐患排查. */
  readonly called?: string;
  /** Who came, for an open place. */
  readonly team: string;
  /** What came of it, behind the day. */
  readonly result: string;
  readonly basis: string;
  /** How its problems came up: 巡察反馈的问题, 审计查出的问题. */
  readonly found: string;
  /** What it found one of. */
  readonly noun: string;
  /** Of the Party: ordered by a committee, and answered by the organ of the Party. */
  readonly ofParty: boolean;
}

export const INSPECTIONS = {
  both: {
    said: ["巡视巡察"],
    team: "巡视巡察组",
    result: "反馈了巡视巡察意见",
    basis: "巡视巡察工作有关规定",
    found: "反馈",
    noun: "问题",
    ofParty: true,
  },
  central: {
    said: ["巡视"],
    team: "巡视组",
    result: "反馈了巡视意见",
    basis: "巡视工作有关规定",
    found: "反馈",
    noun: "问题",
    ofParty: true,
  },
  local: {
    said: ["巡察"],
    team: "巡察组",
    result: "反馈了巡察意见",
    basis: "巡察工作有关规定",
    found: "反馈",
    noun: "问题",
    ofParty: true,
  },
  audit: {
    // 审计局 is an office, and may have been inspected itself.
    said: ["审计(?![局厅署处科股室委部师])"],
    called: "审计",
    team: "审计组",
    result: "出具了审计报告",
    basis: "审计整改工作有关规定",
    found: "查出",
    noun: "问题",
    ofParty: false,
  },
  environment: {
    said: ["生态环境保护督察", "生态环保督察", "环境保护督察", "环保督察", "督察"],
    team: "督察组",
    result: "反馈了督察意见",
    basis: "督察整改工作有关规定",
    found: "反馈",
    noun: "问题",
    ofParty: false,
  },
  inquiry: {
    said: ["督查(?![局室])"],
    called: "督查",
    team: "督查组",
    result: "反馈了督查意见",
    basis: "督查工作有关规定",
    found: "发现",
    noun: "问题",
    ofParty: false,
  },
  safety: {
    said: ["隐患"],
    called: "隐患排查",
    team: "检查组",
    result: "提出了整改要求",
    basis: "安全生产有关规定",
    found: "发现",
    noun: "隐患",
    ofParty: false,
  },
  check: {
    said: [
      "安全生产检查",
      "安全大检查",
      "安全检查",
      "消防检查",
      "专项检查",
      "监督检查(?!室)",
      "执法检查",
      "质量检查",
      "专项督导",
      "飞行检查",
    ],
    team: "检查组",
    result: "反馈了检查意见",
    basis: "检查整改工作有关规定",
    found: "发现",
    noun: "问题",
    ofParty: false,
  },
} as const satisfies Readonly<Record<string, InspectionWords>>;

export type InspectionKind = keyof typeof INSPECTIONS;
