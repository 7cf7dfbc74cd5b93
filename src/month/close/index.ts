/** 销号: forms, catalogue and public list of what is done, and what is held back. */
export { evidenceCatalogue } from "./catalogue";
export { closeItems, type CloseReason, type Closing } from "./close";
export { type EvidenceFile } from "./evidence";
export { closeJson } from "./json";
export { approvalForm, formName, publicList } from "./papers";
