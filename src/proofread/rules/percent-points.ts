import { LINE_SIGN, signed } from "../../reading";
import { formFaults } from "../claims/change-forms";
import { slipChangeFaults } from "../claims/slip-changes";
import { changeFaults, type ChangeFault } from "../claims/changes";
import { lastYearFaults } from "../claims/last-year";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = {
  readonly how: ChangeFault["how"];
  readonly from: string;
  readonly to: string;
  readonly written: string;
  readonly expected: string;
};

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.change)) {
    if (line.tokens.length < 2) continue;
    const faults = changeFaults(line);
    const forms = formFaults(line).filter(({ place }) => !faults.some((one) => one.place.start === place.start));
    const told = [...faults, ...forms, ...lastYearFaults(line)];
    const slips = slipChangeFaults(line).filter(
      ({ place }) => !told.some((one) => one.place.start < place.end + NEAR && place.start < one.place.end + NEAR),
    );
    for (const { place, severity, ...data } of [...told, ...slips]) {
      const fix = data.how === "sign" ? { fix: data.expected } : {};
      yield { place, data, severity, ...fix };
    }
  }
}

/** The other figure of one change stands so near. */
const NEAR = 24;

export const percentPoints = defineProofRule<Data>({
  alias: "percent-points",
  code: "P104",
  severity: "warning",
  name: { zh: "增减幅度有误", en: "wrong change" },
  messages: {
    zh: ({ how, from, to, written, expected }) =>
      how === "direction"
        ? `由${from}到${to}是${expected}，文中写的是“${written}”，请核对。`
        : how === "lone"
          ? `${from}的升降以百分点表示：这里写的是${written}，如指两个比率之差，应为${expected}。`
          : `由${from}到${to}，相差（变化）${expected}，文中写的是${written}，请核对。`,
    en: ({ how, from, to, written, expected }) =>
      how === "direction"
        ? `From ${from} to ${to} it goes the other way (${expected}); the text says ${written}.`
        : how === "lone"
          ? `A change between two percentages is stated in percentage points: ${expected}, not ${written}.`
          : `From ${from} to ${to} the change is ${expected}, not ${written}.`,
  },
  find,
  page: {
    what: "前后两个百分比之差写成了“%”（提醒），或写出的百分点不是两者之差（错误）。",
    why: "80%提高到85%，是提高5个百分点，或提高6.25%。",
    bad: "覆盖率由80%提高到85%，提高5%。",
    good: "覆盖率由80%提高到85%，提高5个百分点。",
    todo: "把“%”改为“个百分点”。",
    en: "The difference of two percentages is told in percentage points, and reckoned right.",
  },
  ground: "统计用语：百分比之差以百分点表示。",
});
