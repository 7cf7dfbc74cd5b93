/** The notice as it will read: outline beside it, open places marked, figures with where they come from. */
import { useEffect, useMemo, useRef, useState } from "react";
import { Badge, Button, mergeClasses } from "@fluentui/react-components";
import type { BlockRole, NoticeBlock, NoticeDocument } from "../../app/documents";
import { useWords } from "../session-context";
import { usePreviewStyles } from "./preview-styles";
import { NOTICE_WORDS } from "./words";

/** Paragraphs, and entries of the outline, drawn at first and added by each press: thousands would stop the window. */
const PAGE = 100;

const HEADINGS: ReadonlySet<BlockRole> = new Set<BlockRole>(["part", "section", "parent", "problem"]);

export function NoticePreview(props: {
  readonly document: NoticeDocument;
  /** Block to scroll to; the serial makes the same block count anew. */
  readonly target: { readonly block: number; readonly serial: number } | null;
  readonly onTarget: (block: number) => void;
}) {
  const { document: notice, target } = props;
  const styles = usePreviewStyles();
  const words = useWords(NOTICE_WORDS);
  const box = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(PAGE);
  const [entries, setEntries] = useState(PAGE);
  const doubts = useMemo(() => doubtsByBlock(notice), [notice]);
  const shown = Math.max(limit, target ? target.block + 50 : 0);
  useEffect(() => {
    const element = box.current;
    const place = target ? element?.querySelector<HTMLElement>(`[data-block="${target.block}"]`) : null;
    if (element && place) element.scrollTop = Math.max(0, place.offsetTop - 24);
  }, [target]);
  return (
    <>
      {notice.outline.length > 0 ? (
        <ul className={styles.outline} aria-label={words.outline} data-testid="outline" tabIndex={0}>
          {notice.outline.slice(0, entries).map((entry) => (
            <li key={entry.block}>
              <Button
                appearance="subtle"
                size="small"
                className={styles.entry}
                style={{ paddingLeft: `${4 + (entry.level - 1) * 14}px` }}
                onClick={() => props.onTarget(entry.block)}
                data-testid="outline-entry"
              >
                <span className={styles.name}>{entry.text}</span>
                {entry.items > 1 ? (
                  <Badge appearance="tint" color="informative" className={styles.badge}>
                    {words.items(entry.items)}
                  </Badge>
                ) : null}
                {entry.missing > 0 ? (
                  <Badge appearance="tint" color="warning" className={styles.badge}>
                    {words.open(entry.missing)}
                  </Badge>
                ) : null}
              </Button>
            </li>
          ))}
          {notice.outline.length > entries ? (
            <li>
              <Button size="small" onClick={() => setEntries(entries + PAGE)} data-testid="outline-more">
                {words.moreEntries(Math.min(PAGE, notice.outline.length - entries))}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : null}
      <div
        ref={box}
        className={styles.box}
        role="region"
        aria-label={words.preview}
        tabIndex={0}
        lang="zh-CN"
        data-testid="notice-text"
      >
        {notice.blocks.slice(0, shown).map((block, index) => (
          <Block
            key={index}
            block={block}
            index={index}
            current={target?.block === index}
            doubt={doubts.get(index) ?? null}
          />
        ))}
        {notice.blocks.length > shown ? (
          <Button onClick={() => setLimit(shown + PAGE)}>
            {words.showMore(Math.min(PAGE, notice.blocks.length - shown))}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** Blocks of items that are said to be done while their text is not, with the words that say so. */
function doubtsByBlock({ items }: NoticeDocument): ReadonlyMap<number, string> {
  const doubts = new Map<number, string>();
  for (const { doubt, from, to } of items) {
    if (doubt !== null) for (let block = from; block < to; block++) doubts.set(block, doubt);
  }
  return doubts;
}

function Block(props: {
  readonly block: NoticeBlock;
  readonly index: number;
  readonly current: boolean;
  readonly doubt: string | null;
}) {
  const { block, doubt } = props;
  const styles = usePreviewStyles();
  const words = useWords(NOTICE_WORDS);
  const look =
    block.role === "title"
      ? styles.title
      : block.role === "signature" || block.role === "date"
        ? styles.right
        : HEADINGS.has(block.role)
          ? styles.heading
          : undefined;
  return (
    <p
      className={mergeClasses(
        styles.block,
        look,
        props.current ? styles.target : undefined,
        doubt === null ? undefined : styles.doubt,
      )}
      title={doubt === null ? undefined : words.doubt(doubt)}
      data-doubt={doubt ?? undefined}
      data-block={props.index}
      data-role={block.role}
    >
      {block.spans.map((span, index) =>
        span.type === "unset" ? (
          <mark key={index} className={styles.unset}>
            {span.text}
          </mark>
        ) : span.type === "figure" ? (
          <span key={index} className={styles.figure} title={span.metric}>
            {span.text}
          </span>
        ) : (
          span.text
        ),
      )}
    </p>
  );
}
