/** Language, look, what is kept and where, diagnostics: the menu in the corner. */
import { useRef, useState } from "react";
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons";
import { FileInput } from "../file-input";
import { useSession, useSnapshot, useWords } from "../session-context";
import { loadable } from "./loadable";
import { QuestionDialog } from "./question-dialog";
import { LOOK_CHOICES, LOOKS, type LookChoice } from "./theme";
import { useKeptFiles } from "./use-kept-files";
import { MENU_WORDS } from "./menu-words";

const LicencesDialog = loadable(
  async () => (await import(/* webpackChunkName: "licences" */ "./licences-dialog")).default,
);

export interface SettingsMenuProps {
  readonly choice: LookChoice;
  readonly onChoice: (choice: LookChoice) => void;
  readonly onCopyDiagnostics: () => void;
}

/** Opens at once: it is only shown because somebody asked for it. */
export function SettingsMenu(props: SettingsMenuProps) {
  const words = useWords(MENU_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const [question, setQuestion] = useState<"share" | "forget" | "licences" | null>(null);
  const { exportKept, exportLexicon, importLexicon } = useKeptFiles();
  const input = useRef<HTMLInputElement>(null);
  const lexiconInput = useRef<HTMLInputElement>(null);
  const inWorkbook = snapshot.keeping === "workbook";
  const canKeep = snapshot.workbook?.can.state ?? false;
  const kept = [...(inWorkbook ? ["workbook"] : []), ...(snapshot.shared ? ["shared"] : [])];

  const ask = (run: () => Promise<unknown>) => async () => {
    await run();
    setQuestion(null);
  };
  const menu = (
    <Menu
      defaultOpen
      checkedValues={{ look: [props.choice], lang: [snapshot.settings.lang], kept }}
      onCheckedValueChange={(_event, data) => {
        const [value] = data.checkedItems;
        if (data.name === "look") {
          const look = LOOK_CHOICES.find((name) => name === value);
          if (look) props.onChoice(look);
        } else if (data.name === "lang" && (value === "zh" || value === "en")) {
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
      <MenuPopover role="region" aria-label={words.menu}>
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
          <MenuGroup>
            <MenuGroupHeader>{words.keeping}</MenuGroupHeader>
            {canKeep ? (
              <MenuItemCheckbox
                name="kept"
                value="workbook"
                data-testid="keep-in-workbook"
                onClick={() => void session.keepInWorkbook(!inWorkbook)}
              >
                {words.save}
              </MenuItemCheckbox>
            ) : null}
            <MenuItemCheckbox
              name="kept"
              value="shared"
              data-testid="shared"
              persistOnClick={false}
              onClick={() => {
                if (snapshot.shared) void session.shareComputer(false);
                else setQuestion("share");
              }}
            >
              {words.shared}
            </MenuItemCheckbox>
            <MenuItem data-testid="export-kept" onClick={() => void exportKept()}>
              {words.exportKept}
            </MenuItem>
            <MenuItem data-testid="import-kept" disabled={snapshot.shared} onClick={() => input.current?.click()}>
              {words.importKept}
            </MenuItem>
            <MenuItem data-testid="export-lexicon" onClick={() => void exportLexicon()}>
              {words.exportLexicon}
            </MenuItem>
            <MenuItem data-testid="import-lexicon" onClick={() => lexiconInput.current?.click()}>
              {words.importLexicon}
            </MenuItem>
            <MenuItem data-testid="forget" disabled={!snapshot.workbook} onClick={() => setQuestion("forget")}>
              {words.forget}
            </MenuItem>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader data-testid="version">{words.version(session.diagnostics().versions)}</MenuGroupHeader>
            <MenuItem data-testid="copy-diagnostics" onClick={props.onCopyDiagnostics}>
              {words.copyDiagnostics}
            </MenuItem>
            <MenuItem data-testid="show-licences" onClick={() => setQuestion("licences")}>
              {words.licences}
            </MenuItem>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
  return (
    <>
      {menu}
      <FileInput
        ref={input}
        accept=".json"
        label={words.importKept}
        testid="kept-input"
        onPick={(file) => void file.text().then((text) => session.importKept(text))}
      />
      <FileInput
        ref={lexiconInput}
        accept=".json"
        label={words.importLexicon}
        testid="lexicon-input"
        onPick={(file) => void importLexicon(file)}
      />
      {question === "licences" ? <LicencesDialog onClose={() => setQuestion(null)} /> : null}
      {question === "share" ? (
        <QuestionDialog
          testid="share-question"
          title={words.sharedTitle}
          text={words.sharedText}
          ways={[{ label: words.sharedDo, testid: "share-do", run: ask(() => session.shareComputer(true)) }]}
          cancel={words.cancel}
          onCancel={() => setQuestion(null)}
        />
      ) : null}
      {question === "forget" ? (
        <QuestionDialog
          testid="forget-question"
          title={words.forgetTitle}
          text={words.forgetText}
          ways={[{ label: words.forgetDo, testid: "forget-do", run: ask(() => session.forget()) }]}
          cancel={words.cancel}
          onCancel={() => setQuestion(null)}
        />
      ) : null}
    </>
  );
}
