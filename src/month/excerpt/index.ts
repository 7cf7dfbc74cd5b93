export { excerptBook } from "./book";
export { excerptOf, type WantedRows } from "./excerpt";
export { statusWords } from "./status-words";
