/**
 * Where signature and date stand (GB/T 9704—2012, 7.3.5.2, sealed documents): the date four characters from the right,
 * the signature centred over it. A signature too long for that stands two characters from the right, and the date is
 * centred below it.
 */
import { widthOf } from "../../zh/text";

/** Indents from the right in characters. */
interface SignaturePlace {
  readonly signature: number;
  readonly date: number;
}

const DATE_RIGHT = 4;
const SIGNATURE_RIGHT = 2;

/**
 * @example signaturePlace("中共某县某局党组", "2025年12月1日") // { signature: 3.75, date: 4 }
 */
export function signaturePlace(signature: string, date: string): SignaturePlace {
  const width = widthOf(signature) / 2;
  const dateWidth = widthOf(date) / 2;
  const centred = DATE_RIGHT + (dateWidth - width) / 2;
  if (centred >= SIGNATURE_RIGHT) return { signature: centred, date: DATE_RIGHT };
  return { signature: SIGNATURE_RIGHT, date: SIGNATURE_RIGHT + (width - dateWidth) / 2 };
}
