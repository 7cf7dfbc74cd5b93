/** Deadlines by month: of which kind, drawn, printed, saved as a picture. */
import { useState } from "react";
import { Button, Select, Subtitle2 } from "@fluentui/react-components";
import { Print16Regular } from "@fluentui/react-icons";
import type { Kind } from "../../ledger";
import type { Tally } from "../../tally";
import { asOfDay, KIND_WORDS } from "../../app/words";
import { Card } from "../card";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { DeadlineChart } from "./deadline-chart";
import type { Show } from "./figures";
import { useTallyStyles } from "./styles";
import { asHeading } from "../words";
import { TALLY_WORDS } from "./words";

const ALL = "all";

export function TimelineCard(props: { readonly tally: Tally; readonly onShow: Show }) {
  const { byMonth } = props.tally;
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const session = useSession();
  const { asOf } = useSnapshot();
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kinds = [...new Set(byMonth.map((month) => month.kind))];
  if (kinds.length === 0) return null;
  const kind = kinds.length === 1 ? kinds[0]! : chosen !== null && kinds.includes(chosen) ? chosen : null;
  const name = kind === null ? words.allKinds : KIND_WORDS[kind][lang];
  const title = words.timelineOf(name, asOf ? asOfDay(asOf, lang) : "");
  return (
    <Card data-testid="tally-timeline">
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.grow}>
          {words.timeline}
        </Subtitle2>
        <Button
          size="small"
          className={styles.noPrint}
          icon={<Print16Regular />}
          onClick={() =>
            void session.act("print", () => {
              window.print();
              return Promise.resolve({});
            })
          }
          data-testid="print"
        >
          {words.print}
        </Button>
      </div>
      {kinds.length > 1 ? (
        <Select
          size="small"
          aria-label={words.ofKind}
          value={kind ?? ALL}
          onChange={(_event, data) => setChosen(data.value === ALL ? null : (data.value as Kind))}
          data-testid="timeline-kind"
        >
          <option value={ALL}>{words.allKinds}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {asHeading(KIND_WORDS[each][lang])}
            </option>
          ))}
        </Select>
      ) : null}
      <DeadlineChart months={byMonth} kind={kind} title={title} onShow={props.onShow} />
    </Card>
  );
}
