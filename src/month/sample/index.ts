/** 回头看抽查: a reproducible sample by kind and unit. */
export { drawSample, type DrawnSample, type SampleOptions } from "./draw";
export { sampleJson } from "./json";
export { sampleBook } from "./sheet";
