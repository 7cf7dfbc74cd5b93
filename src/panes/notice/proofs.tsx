/** What proofreading will find in texts of the ledger and the form, before the notice goes out; each with its place. */
import { useEffect, useState } from "react";
import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { NoticeDocument } from "../../app/documents";
import type { describeProof, NoticeProof } from "../../app/notice-proof";
import { Disclosure } from "../disclosure";
import { inSlices } from "../in-slices";
import { useLang, useSession, useWords } from "../session-context";
import { useJump } from "../shell/jumping";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Drawn at most: what is more is told by its number, and stands in 校对. */
const SHOWN = 30;

interface Found {
  readonly proofs: readonly NoticeProof[];
  readonly describe: typeof describeProof;
}

export function Proofs(props: { readonly notice: NoticeDocument }) {
  const { notice } = props;
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const session = useSession();
  const jump = useJump();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const proofing = await import(/* webpackChunkName: "notice-proof" */ "../../app/notice-proof");
      const { noticeProofInSteps, describeProof: describe } = proofing;
      const proofs = await inSlices(noticeProofInSteps(session, notice), stop.signal);
      if (proofs !== null) setFound({ proofs, describe });
    };
    // Behind what is typed; a part that cannot be loaded leaves the notice as it is: 校对 finds the same.
    const timer = setTimeout(() => void load().catch(() => undefined), 300);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [session, notice]);
  if (found === null || found.proofs.length === 0) return null;
  const { proofs, describe } = found;
  return (
    <Disclosure heading={words.proofs(proofs.length)} openAtFirst={false} testid="notice-proofs">
      <Text size={200}>{words.proofsHint}</Text>
      <ul className={styles.list}>
        {proofs.slice(0, SHOWN).map((proof) => {
          const { finding, origin } = proof;
          return (
            <li key={finding.id}>
              {origin.type === "ledger" ? (
                <Link onClick={() => void jump.toRows(origin.rows)}>{describe(proof, lang)}</Link>
              ) : (
                <Text size={200}>{describe(proof, lang)}</Text>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
