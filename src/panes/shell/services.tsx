/** What every pane may ask of the shell: saying a sentence, copying a text, going to a cell. */
import type { ReactNode } from "react";
import { Announcer } from "./announcer";
import { CopyProvider } from "./copying";
import { JumpProvider } from "./jumping";

export function PaneServices(props: { readonly children: ReactNode }) {
  return (
    <Announcer>
      <CopyProvider>
        <JumpProvider>{props.children}</JumpProvider>
      </CopyProvider>
    </Announcer>
  );
}
