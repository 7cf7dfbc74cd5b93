/** Names of the summary's shipped styles. */
import { STYLES } from "../notice";

export const STYLE_NAMES: readonly string[] = STYLES.map((style) => style.name);
