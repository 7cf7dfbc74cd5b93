/** The figures of a pasted paragraph: the template so far, questions, and what stays as text. */
import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import {
  changedFigures,
  describeVerdict,
  isAsked,
  templateOf,
  writtenBy,
  writtenNow,
  type Answers,
  type MatchedFigure,
  type MatchedParagraph,
} from "../../app/paragraph-template";
import { useLang, useSession, useWords } from "../session-context";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  template: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap", lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  place: { overflowWrap: "anywhere" },
});

/** Stays as it is written. */
const AS_TEXT = "text";
/** Characters shown on both sides of a figure that is asked about. */
const AROUND = 12;
/** Two characters of one number. */
const IN_NUMBER = /^[\d.,％%]{2}$/u;

/** The words beside a figure. No number is cut in two: of 12个 no 2个 is left. */
function around(text: string, { start, end }: MatchedFigure): string {
  let from = Math.max(0, start - AROUND);
  let to = Math.min(text.length, end + AROUND);
  while (from > 0 && IN_NUMBER.test(text.slice(from - 1, from + 1))) from -= 1;
  while (to < text.length && IN_NUMBER.test(text.slice(to - 1, to + 1))) to += 1;
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}

export function MatchedFigures(props: {
  readonly matched: MatchedParagraph;
  readonly answers: Answers;
  readonly onAnswer: (start: number, place: string | null) => void;
}) {
  const { matched, answers } = props;
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const lang = useLang();
  const session = useSession();
  const { figures, text } = matched;
  const places = figures.filter((one) => one.verdict.type === "place").length;
  const changed = changedFigures(session, matched, answers);
  const fixed = figures.filter(({ verdict }) => verdict.type === "fixed");
  return (
    <>
      <Text weight="semibold" data-testid="matched-count">
        {words.matched(places)}
      </Text>
      <p className={styles.template} data-testid="matched-template">
        {templateOf(matched, answers)}
      </p>
      <Text weight="semibold">{words.willRead}</Text>
      <p className={styles.template} data-testid="will-read">
        {writtenBy(session, templateOf(matched, answers)) ?? words.cannotWrite}
      </p>
      {changed.length > 0 ? (
        <ul className={styles.list} data-testid="changed-figures">
          {changed.map(({ figure, now }) => (
            <li key={figure.start}>{words.changes(around(text, figure), figure.text, now)}</li>
          ))}
        </ul>
      ) : null}
      {figures.map((figure) =>
        figure.verdict.type === "doubt" && isAsked(figure) ? (
          <Field
            key={figure.start}
            label={`${around(text, figure)}：${figure.text}`}
            hint={describeVerdict(figure, lang)}
            data-testid="doubt"
          >
            <RadioGroup
              value={valueOf(answers, figure.start)}
              onChange={(_event, data) => props.onAnswer(figure.start, data.value === AS_TEXT ? null : data.value)}
            >
              {figure.verdict.candidates.map((place) => (
                <Radio
                  key={place}
                  value={place}
                  label={{ className: styles.place, children: words.candidate(place, writtenNow(session, place)) }}
                />
              ))}
              <Radio value={AS_TEXT} label={words.asText} />
            </RadioGroup>
          </Field>
        ) : null,
      )}
      {fixed.length > 0 ? (
        <div data-testid="fixed-figures">
          <Text weight="semibold">{words.fixed}</Text>
          <ul className={styles.list}>
            {fixed.map((figure) => (
              <li key={figure.start}>
                {around(text, figure)}：{figure.text}（{describeVerdict(figure, lang)}）
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function valueOf(answers: Answers, start: number): string {
  const answer = answers.get(start);
  return answer === undefined ? "" : (answer ?? AS_TEXT);
}
