export { formOf } from "./form";
export { IntoMaster, settleInto } from "./into";
export { type FileUse, intoJson, type IntoResult } from "./json";
export type { Conflict, IntoPlan, PlannedUpdate } from "./types";
export { CONFLICT_WORDS, FIELD_NAMES } from "./words";
