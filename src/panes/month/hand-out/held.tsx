/** What can be signed off, and what is held back with its reasons and its cell. */
import { useState } from "react";
import { Button, Text } from "@fluentui/react-components";
import { closeReason } from "../../../app/close";
import type { Closing } from "../../../month";
import { Disclosure } from "../../disclosure";
import { useLang, useWords } from "../../session-context";
import { ItemLine } from "../item-line";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";

/** Entries shown at a time. */
const PAGE = 50;

export function Held({ closing }: { readonly closing: Closing }) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const [shown, setShown] = useState(PAGE);
  const { closed, refused, already } = closing;
  return (
    <div className={styles.tight}>
      <Text data-testid="can-close">{words.canClose(closed.length, already)}</Text>
      {refused.length === 0 ? null : (
        <Disclosure heading={words.refused(refused.length)} openAtFirst={false} testid="held-back">
          <ul className={styles.list}>
            {refused.slice(0, shown).map(({ item, why }, index) => (
              <ItemLine key={index} item={item} testid="held-item">
                {item.problem.slice(0, 80)}：
                {why.map((reason) => closeReason(reason, lang)).join(lang === "zh" ? "；" : "; ")}
              </ItemLine>
            ))}
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
