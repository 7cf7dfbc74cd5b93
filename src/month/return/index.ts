export { type Checked, type Returned, returnExcerpt, returnFindings, returnJson, type ReturnLetter } from "./return";
