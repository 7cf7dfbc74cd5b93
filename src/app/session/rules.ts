/** What a session needs once something is checked: the rules and their sentences, in a part of their own that loads then. */
export { runCheck } from "../../check";
export { messageOf } from "../../check";
