export { excerptBook } from "./book";
export { excerptOf, type WantedRows } from "./excerpt";
export { excerptStatusWords } from "./status-words";
