/** The face of src/notice/signoff: what other rooms use of it. */
export { writeSignoff } from "./docx";
export { signoffHtml } from "./html";
export { signoffSheet } from "./sheet";
export type { PendingItem, SignoffFinding, SignoffItem, SignoffSheet } from "./types";
