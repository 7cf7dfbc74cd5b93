export { assemble, type Assembled, type ReadBack } from "./assemble";
export { bookOf, type MergeTemplate } from "./build";
export { chooseFiles } from "./choose";
export { mergeJson } from "./json";
export { reportSheet } from "./report-sheet";
export { mergeResult, type MergeResult } from "./result";
export { takeFile } from "./take-file";
export type { SentFile } from "./types";
export { TO_CHECK_WORDS, USE_WORDS } from "./words";
