/** The bar of a draft: its name, steps back and forth, what else can be done with it, and its file. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowDownload20Regular,
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  MoreHorizontal20Regular,
} from "@fluentui/react-icons";
import type { ActionData } from "../../app/actions";
import { extractDraft, extractedTable, extractedWords } from "../../app/extracted-table";
import type { Draft } from "../../hosts/draft";
import { useDraft, useDraftSession, useDraftTools } from "../draft/draft-context";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { useCopy } from "../shell/copying";
import { saveFile } from "../shell/save-file";
import { PROOFREAD_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, flexWrap: "wrap" },
  name: { flexGrow: 1, minWidth: "80px", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

export function DraftBar(props: {
  readonly draft: Draft;
  /** The findings as a text to be copied. */
  readonly listed: () => string;
  /** Leaves the draft, with its text where that is to be changed. */
  readonly onLeave: (text: string) => void;
}) {
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const lang = useLang();
  const session = useSession();
  const drafts = useDraftSession();
  const state = useDraft();
  const load = useDraftTools();
  const copyOut = useCopy();
  const text = () => props.draft.lines.join("\n");
  const copy = (what: string, title: string) => copyOut({ title, text: () => what });
  const step = (which: "undo" | "redo") =>
    session.act("correctDraft", () => {
      drafts[which]();
      return Promise.resolve({ step: which });
    });
  const download = () =>
    session.act("download", () => {
      const { name, format } = props.draft;
      const dot = name.lastIndexOf(".");
      const base = dot > 0 ? name.slice(0, dot) : name;
      const target = name === "" ? words.pastedName : `${base}${words.correctedSuffix}.${format}`;
      saveFile(props.draft.bytes(), target, format);
      drafts.saved();
      return Promise.resolve({ name: target });
    });
  const extract = () =>
    session.act("extractDraft", async (): Promise<ActionData> => {
      const ledger = extractDraft(props.draft.lines, session.getSnapshot().settings.lexicon);
      if (ledger.rows.length === 0) return { partial: true };
      const tools = await load();
      saveFile(tools.writeTable(extractedTable(ledger, props.draft.paragraphs)), words.extractedName, "xlsx");
      return { name: words.extractedName, what: extractedWords(ledger, lang) };
    });
  return (
    <div className={styles.row}>
      <Text weight="semibold" className={styles.name} title={props.draft.name}>
        {props.draft.name || words.pasted}
      </Text>
      <ActionButton
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        aria-label={words.undo}
        title={words.undo}
        disabled={!state.canUndo}
        run={() => step("undo")}
        data-steps="undo"
        data-testid="undo-correction"
      />
      <ActionButton
        appearance="subtle"
        icon={<ArrowRedo20Regular />}
        aria-label={words.redo}
        title={words.redo}
        disabled={!state.canRedo}
        run={() => step("redo")}
        data-steps="redo"
        data-testid="redo-correction"
      />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={words.more}
            title={words.more}
            data-testid="draft-menu"
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void copy(props.listed(), words.copyList)} data-testid="copy-findings">
              {words.copyList}
            </MenuItem>
            <MenuItem onClick={() => void copy(text(), words.copyText)} data-testid="copy-draft">
              {words.copyText}
            </MenuItem>
            <MenuItem onClick={() => void extract()} data-testid="extract">
              {words.extract}
            </MenuItem>
            {props.draft.name === "" ? (
              <MenuItem onClick={() => props.onLeave(text())} data-testid="edit-draft">
                {words.editText}
              </MenuItem>
            ) : null}
            <MenuItem onClick={() => props.onLeave("")} data-testid="another-draft">
              {words.another}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <ActionButton
        appearance={state.corrections > 0 ? "primary" : "secondary"}
        icon={<ArrowDownload20Regular />}
        run={download}
        data-testid="download-draft"
      >
        {words.download(state.corrections)}
      </ActionButton>
    </div>
  );
}
