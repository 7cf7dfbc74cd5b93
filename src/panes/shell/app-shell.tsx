/**
 * The frame of every graphical surface: look, language, tabs, undo, live region, error boundary. Panes load when they
 * are first opened; only the shell is in the first load.
 */
import { useEffect, useState } from "react";
import { FluentProvider, makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import type { Session } from "../../app/session";
import { SessionProvider } from "../session-context";
import { PaneServices } from "./services";
import { themeOf, type ThemeLook, type LookChoice } from "./theme";
import { storedLook, useSystemLook, storeLook } from "./look";
import { Frame, type FrameProps } from "./frame";
import { keepPresses } from "./keep-presses";

/** Not a class: Fluent hands the provider's classes to its portals, and a portal must not cover the page. */
const FULL_HEIGHT = { height: "100%" } as const;

/** The page itself: everything inside scrolls on its own. On paper it flows. */
const useDocumentStyles = makeStaticStyles({
  "html, body, #root": { height: "100%", margin: 0 },
  "@media print": { "html, body, #root": { height: "auto" } },
  // Scroll bars and the browser's own pickers; on paper nothing is dark.
  "@media screen": { 'html[data-scheme="dark"]': { colorScheme: "dark" } },
});

const useStyles = makeStyles({
  page: {
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground2,
    "@media print": { height: "auto", backgroundColor: "transparent" },
  },
});

export interface AppShellProps extends FrameProps {
  readonly session: Session;
  /** Look the host asks for (Office's theme); null where it doesn't tell. */
  readonly hostLook?: ThemeLook | null;
}

export function AppShell(props: AppShellProps) {
  const [choice, setChoice] = useState<LookChoice>(storedLook);
  const system = useSystemLook();
  const look: ThemeLook = choice === "auto" ? (props.hostLook ?? system) : choice;
  const styles = useStyles();
  useDocumentStyles();
  useEffect(() => {
    return keepPresses(window);
  }, []);
  useEffect(() => {
    document.documentElement.dataset["scheme"] = look === "light" ? "light" : "dark";
  }, [look]);
  return (
    <FluentProvider theme={themeOf(look)} style={FULL_HEIGHT} data-look={look}>
      <div className={styles.page}>
        <SessionProvider session={props.session}>
          <PaneServices>
            <Frame
              {...props}
              look={{
                choice,
                onChoice: (next) => {
                  storeLook(next);
                  setChoice(next);
                },
              }}
            />
          </PaneServices>
        </SessionProvider>
      </div>
    </FluentProvider>
  );
}
