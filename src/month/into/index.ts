export { asMaster, type AsMaster } from "./as-master";
export { type Choice, choicesFor } from "./choices";
export { fuller } from "./form";
export { IntoMaster, settleInto } from "./into";
export { type FileUse, intoJson, type IntoResult } from "./json";
export { type Conflict, conflictCell, conflictId, type IntoPlan, type PlannedUpdate } from "./types";
export { intoReport } from "./report";
export { CONFLICT_WORDS, FIELD_NAMES } from "./words";
