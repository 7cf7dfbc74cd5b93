/** Arguments of one command: strict, with our own sentences for what is wrong. */
import { parseArgs } from "node:util";
import { nearestName } from "../app/settings";
import { CliFailure } from "./failure";
import { COMMAND_OPTIONS, optionSpec, type CommandOption } from "./options";

export interface Args {
  readonly files: readonly string[];
  text(name: CommandOption): string | null;
  texts(name: CommandOption): readonly string[];
  flag(name: CommandOption): boolean;
}

/**
 * Reads the arguments behind a command's name.
 * @throws CliFailure for an unknown option (naming the nearest), a missing value, a value that isn't among the choices
 * @example parseArguments(["a.xlsx", "--format", "json"], ["format"]).text("format") // "json"
 */
export function parseArguments(argv: readonly string[], allowed: readonly CommandOption[], command: string): Args {
  const options = Object.fromEntries(
    allowed.map((name) => {
      const { type, multiple, short } = optionSpec(name);
      return [name, { type, ...(multiple ? { multiple } : {}), ...(short ? { short } : {}) }];
    }),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const files: string[] = [];
  const values = new Map<CommandOption, string[]>();
  const flags = new Set<CommandOption>();
  for (const token of tokens) {
    if (token.kind === "positional") {
      // "$FILE" of a script where nothing set it.
      if (token.value.trim() === "")
        throw new CliFailure(
          `命令 ${command} 收到一个空的文件名；请检查引号或脚本里的变量，写明文件。`,
          `${command} was given an empty file name; check the quotes or the variable in your script, and name the file.`,
        );
      files.push(token.value);
    }
    if (token.kind !== "option") continue;
    const name = allowed.find((each) => each === token.name);
    if (name === undefined) throw unknownOption(token.rawName, token.name, allowed, command);
    const spec = optionSpec(name);
    if (spec.type === "boolean") {
      if (token.value !== undefined) {
        throw new CliFailure(
          `选项 ${token.rawName} 不带取值；请只写 --${name}。`,
          `${token.rawName} takes no value; write --${name}.`,
        );
      }
      flags.add(name);
      continue;
    }
    if (
      token.value === undefined ||
      token.value.trim() === "" ||
      (token.value.startsWith("--") && !token.inlineValue)
    ) {
      const example = `${token.rawName} ${spec.choices?.[0] ?? spec.value}`;
      throw new CliFailure(
        `选项 ${token.rawName} 缺少取值；例如 ${example}。`,
        `${token.rawName} needs a value, for example ${example}.`,
      );
    }
    if (spec.choices && !spec.choices.includes(token.value)) {
      throw new CliFailure(
        `选项 --${name} 只能是 ${spec.choices.join("、")} 之一，现在是「${token.value}」；例如 --${name} ${spec.choices[0]}。`,
        `--${name} must be one of ${spec.choices.join(", ")}, not “${token.value}”; for example --${name} ${spec.choices[0]}.`,
      );
    }
    const list = values.get(name);
    if (list) list.push(token.value);
    else values.set(name, [token.value]);
  }
  return {
    files,
    text: (name) => {
      const list = values.get(name);
      return list ? (list[list.length - 1] ?? null) : null;
    },
    texts: (name) => values.get(name) ?? [],
    flag: (name) => flags.has(name),
  };
}

function unknownOption(raw: string, name: string, allowed: readonly CommandOption[], command: string): CliFailure {
  const elsewhere = Object.keys(COMMAND_OPTIONS).includes(name);
  const nearest = nearestName(name, allowed);
  const zh = nearest ? `；是否指 --${nearest}？` : `；可用的选项见 taizhang ${command} --help。`;
  const en = nearest ? `; did you mean --${nearest}?` : `; see taizhang ${command} --help.`;
  return elsewhere
    ? new CliFailure(`命令 ${command} 没有选项 ${raw}${zh}`, `${command} has no option ${raw}${en}`)
    : new CliFailure(`没有选项 ${raw}${zh}`, `There is no option ${raw}${en}`);
}

/**
 * One of the values of an option that several commands give values of their own; the first where it is not given.
 * @throws CliFailure for a value of another command
 * @example oneOf(args, "level", ["overdue", "due-soon"]) // "overdue"
 */
export function oneOf<V extends string>(args: Args, name: CommandOption, values: readonly [V, ...V[]]): V {
  const text = args.text(name);
  const value = text === null ? values[0] : values.find((each) => each === text);
  if (value !== undefined) return value;
  throw new CliFailure(
    `这里的选项 --${name} 只能是 ${values.join("、")} 之一，现在是「${text}」；例如 --${name} ${values[0]}。`,
    `--${name} must be one of ${values.join(", ")} here, not “${text}”; for example --${name} ${values[0]}.`,
  );
}
