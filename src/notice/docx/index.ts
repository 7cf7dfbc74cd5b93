/** The face of src/notice/docx: what other rooms use of it. */
export { type FillOutcome, fillTemplate } from "./fill-template";
export { writeNotice } from "./write-notice";
export { writePaper } from "./write-paper";
