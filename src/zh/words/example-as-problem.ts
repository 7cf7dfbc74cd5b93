/** Read by src/check/rules/example-as-problem.ts. */
export const exampleAsProblem = {
  opening: ["例如", "比如", "其中", "如[：:，,]", "如(?=20[0-9]{2}|某)"],
} as const;
