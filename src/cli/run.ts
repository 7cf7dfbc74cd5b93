/** The command line: finds the command, reads its arguments, turns every failure into one sentence and a status. */
import { nearestName } from "../app/settings";
import type { Lang } from "../rule";
import { parseArguments } from "./args";
import { COMMAND_NAMES, loadCommand, loadCommands } from "./commands";
import { internalFailure } from "./each-file";
import { CliFailure } from "./failure";
import { commandHelp, programHelp } from "./help";
import type { Io } from "./io";
import { langOf, withoutLeadingLang } from "./lang";
import { terminalIo } from "./terminal";
import { versionText } from "./version";

/**
 * Runs the command line.
 * @param argv arguments behind the program's name
 * @returns exit status: 0, 1 (findings), 2 (unusable input)
 * @example await run(["check", "台账.xlsx"], createNodeIo())
 */
export async function run(argv: readonly string[], streams: Io): Promise<number> {
  const io = terminalIo(streams);
  const lang = langOf(argv);
  try {
    return await dispatch(argv, io, lang);
  } catch (error) {
    if (error instanceof CliFailure) {
      io.err(`${error.sentence(lang)}\n`);
      return 2;
    }
    io.err(`${internalFailure(error, io).sentence(lang)}\n`);
    return 2;
  }
}

async function dispatch(argv: readonly string[], io: Io, lang: Lang): Promise<number> {
  const [name, ...rest] = withoutLeadingLang(argv);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const about = rest[0] === undefined ? null : await loadCommand(rest[0]);
    const help = `${about ? commandHelp(about, lang) : programHelp(await loadCommands(), lang)}\n`;
    if (name === undefined) io.err(help);
    else io.out(help);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-v" || name === "version") {
    io.out(versionText(parseArguments(rest, ["json", "lang"], "--version").flag("json")));
    return 0;
  }
  const command = await loadCommand(name);
  if (!command) throw unknownCommand(name);
  const args = parseArguments(rest, command.options, command.name);
  if (args.flag("help")) {
    io.out(`${commandHelp(command, lang)}\n`);
    return 0;
  }
  return command.run(args, io, lang);
}

function unknownCommand(name: string): CliFailure {
  const nearest = nearestName(name, COMMAND_NAMES);
  const zh = nearest ? `；是否指 ${nearest}？` : `；可用的命令有 ${COMMAND_NAMES.join("、")}。`;
  const en = nearest ? `; did you mean ${nearest}?` : `; there are ${COMMAND_NAMES.join(", ")}.`;
  return new CliFailure(`没有命令「${name}」${zh}`, `There is no command “${name}”${en}`);
}
