/** Language, look, where state is kept, diagnostics: the menu in the corner. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons";
import { useSession, useSnapshot, useWords } from "../session-context";
import { useAnnounce } from "./announcer";
import { LOOK_CHOICES, LOOKS, type LookChoice } from "./theme";
import { SHELL_WORDS } from "./words";

export interface SettingsMenuProps {
  readonly choice: LookChoice;
  readonly onChoice: (choice: LookChoice) => void;
  readonly onCopyDiagnostics: () => void;
}

/** Opens at once: it is only shown because somebody asked for it. */
export function SettingsMenu(props: SettingsMenuProps) {
  const words = useWords(SHELL_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const announce = useAnnounce();
  const canKeep = snapshot.workbook?.can.state ?? false;
  return (
    <Menu
      defaultOpen
      checkedValues={{ look: [props.choice], lang: [snapshot.settings.lang] }}
      onCheckedValueChange={(_event, data) => {
        const [value] = data.checkedItems;
        if (data.name === "look") {
          const look = LOOK_CHOICES.find((name) => name === value);
          if (look) props.onChoice(look);
        } else if (value === "zh" || value === "en") {
          void session.changeSettings({ lang: value });
        }
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<Settings20Regular />}
          aria-label={words.menu}
          title={words.menu}
          data-testid="menu"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{words.language}</MenuGroupHeader>
            <MenuItemRadio name="lang" value="zh" data-testid="lang-zh">
              {words.chinese}
            </MenuItemRadio>
            <MenuItemRadio name="lang" value="en" data-testid="lang-en">
              {words.english}
            </MenuItemRadio>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{words.appearance}</MenuGroupHeader>
            {(["auto", ...LOOKS] as const).map((look) => (
              <MenuItemRadio key={look} name="look" value={look} data-testid={`look-${look}`}>
                {words[look]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          {canKeep ? (
            <MenuItem
              data-testid="keep-in-workbook"
              onClick={() => void session.keepInWorkbook(snapshot.keeping !== "workbook")}
            >
              {snapshot.keeping === "workbook" ? `✓ ${words.save}` : words.save}
            </MenuItem>
          ) : null}
          <MenuItem
            data-testid="forget"
            disabled={!snapshot.workbook}
            onClick={() => void session.forget().then(() => announce(words.forgotten))}
          >
            {words.forget}
          </MenuItem>
          <MenuItem data-testid="copy-diagnostics" onClick={props.onCopyDiagnostics}>
            {words.copyDiagnostics}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
