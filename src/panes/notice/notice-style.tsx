/** 体例: headings and levels of the whole notice; the paragraph's own style is chosen under 综述. */
import { Field, makeStyles, Select } from "@fluentui/react-components";
import { noticeStyles } from "../../app/documents";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { NOTICE_WORDS } from "./words";

// Headings are long: the list is as wide as the pane, and no wider.
const useStyles = makeStyles({
  field: { minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  select: { minWidth: 0, "& select": { textOverflow: "ellipsis" } },
});

export function NoticeStyleChoice() {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const session = useSession();
  const { settings } = useSnapshot();
  return (
    <Field className={styles.field} label={words.style} hint={words.styleHint}>
      <Select
        className={styles.select}
        value={settings.noticeStyle ?? settings.style}
        data-testid="notice-style"
        onChange={(_event, data) => void session.changeSettings({ noticeStyle: data.value })}
      >
        {noticeStyles().map(({ name, headings, title }) => (
          <option key={name} value={name}>
            {lang === "zh" ? headings.join("、") : title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
