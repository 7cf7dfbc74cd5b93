/** A status that is no word of ours may be one of the office's: said once, it is remembered, and 撤销 takes it back. */
import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import { NO_LEXICON, STATUSES } from "../../app/core";
import { STATUS_WORDS } from "../../app/words";
import type { KnownStatus } from "../../ledger";
import type { Finding } from "../../rule";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { CHECK_WORDS } from "./words";

/** What most words of an office mean: one press each. */
const USUAL: readonly KnownStatus[] = ["done", "ongoing", "notDone"];
const OTHERS = STATUSES.filter(
  (status): status is KnownStatus => status !== "unknown" && !USUAL.some((each) => each === status),
);

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
  },
  button: { minWidth: 0, paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
});

/**
 * The words a finding could teach; null where it quotes only the beginning of a cell, or nothing.
 * @example wordToTeach(finding) // "合格"
 */
export function wordToTeach({ rule, data }: Pick<Finding, "rule" | "data">): string | null {
  const text = data["text"];
  return rule === "status-unknown" && typeof text === "string" && text !== "" && !text.endsWith("…") ? text : null;
}

export function TeachStatus(props: { readonly word: string }) {
  const { word } = props;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const teach = (status: KnownStatus) => session.teach({ ...NO_LEXICON, statuses: { [word]: status } });
  return (
    <div className={styles.root} role="group" aria-label={words.teach(word)} data-testid="teach">
      <Text size={200}>{words.teach(word)}</Text>
      {USUAL.map((status) => (
        <ActionButton
          key={status}
          size="small"
          className={styles.button}
          tabIndex={-1}
          run={() => teach(status)}
          data-testid={`teach-${status}`}
        >
          {STATUS_WORDS[status][lang]}
        </ActionButton>
      ))}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" appearance="subtle" className={styles.button} tabIndex={-1} data-testid="teach-more">
            {words.teachMore}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {OTHERS.map((status) => (
              <MenuItem key={status} onClick={() => void teach(status)} data-testid={`teach-${status}`}>
                {STATUS_WORDS[status][lang]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
