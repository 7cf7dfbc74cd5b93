export { excerptBook } from "./book";
export { type AddedColumn, excerptOf, type ExcerptOptions, type WantedRows } from "./excerpt";
export { listWords, statusWords } from "./status-words";
