/** The face of src/month: what other rooms use of it. */
export * from "./common";
export * from "./sample";
export * from "./stats";
export * from "./wall";
