export { type Split, type SplitBy, splitExcerpts, splitJson, type SplitPart, splitReading } from "./split";
