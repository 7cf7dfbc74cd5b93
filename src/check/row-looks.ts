/**
 * Calls the row rules of a ledger for its measures. Most rules depend on one reading and the status only, and readings
 * are shared objects: for each pair it is worked out once which rules have anything to say, mostly none.
 */
import type { LedgerRow, Status } from "../ledger";
import type { RowLook } from "./rule";

type Look = (measure: LedgerRow) => void;
type By = RowLook["by"];

const NONE: readonly Look[] = [];
/** Beyond so many different readings of a field (dates as numbers, say) the rules are asked anew each time. */
const REMEMBERED = 512;

/** Makes one call for all looks. */
export function combineLooks(looks: readonly RowLook[], statusOf: (measure: LedgerRow) => Status): Look | null {
  if (looks.length === 0) return null;
  const byDeadline = remember(looks, "deadline");
  const byUnits = remember(looks, "units");
  const byCoUnits = remember(looks, "coUnits");
  const byStatus = remember(looks, "status");
  const byDoneDate = looks.filter(({ by }) => by === "doneDate").map((look) => guarded(look, statusOf));
  const always = looks.filter(({ by }) => by === "row").map((look) => guarded(look, statusOf));
  return (measure) => {
    const status = statusOf(measure);
    if (byDeadline !== null) byDeadline(measure.deadline, status, measure);
    if (byUnits !== null) byUnits(measure.units, status, measure);
    if (byCoUnits !== null && measure.coUnits !== null) byCoUnits(measure.coUnits, status, measure);
    if (byStatus !== null) byStatus(measure.status, status, measure);
    if (measure.doneDate !== null && measure.doneDate !== undefined) call(byDoneDate, measure);
    call(always, measure);
  };
}

function guarded({ concerns, look }: RowLook, statusOf: (measure: LedgerRow) => Status): Look {
  if (concerns === undefined) return look;
  return (measure) => {
    if (concerns(measure, statusOf(measure))) look(measure);
  };
}

function call(looks: readonly Look[], measure: LedgerRow): void {
  for (let i = 0; i < looks.length; i++) (looks[i] as Look)(measure);
}

/** What is known of one reading: for each status the looks that have something to say. */
interface Known {
  lastStatus: Status | null;
  last: readonly Look[];
  readonly byStatus: Map<Status, readonly Look[]>;
}

function remember(looks: readonly RowLook[], by: By) {
  const mine = looks.filter((look) => look.by === by);
  if (mine.length === 0) return null;
  const known = new Map<object, Known>();
  let lastReading: object | null = null;
  let lastKnown: Known | null = null;

  function ask(measure: LedgerRow, status: Status): void {
    for (let i = 0; i < mine.length; i++) {
      const { concerns, look } = mine[i] as RowLook;
      if (concerns === undefined || concerns(measure, status)) look(measure);
    }
  }

  function listOf(one: Known, status: Status, measure: LedgerRow): readonly Look[] {
    let list = one.byStatus.get(status);
    if (list === undefined) {
      const concerned = mine.filter(({ concerns }) => concerns === undefined || concerns(measure, status));
      list = concerned.length === 0 ? NONE : concerned.map(({ look }) => look);
      one.byStatus.set(status, list);
    }
    one.lastStatus = status;
    one.last = list;
    return list;
  }

  return (reading: object, status: Status, measure: LedgerRow): void => {
    let one = reading === lastReading ? lastKnown : known.get(reading);
    if (one === undefined || one === null) {
      if (known.size >= REMEMBERED) {
        ask(measure, status);
        return;
      }
      one = { lastStatus: null, last: NONE, byStatus: new Map() };
      known.set(reading, one);
    }
    lastReading = reading;
    lastKnown = one;
    call(one.lastStatus === status ? one.last : listOf(one, status, measure), measure);
  };
}
