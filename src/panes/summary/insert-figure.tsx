/** 插入数字: every figure the ledger supports, with what it is now. */
import {
  Button,
  makeStyles,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { ChevronDown20Regular } from "@fluentui/react-icons";
import { insertableFigures } from "../../app/summary-styles";
import { useSession, useWords } from "../session-context";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  list: { maxHeight: "50vh", overflowY: "auto" },
  value: { color: tokens.colorNeutralForeground3 },
});

export function InsertFigure(props: { readonly onInsert: (place: string) => void }) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ChevronDown20Regular />} iconPosition="after" data-testid="insert-figure">
          {words.insertFigure}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list}>
          <Figures onInsert={props.onInsert} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Counted when the menu opens. */
function Figures(props: { readonly onInsert: (place: string) => void }) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  return (
    <>
      {insertableFigures(session).map(({ name, figures }) => (
        <MenuGroup key={name}>
          <MenuGroupHeader>{name === "" ? words.columns : name}</MenuGroupHeader>
          {figures.map(({ place, text }) => (
            <MenuItem
              key={place}
              onClick={() => props.onInsert(place)}
              secondaryContent={<span className={styles.value}>{text}</span>}
              data-testid="figure-to-insert"
            >
              {place.slice(place.search(/[.:]/u) + 1)}
            </MenuItem>
          ))}
        </MenuGroup>
      ))}
    </>
  );
}
