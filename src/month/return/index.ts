export {
  type Checked,
  type Returned,
  returnExcerpt,
  returnFindings,
  returnJson,
  type ReturnLetter,
  type ReturnLine,
} from "./return";
