/** 体例: headings and levels of the whole notice; the paragraph's own style is chosen under 综述. */
import { Field, Select } from "@fluentui/react-components";
import { noticeStyles } from "../../app/documents";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { NOTICE_WORDS } from "./words";

export function NoticeStyleChoice() {
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const session = useSession();
  const { settings } = useSnapshot();
  return (
    <Field label={words.style} hint={words.styleHint}>
      <Select
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
