/** Drop-downs for statuses and units on the ledger itself: put on with a press, taken away with another. */
import { useEffect, useState } from "react";
import { Switch } from "@fluentui/react-components";
import { useSession, useWords } from "../session-context";
import { usePending } from "../shell/action-button";
import { CHECK_WORDS } from "./words";

export function ListsSwitch() {
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const [on, setOn] = useState(false);
  const [busy, change] = usePending(async (wanted: boolean) => {
    await session.setLists(wanted);
    setOn(await session.hasLists());
  });
  useEffect(() => {
    let here = true;
    void session.hasLists().then((there) => {
      if (here) setOn(there);
    });
    return () => {
      here = false;
    };
  }, [session]);
  return (
    <Switch
      size="small"
      label={words.lists}
      title={words.listsHint}
      checked={on}
      aria-busy={busy}
      data-testid="lists"
      onChange={(_event, data) => {
        if (!busy) change(data.checked);
      }}
    />
  );
}
