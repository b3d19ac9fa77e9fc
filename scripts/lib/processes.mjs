import { spawn } from "node:child_process";
import { Interrupted } from "./problem.mjs";

const running = new Set();
let interrupted = false;

/** A command ended with a failure; `output` is what it printed. */
export class CommandFailed extends Error {
  constructor(command, code, signal, output) {
    super(`${command} ended with ${signal ?? `exit code ${code}`}`);
    this.code = code;
    this.signal = signal;
    this.output = output;
  }
}

/**
 * Runs a command to its end.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, show?: "all" | "none" | ((line: string) => void) }} [options]
 *   `show` says what becomes of its output: shown as it comes, kept for the error, or handed over line by line
 * @returns {Promise<string>} what it printed, unless everything was shown
 */
export function run(command, args, { show = "none", ...options } = {}) {
  if (interrupted) return Promise.reject(new Interrupted());
  return new Promise((resolve, reject) => {
    const stdio = show === "all" ? "inherit" : ["ignore", "pipe", "pipe"];
    const child = spawn(command, args, { ...options, stdio });
    const output = collectOutput(child, typeof show === "function" ? show : undefined);
    running.add(child);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve(output());
      reject(interrupted ? new Interrupted() : new CommandFailed(command, code, signal, output()));
    });
  });
}

/** Ends the commands under way and refuses new ones. */
export function interruptCommands(signal = "SIGTERM") {
  interrupted = true;
  for (const child of running) child.kill(signal);
}

/** Throws when the operator has asked to stop. */
export function stopIfInterrupted() {
  if (interrupted) throw new Interrupted();
}

function collectOutput(child, onLine) {
  let text = "";
  let rest = "";
  const take = (chunk) => {
    text = (text + chunk).slice(-200_000);
    if (!onLine) return;
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    for (const line of lines) onLine(line);
  };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", take);
  return () => {
    if (onLine && rest) onLine(rest);
    rest = "";
    return text;
  };
}

/** Resolves with `{ code, signal }` when the child has ended. */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
}

/** Asks a child to end with `signal`; after `graceMs` with `lastSignal`. */
export async function endChild(child, signal, graceMs, lastSignal = "SIGKILL") {
  const end = ended(child);
  child.kill(signal);
  const timer = setTimeout(() => child.kill(lastSignal), graceMs);
  await end;
  clearTimeout(timer);
}

/** Whether a process with this id exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The last lines of a text, for an error report. */
export function lastLines(text, count = 40) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
