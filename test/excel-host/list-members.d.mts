export interface UsedMember {
  readonly type: string;
  readonly member: string;
  /** "ExcelApi 1.13", empty where nothing is documented. */
  readonly api: string;
  readonly where: string;
}

/** Members of Excel used in the source below a project's root. */
export function listMembers(root: string): readonly UsedMember[];
