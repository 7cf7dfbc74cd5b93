export { formOf } from "./form";
export { IntoMaster, type IntoOptions, settleInto } from "./into";
export { type FileUse, intoJson, type IntoResult } from "./json";
export type { Conflict, ConflictType, IntoEdit, IntoPlan, PlannedUpdate, ReturnedFile, Update } from "./types";
export { CONFLICT_WORDS, FIELD_NAMES } from "./words";
