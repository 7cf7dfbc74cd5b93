/** Announcements for screen readers: one polite live region for the whole app. */
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  region: {
    position: "absolute",
    // Where it stands in the text it would be a pixel below the window, and the page would scroll.
    top: 0,
    left: 0,
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

type Announce = (message: string) => void;
const AnnounceContext = createContext<Announce | null>(null);

export function Announcer(props: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [message, setMessage] = useState("");
  const flip = useRef(false);
  const announce = useCallback((text: string) => {
    // The same sentence twice is only spoken if the text differs: a trailing no-break space makes it differ.
    flip.current = !flip.current;
    setMessage(flip.current ? text : `${text}\u00a0`);
  }, []);
  const value = useMemo(() => announce, [announce]);
  return (
    <AnnounceContext.Provider value={value}>
      {props.children}
      <div aria-live="polite" role="status" className={styles.region} data-testid="announcer">
        {message}
      </div>
    </AnnounceContext.Provider>
  );
}

/** Says a sentence to assistive technology without moving the focus. */
export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (!announce) throw new Error("useAnnounce outside Announcer");
  return announce;
}
