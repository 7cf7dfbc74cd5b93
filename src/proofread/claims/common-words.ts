/** Words that several readings of claims ask for. */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { COUNTED_TWICE, OVERLAPPING } from "../../zh/words/claim-sides";
import { FROM_BEFORE } from "../../zh/words/claim-states";

/** Parts that may be the same things. */
export const OVERLAP = reWith("u")`${OVERLAPPING}`;
/** Behind a number: some of it is counted twice; looked for within so many characters. */
export const TWICE = reWith("u")`^[（(，][^。]*?${COUNTED_TWICE}`;
export const TWICE_REACH = 24;
/** What was open before the time that is told of. */
export const OLD_ONES = reWith("u")`${[...FROM_BEFORE, ...leads.oldOnes]}`;
