/**
 * The cell of a finding, to be changed where it is listed: what could stand there, how a date would be read, and what
 * became of the writing. Enter applies, Escape restores.
 */
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { readTyped, type MendTarget } from "../../app/mending";
import { editOutcomeText } from "../../app/words";
import { cellName } from "../../grid";
import type { Finding } from "../../rule";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton, usePending } from "../shell/action-button";
import { AlikeFix } from "./alike-fix";
import { isComposing } from "../shortcuts";
import { Options, useOptions } from "./options";
import { standingOf, typedPlace } from "./standing";
import { NEXT_WITHIN } from "./typed-ahead";
import { useDropped } from "./use-dropped";
import type { Review } from "./use-review";
import { CHECK_WORDS } from "./words";

/** Longer texts, and those of several lines, are written in a box. */
const LONG = 24;

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1, minWidth: 0 },
  button: { minWidth: 0, flexShrink: 0 },
});

export function MendField(props: {
  readonly finding: Finding;
  readonly target: MendTarget;
  /** Takes the keyboard when its card opens, and is the card's stop of the tab key. */
  readonly first: boolean;
  readonly typing: Review["typing"];
}) {
  const { finding, target } = props;
  const { ahead, dropped, lose } = props.typing;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const { settings } = useSnapshot();
  const standing = standingOf(session);
  const place = typedPlace(finding.id, target);
  const [typed, setTyped] = useState<string | null>(() => standing.typed.get(place) ?? null);
  const [note, setNote] = useState<string | null>(null);
  const text = typed ?? target.text;
  const options = useOptions(standing, finding.sheet, target, typed);
  const listId = useId();
  const read = useMemo(() => {
    const reading = session.reading();
    return reading === null ? null : readTyped(reading, finding, target, text, settings.concentratedMonths);
  }, [session, finding, target, text, settings.concentratedMonths]);

  const row = useRef<HTMLDivElement>(null);
  /** Written, and not yet gone from the list: what is typed is for the next card. */
  const settled = useRef(false);
  /** What keeps a text from being written, with the texts behind it that no card takes. */
  const refuse = (why: string) => {
    const left = ahead.waiting;
    ahead.drop();
    setNote(left.length === 0 ? why : words.andLeft(why, left));
  };
  const [busy, apply] = usePending(async (value: string) => {
    setNote(null);
    if (value === target.text) return refuse(words.unchanged);
    const reading = session.reading();
    const as = reading && readTyped(reading, finding, target, value, settings.concentratedMonths);
    if (as?.refused === true) return refuse(words.noDay(value.trim(), as.words[lang]));
    // Whoever types on begins a text of its own.
    if (ahead.isEmpty) row.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea")?.select();
    const { written, outcomes, failure } = await session.mend(finding.id, { field: target.field, typed: value });
    if (written === 0) {
      const why = outcomes[0];
      setTyped(ahead.open ?? value);
      if (why) return refuse(`${words.notWritten}${lang === "zh" ? "" : " "}${editOutcomeText(why.outcome, lang)}`);
      return refuse(failure === null ? words.gone : words.notWritten);
    }
    standing.typed.delete(place);
    // Seen only where the finding is still there.
    setTyped(ahead.open);
    setNote(words.still);
    settled.current = true;
    // Where no card comes next it belongs to none that is opened later.
    setTimeout(() => {
      settled.current = false;
      if (row.current === null) lose(ahead.drop(finding.id));
      else refuse(words.still);
    }, NEXT_WITHIN);
  });
  useLayoutEffect(() => {
    const begun = ahead.begin(finding.id, target.field);
    if (begun === null) return;
    setTyped(begun.applies ? (ahead.open ?? "") : begun.text);
    if (begun.applies) apply(begun.text);
    else if (begun.entered) refuse(words.typedAhead);
    // Once, when the card comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  // Another pane, or another card, may be looked at before it is written.
  useLayoutEffect(() => {
    if (typed === null || typed === target.text) standing.typed.delete(place);
    else standing.typed.set(place, typed);
  }, [standing, place, typed, target.text]);
  useDropped(busy || typed === target.text ? null : typed, row, dropped);
  const change = (value: string) => {
    options.leave();
    setNote(null);
    setTyped(value);
    if (busy || settled.current) ahead.typed(finding.id, target.field, value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (!busy && !settled.current) apply(options.active ?? text);
      else if (ahead.entered()) setTyped("");
    } else if (event.key === "Escape" && (typed !== null || options.active !== null)) {
      event.preventDefault();
      options.leave();
      setNote(null);
      ahead.drop();
      setTyped(null);
    } else options.onKeyDown(event);
  };
  const long = target.kind === "text" && (target.text.length > LONG || target.text.includes("\n"));
  const field = {
    value: text,
    placeholder: words.blank,
    tabIndex: props.first ? 0 : -1,
    onKeyDown,
    "data-testid": "mend-value",
    ...(props.first ? { "data-first": "" } : {}),
  } as const;
  const choosing = options.shown.length > 0;
  const reads = read === null ? undefined : words.readsAs(read.words[lang]);
  return (
    <>
      <Field
        label={`${target.label[lang]} ${cellName(target.cell.row, target.cell.col)}`}
        hint={reads ?? (long ? words.newline : undefined)}
        validationState={note !== null ? "warning" : read === null ? "none" : read.ok ? "success" : "warning"}
        validationMessage={note ?? undefined}
        data-testid="mend"
        data-reads={read === null ? undefined : read.words.zh}
      >
        {(control) => (
          <div className={styles.row} ref={row}>
            {long ? (
              <Textarea
                {...control}
                {...field}
                className={styles.grow}
                resize="vertical"
                rows={Math.min(6, Math.ceil(text.length / LONG) + 1)}
                onChange={(_event, data) => change(data.value)}
              />
            ) : (
              <Input
                {...control}
                {...field}
                className={styles.grow}
                {...(choosing
                  ? {
                      role: "combobox",
                      "aria-expanded": true,
                      "aria-controls": listId,
                      "aria-autocomplete": "list",
                      "aria-activedescendant": options.activeId(listId),
                      autoComplete: "off",
                    }
                  : {})}
                onChange={(_event, data) => change(data.value)}
              />
            )}
            <ActionButton
              appearance="primary"
              className={styles.button}
              tabIndex={-1}
              run={async () => apply(text)}
              data-testid="mend-apply"
            >
              {words.apply}
            </ActionButton>
          </div>
        )}
      </Field>
      {choosing ? <Options id={listId} options={options} near={target.near} onTake={(value) => apply(value)} /> : null}
      {target.near !== "" && target.field === finding.field ? <AlikeFix finding={finding} value={target.near} /> : null}
    </>
  );
}
