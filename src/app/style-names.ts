/** Names of the summary's shipped styles. */
export { STYLE_NAMES } from "../notice";
