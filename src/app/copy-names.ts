/** What copies that this program makes of a file are called: on the page, on the command line, and when they come back. */
import { re } from "../zh/pattern";
import type { WordTable } from "../ledger";

type CopyKind = "annotated" | "edited" | "clean" | "changes" | "stats";

export const COPY_SUFFIXES: WordTable<CopyKind> = {
  annotated: { zh: "-核验", en: "-checked" },
  edited: { zh: "-修改", en: "-edited" },
  clean: { zh: "-报送", en: "-clean" },
  changes: { zh: "-变化", en: "-changes" },
  stats: { zh: "-统计", en: "-statistics" },
};

const SUFFIXES = Object.values(COPY_SUFFIXES).flatMap(({ zh, en }) => [zh, en]);
/** Behind them what a browser or a person puts behind the second copy of a name. */
const COPY = re`^(.+?)(?:${SUFFIXES})?(?: ?[(（]\d{1,3}[)）])?$`;
const OWN_COPY = re`^(.+)(?:${SUFFIXES})(?: ?[(（]\d{1,3}[)）])?$`;

/**
 * The name without ending of what a copy was made of; itself where it is no copy.
 * @example originalOf("台账-核验 (1)") // "台账"
 */
export const originalOf = (base: string): string => COPY.exec(base)?.[1] ?? base;

/** The same for copies with a mark of ours only; null where there is none. */
export const ownCopyOf = (base: string): string | null => OWN_COPY.exec(base)?.[1] ?? null;
