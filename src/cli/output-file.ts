/** One ledger in, one file out: arguments of the commands that write documents. */
import type { Args } from "./args";
import { CliFailure } from "./failure";

/** @throws CliFailure unless exactly one file is named */
export function oneFile(args: Args, command: string): string {
  const [file] = args.files;
  if (file !== undefined && args.files.length === 1) return file;
  throw new CliFailure(
    `${file === undefined ? "没有指定台账文件" : "一次只能处理一份台账"}；例如 taizhang ${command} 台账.xlsx -o 文件名.docx。`,
    `${file === undefined ? "No ledger given" : "One ledger at a time"}; for example taizhang ${command} ledger.xlsx -o out.docx.`,
  );
}

/**
 * The path behind -o and its format, by its ending.
 * @throws CliFailure without -o, for an ending that is none of `formats`
 */
export function outputPath<F extends string>(
  args: Args,
  formats: readonly F[],
  example: string,
): { readonly path: string; readonly format: F } {
  const path = args.text("output");
  if (path === null) {
    throw new CliFailure(
      `请用 -o 指定写入的文件；例如 ${example}。`,
      `Name the file to write with -o; for example ${example}.`,
    );
  }
  const lower = path.toLowerCase();
  const format = formats.find((each) => lower.endsWith(`.${each}`));
  if (format !== undefined) return { path, format };
  const endings = formats.map((each) => `.${each}`);
  throw new CliFailure(
    `文件名「${path}」应以 ${endings.join("、")} 结尾；例如 ${example}。`,
    `The name “${path}” must end in ${endings.join(", ")}; for example ${example}.`,
  );
}
