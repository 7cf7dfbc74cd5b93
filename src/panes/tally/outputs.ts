/** How figures leave: rates as a page or a picture, a form from above filled. Loaded when one of them is asked for. */
import type { ActionData } from "../../app/actions";
import { documentName, type Facts } from "../../app/documents";
import { fillForm, formFailure } from "../../app/form";
import { ratesInput, ratesPage, ratesSvg } from "../../app/notice-files";
import type { Session } from "../../app/session";
import type { DraftTools } from "../../hosts/draft";
import { readFormInput } from "../notice/form-input";
import { printHtml } from "../shell/print-html";
import { saveFile } from "../shell/save-file";
import { pictureOfText } from "./picture-of";

/** What is called how, in the user's language. */
interface Names {
  readonly rates: string;
  readonly filled: string;
}

function factsOf(session: Session): Facts {
  return readFormInput(Object.fromEntries(session.getSnapshot().facts)).facts;
}

/** Prints the rates; saves the page where printing is blocked. */
export async function printRates(session: Session, names: Names): Promise<ActionData | null> {
  const input = ratesInput(session, factsOf(session).unit);
  if (input === null) return null;
  const html = await ratesPage(input);
  if (printHtml(html, names.rates)) return {};
  const name = `${documentName(input.unit, session.getSnapshot().asOf?.date ?? null, names.rates)}.html`;
  saveFile(new TextEncoder().encode(html), name, "html");
  return { partial: true, name };
}

/** Saves the rates as a picture. */
export async function saveRates(session: Session, names: Names): Promise<ActionData | null> {
  const input = ratesInput(session, factsOf(session).unit);
  if (input === null) return null;
  const name = `${documentName(input.unit, session.getSnapshot().asOf?.date ?? null, names.rates)}.png`;
  saveFile(await pictureOfText(await ratesSvg(input)), name, "png");
  return { name };
}

/** Fills a form and saves the copy; a refusal is one sentence. */
export async function fillFile(
  session: Session,
  file: File,
  load: () => Promise<DraftTools>,
  names: Names,
): Promise<ActionData | null> {
  const { lang } = session.getSnapshot().settings;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const tools = await load();
  const form = await tools.openForm(file.name, bytes).catch((error: unknown) => formFailure(error, file.name));
  if (!("texts" in form)) return { partial: true, why: form[lang] };
  const outcome = fillForm(session, form, factsOf(session));
  if (outcome === null) return null;
  if (!outcome.ok) return { partial: true, why: outcome[lang] };
  const dot = file.name.lastIndexOf(".");
  const name = `${file.name.slice(0, dot)}${names.filled}${file.name.slice(dot)}`;
  saveFile(outcome.bytes, name, form.format);
  const open = outcome.open.join(lang === "zh" ? "、" : ", ");
  return { name, filled: outcome.filled, formulas: outcome.formulas, open };
}
