/** taizhang proofread: a notice held against itself, and against its ledger. */
import { proofreadDraft, withoutIgnored, type OpenLedger } from "../../app/proofread-draft";
import { createNoticeIgnores, noticeKey } from "../../app/session";
import { reaches } from "../../rule";
import { proofreadJson } from "../../proofread";
import type { Args } from "../args";
import type { Command } from "../command";
import { clearProgress, eachFile } from "../each-file";
import { expandInputs, NOTICES } from "../inputs";
import type { Io } from "../io";
import { openDraftFile } from "../open-draft";
import { READING_OPTIONS } from "../options";
import { createPaint } from "../paint";
import { proofreadText } from "../proofread-text";
import { readRequest, type Request } from "../request";
import { openSession, requireLedger } from "../run-files";
import { shownName } from "../terminal";

export const proofread: Command = {
  name: "proofread",
  zh: "校对通报稿，可与台账核对",
  en: "proofread a notice, also against its ledger",
  operands: { zh: "通报…", en: "NOTICE…" },
  options: ["ledger", "final", ...READING_OPTIONS],
  examples: [
    "taizhang proofread 通报.docx",
    "taizhang proofread --ledger 台账.xlsx --as-of 2025-10-10 通报.docx",
    "taizhang proofread --final 通报.docx",
    "taizhang proofread --format json --fail-on warning 各单位通报/",
  ],
  run: async (args, io, asked) => {
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const inputs = await expandInputs(args.files, "proofread", NOTICES);
    const { many } = inputs;
    const ledger = await openLedger(args, request, io);
    const paint = createPaint(io);
    const ignores = createNoticeIgnores(() => request.store, io.wallClock);
    return eachFile(inputs, { io, lang, format: request.format }, async (file, index) => {
      const draft = await openDraftFile(file);
      const { lines, cells } = draft;
      const read = proofreadDraft(lines, ledger, { settings: request.settings, final: args.flag("final"), cells });
      const result = withoutIgnored(read, await ignores.load(noticeKey(read.document)));
      clearProgress(io);
      if (request.format === "json") {
        const at = (line: number): number => draft.paragraphs[line - 1] ?? line;
        const json = proofreadJson(result, { file, lang });
        const byParagraph = {
          ...json,
          findings: json.findings.map((finding) => ({ ...finding, line: at(finding.line) })),
          claims: json.claims.map((claim) => ({ ...claim, line: at(claim.line) })),
          ...(json.figures
            ? {
                figures: {
                  ...json.figures,
                  uncompared: json.figures.uncompared.map((figure) => ({ ...figure, line: at(figure.line) })),
                },
              }
            : {}),
        };
        io.out(`${many ? JSON.stringify(byParagraph) : JSON.stringify(byParagraph, null, 2)}\n`);
      } else {
        if (many) io.out(`${index > 0 ? "\n" : ""}== ${shownName(file)} ==\n`);
        io.out(`${proofreadText(result, draft.paragraphs, draft.format, { lang, paint })}\n`);
      }
      return result.findings.some(({ severity }) => reaches(severity, request.failOn)) ? 1 : 0;
    });
  },
};

async function openLedger(args: Args, request: Request, io: Io): Promise<OpenLedger | null> {
  const path = args.text("ledger");
  if (path === null) return null;
  const { session } = await openSession(path, request, io);
  requireLedger(session, path);
  const reading = session.reading();
  const tally = session.tally();
  if (reading === null || tally === null) throw new Error("not read");
  return { reading, tally };
}
