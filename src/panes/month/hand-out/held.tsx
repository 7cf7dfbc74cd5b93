/** What can be signed off, and what is held back with its reasons and its cell. */
import { useState } from "react";
import { Button, Text } from "@fluentui/react-components";
import { closeReason } from "../../../app/close";
import { itemRef } from "../../../app/statistics";
import { qualified } from "../../../grid";
import type { Closing } from "../../../month";
import { Disclosure } from "../../disclosure";
import { useLang, useSnapshot, useWords } from "../../session-context";
import { useJump } from "../../shell/jumping";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";

/** Entries shown at a time. */
const PAGE = 50;

export function Held({ closing }: { readonly closing: Closing }) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const jump = useJump();
  const canSelect = useSnapshot().workbook?.can.select ?? false;
  const [shown, setShown] = useState(PAGE);
  const { closed, refused, already } = closing;
  return (
    <div className={styles.tight}>
      <Text data-testid="can-close">{words.canClose(closed.length, already)}</Text>
      {refused.length === 0 ? null : (
        <Disclosure heading={words.refused(refused.length)} openAtFirst={false} testid="held-back">
          <ul className={styles.list}>
            {refused.slice(0, shown).map(({ item, why }) => {
              const ref = itemRef(item);
              const place = qualified(ref.sheet, ref.row, ref.col);
              return (
                <li key={place} className={styles.row} data-testid="held-item">
                  <Text className={styles.grow}>
                    {item.number === "" ? "" : `${item.number} · `}
                    {item.problem.slice(0, 80)}：
                    {why.map((reason) => closeReason(reason, lang)).join(lang === "zh" ? "；" : "; ")}
                  </Text>
                  {canSelect ? (
                    <Button size="small" className={styles.wrap} onClick={() => void jump.toRows([ref])}>
                      {words.goTo(place)}
                    </Button>
                  ) : (
                    <Text size={200}>{place}</Text>
                  )}
                </li>
              );
            })}
          </ul>
          {refused.length <= shown ? null : (
            <Button appearance="subtle" onClick={() => setShown(shown + PAGE)} data-testid="more-held">
              {words.more(Math.min(PAGE, refused.length - shown))}
            </Button>
          )}
        </Disclosure>
      )}
    </div>
  );
}
