/** A failure the operator can act on: shown as one sentence, without a stack. */
export class Problem extends Error {
  /** @param {string} sentence @param {string} [details] lines shown under the sentence, such as the end of a log */
  constructor(sentence, details) {
    super(sentence);
    this.details = details;
  }
}

/** Thrown when the operator asked to stop while something was still being prepared. */
export class Interrupted extends Error {}

const fullDisk = /ENOSPC|no space left on device|check free disk space/i;

/** Whether an error, or the text a command printed, says that the disk is full. */
export function saysDiskFull(text) {
  return fullDisk.test(String(text));
}

/** The sentence for an error: a problem says it itself; a full disk is recognised wherever it happens. */
export function sentenceFor(error) {
  if (error instanceof Problem && !saysDiskFull(error.details ?? "")) return error.message;
  if (saysDiskFull(`${error?.code} ${error?.message} ${error?.details ?? ""}`)) {
    return "磁盘已满：写入时没有剩余空间，请清理磁盘后重试";
  }
  return error instanceof Problem ? error.message : undefined;
}

/** Runs a command-line program: its return value is the exit code, a problem is one sentence and exit code 1. */
export async function main(program) {
  try {
    if (Number(process.versions.node.split(".")[0]) < 20) {
      throw new Problem(`需要 Node 20 或更新版本，现在是 ${process.versions.node}`);
    }
    process.exitCode = (await program()) ?? 0;
  } catch (error) {
    process.exitCode = failed(error);
  }
}

function failed(error) {
  if (error instanceof Interrupted) {
    console.error("\n已取消");
    return 130;
  }
  const sentence = sentenceFor(error);
  console.error(sentence === undefined ? error : `\n错误：${sentence}`);
  if (error instanceof Problem && error.details) console.error(error.details);
  return 1;
}
