/** What holds a text back because it changes figures, with the way to settle it and the deliberate way past. */
import { useEffect } from "react";
import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from "@fluentui/react-components";
import { ruleName } from "../app/core";
import { useLang, useSession, useSnapshot, useWords } from "./session-context";
import { say } from "./words";

const HELD_WORDS = {
  title: say("以下问题会改变数字，先处理再使用", "These findings change the figures; settle them first"),
  settle: say("去处理", "Settle them"),
  off: say("（已在设置里关闭，核验时不列出）", " (switched off in the settings, not listed)"),
  anyway: say("仍要使用（已知数字可能不准）", "Use it anyway (figures may be wrong)"),
};

/** Checks a ledger that was not checked yet: what holds a text back is only known after that. */
export function useCheckOnce(): void {
  const session = useSession();
  const { phase, counts, ledgers } = useSnapshot();
  useEffect(() => {
    if (phase === "ready" && counts === null && ledgers.length > 0) void session.check({ asked: false });
  }, [session, phase, counts, ledgers.length]);
}

export function HeldWarning(props: {
  /** Aliases of the rules with findings; nothing is shown without any. */
  readonly held: readonly string[];
  readonly testid: string;
  readonly anywayTestid: string;
  /** What to say once the way past was taken. */
  readonly anywayNote?: string;
  readonly onSettle: () => void;
}) {
  const words = useWords(HELD_WORDS);
  const lang = useLang();
  const session = useSession();
  const { writeAnyway, rules } = useSnapshot().settings;
  if (props.held.length === 0) return null;
  return (
    <MessageBar intent={writeAnyway ? "warning" : "error"} layout="multiline" data-testid={props.testid}>
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        <br />
        {props.held
          .map((alias) => ruleName(alias, lang) + (rules.get(alias) === "off" ? words.off : ""))
          .join(lang === "zh" ? "、" : ", ")}
        <div>
          <Checkbox
            label={words.anyway}
            checked={writeAnyway}
            data-testid={props.anywayTestid}
            onChange={(_event, data) => void session.changeSettings({ writeAnyway: data.checked === true })}
          />
        </div>
        {writeAnyway && props.anywayNote !== undefined ? <Text size={200}>{props.anywayNote}</Text> : null}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={props.onSettle}>{words.settle}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
