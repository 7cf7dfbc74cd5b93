/** Variables of the paragraph that the form of facts holds: what was filled in once serves summary and notice. */
export const FACT_VARIABLES: ReadonlyMap<string, "inspector" | "round" | "nextSteps"> = new Map([
  ["巡察组", "inspector"],
  ["轮次", "round"],
  ["下一步要求", "nextSteps"],
]);
