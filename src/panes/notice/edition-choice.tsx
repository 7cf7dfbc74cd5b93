/** For the public or for inside, and what the two differ in. */
import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { describeDifference, EDITIONS, type Edition, type NoticeDocument } from "../../app/documents";
import { useLang, useWords } from "../session-context";
import { Disclosure } from "../disclosure";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

export function EditionChoice(props: {
  readonly edition: Edition;
  readonly differences: NoticeDocument["differences"];
  readonly onChange: (edition: Edition) => void;
}) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  return (
    <>
      <Field label={words.edition}>
        <RadioGroup
          layout="horizontal"
          value={props.edition}
          onChange={(_event, data) => props.onChange(data.value === "inside" ? "inside" : "public")}
        >
          {EDITIONS.map((edition) => (
            <Radio key={edition} value={edition} label={words.editions[edition]} data-testid={`edition-${edition}`} />
          ))}
        </RadioGroup>
      </Field>
      <Disclosure heading={words.differences} openAtFirst={false} testid="edition-differences">
        <ul className={styles.list}>
          {props.differences.map((difference, index) => (
            <li key={index}>
              <Text size={200}>{describeDifference(difference, lang)}</Text>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
