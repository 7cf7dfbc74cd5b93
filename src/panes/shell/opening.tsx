/** What stands in the window until the session's code is there: the frame's colours and a spinner. */
import { FluentProvider, Spinner } from "@fluentui/react-components";
import { say } from "../words";
import { themeOf, type Look } from "./theme";

const WORDS = { opening: say("正在打开…", "Opening…") };
const PLACE = { minHeight: "100vh", display: "grid", placeItems: "center" } as const;

export function Opening(props: { readonly look: Look }) {
  const lang = window.navigator.language.startsWith("zh") ? "zh" : "en";
  return (
    <FluentProvider theme={themeOf(props.look)} style={PLACE} data-testid="opening">
      <Spinner label={WORDS.opening[lang]} />
    </FluentProvider>
  );
}
