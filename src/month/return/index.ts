/** 退回修改意见: letters and workbooks of what units are to mend. */
export { returnExcerpt, returnPaper } from "./papers";
export { type Checked, type Returned, returnFindings, returnJson, type ReturnLetter } from "./return";
