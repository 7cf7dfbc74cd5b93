/**
 * Parts that load when they are first needed. What did not load is loaded anew on a press, not remembered as lost; what
 * takes long says so. Nothing waits without an end.
 */
import { useEffect, useState, type ComponentType, type ReactElement } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useWords } from "../session-context";
import { Skeleton } from "../skeleton";
import { SHELL_WORDS } from "./words";

/** Milliseconds after which a part that is still loading says that it takes long. */
const LONG = 8_000;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
  },
});

/** Whether a time has passed since the component was first drawn, or since `anew` changed. */
function useLate(milliseconds: number, anew: unknown = null): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    const timer = window.setTimeout(() => setLate(true), milliseconds);
    return () => window.clearTimeout(timer);
  }, [milliseconds, anew]);
  return late;
}

function Waiting(props: { readonly failed: boolean; readonly attempt: number; readonly onRetry: () => void }) {
  const styles = useStyles();
  const words = useWords(SHELL_WORDS);
  const late = useLate(LONG, props.attempt);
  return (
    <div className={styles.root} role="status" data-testid={props.failed ? "part-failed" : "part-loading"}>
      {props.failed ? null : <Skeleton label={words.loading} />}
      {props.failed || late ? (
        <>
          <Text>{props.failed ? words.partFailed : words.partLate}</Text>
          <Button size="small" onClick={props.onRetry} data-testid="part-retry">
            {words.retry}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/**
 * A component that is loaded when it is first drawn.
 * @param load must really load again when it is called again, as `import()` does after a failure
 * @param meanwhile drawn until it is there, in place of bars (a button that opens the part)
 * @example const CheckPane = loadable(async () => (await import("../check/check-pane")).default);
 */
export function loadable<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile?: ReactElement,
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Loadable(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => loaded);
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    const there = Part !== null;
    useEffect(() => {
      if (there) return;
      let current = true;
      load().then(
        (part) => {
          loaded = part;
          if (current) setPart(() => part);
        },
        // Whatever it was: the person is told, and it is tried again on a press.
        () => {
          if (current) setFailed(true);
        },
      );
      return () => {
        current = false;
      };
    }, [attempt, there]);
    if (Part !== null) return <Part {...props} />;
    if (meanwhile !== undefined && !failed) return meanwhile;
    return (
      <Waiting
        failed={failed}
        attempt={attempt}
        onRetry={() => {
          setFailed(false);
          setAttempt(attempt + 1);
        }}
      />
    );
  };
}
