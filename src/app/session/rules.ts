/** What a session needs once something is checked: the rules and their sentences, in a part of their own that loads then. */
export { runChecker } from "../../check/checker";
export { messageOf } from "../../check/message";
