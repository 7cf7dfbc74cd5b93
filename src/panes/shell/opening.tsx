/** What stands in the window until the session's code is there: the frame's colours, bars where it will stand, and a way on. */
import { useEffect, useState } from "react";
import { Button, FluentProvider, Text } from "@fluentui/react-components";
import { Skeleton } from "../skeleton";
import { pickWords, say } from "../words";
import { themeOf, type ThemeLook } from "./theme";

const WORDS = {
  opening: say("正在打开…", "Opening…"),
  late: say(
    "打开时间较长。可以再等一等，或者重试。",
    "This is taking a long time. You can wait a little longer or try again.",
  ),
  failed: say(
    "台账助手没有载入完整。请检查网络后重试；台账没有被改动。",
    "Ledger Assistant did not load completely. Check the network and try again; the ledger is unchanged.",
  ),
  retry: say("重试", "Try again"),
};
const PLACE = {
  minHeight: "100vh",
  display: "flex",
  flexDirection: "column",
  alignItems: "center",
  justifyContent: "center",
  textAlign: "center",
  gap: "12px",
  padding: "16px",
  boxSizing: "border-box",
} as const;
const BARS = { width: "min(320px, 100%)" } as const;
/** Milliseconds after which it says that it takes long. */
const LONG = 8_000;

export function Opening(props: {
  readonly look: ThemeLook;
  readonly failed?: boolean;
  /** Begins anew; what is still under way no longer counts. */
  readonly onRetry: () => void;
}) {
  const words = pickWords(WORDS, window.navigator.language.startsWith("zh") ? "zh" : "en");
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), LONG);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <FluentProvider
      theme={themeOf(props.look)}
      style={PLACE}
      data-testid={props.failed ? "opening-failed" : "opening"}
      role="status"
    >
      {props.failed ? (
        <Text>{words.failed}</Text>
      ) : (
        <div style={BARS}>
          <Skeleton label={words.opening} />
        </div>
      )}
      {late && !props.failed ? <Text>{words.late}</Text> : null}
      {late || props.failed ? (
        <Button appearance="primary" onClick={props.onRetry} data-testid="opening-retry">
          {words.retry}
        </Button>
      ) : null}
    </FluentProvider>
  );
}
