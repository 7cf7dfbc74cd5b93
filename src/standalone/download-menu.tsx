/** Which copy is downloaded. Loads with the first press on its button, and opens at once. */
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useWords } from "../panes/session-context";
import { DownloadButton, type DownloadState } from "./download-button";
import { STANDALONE_WORDS } from "./words";
import type { Download } from "./use-download";

export function DownloadMenu(props: DownloadState & { readonly download: (...which: Parameters<Download>) => void }) {
  const words = useWords(STANDALONE_WORDS);
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <DownloadButton busy={props.busy} ready={props.ready} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => props.download("annotated")} data-testid="download-annotated">
            {words.annotated}
          </MenuItem>
          <MenuItem secondaryContent="Ctrl+S" onClick={() => props.download("edited")} data-testid="download-edited">
            {words.edited}
          </MenuItem>
          <MenuItem onClick={() => props.download("clean")} data-testid="download-clean">
            {words.clean}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
