/** Words by which names of companies are found. */

/** Read by src/proofread/rules/name-variant.ts. */
export const nameVariant = {
  mentionsText: ["公司", "服务中心", "厂"],
  mentionsPlace: [
    ["省", "市", "自治区", "州"],
    ["县", "区", "市"],
  ],
  likelySameRest: ["(?:有限责任|股份有限|有限)?公司$", "服务中心$", "厂$"],
} as const;
