import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { root } from "../lib/paths.mjs";
import { removeCluster } from "../lib/postgres-cluster.mjs";

/** The Node the launcher runs on: the one the operator started the tests with, not the project's own. */
const node = process.env.LINLI_TEST_NODE ?? process.execPath;

/** A folder of its own for a test; removed with the database in it when the test ends. */
export function folderFor(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "linli-launcher-"));
  fs.chmodSync(folder, 0o711);
  t.after(() => {
    for (const name of ["", ...fs.readdirSync(folder)]) removeCluster(path.join(folder, name));
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/**
 * Starts one of the scripts. `output()` is what it has printed, `ended` its exit code, `until(text)` waits for a text.
 * @param {string} script such as `start.mjs`
 */
export function launch(script, { env = {}, args = [] } = {}) {
  const { DATABASE_URL: _none, ...inherited } = process.env;
  const child = spawn(node, [path.join(root, "scripts", script), ...args], {
    cwd: root,
    env: { ...inherited, ...env },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
  const until = async (wanted) => {
    while (!text.includes(wanted)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended without "${wanted}":\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { child, ended, until, output: () => text };
}

/** Runs a script to its end. */
export async function outcomeOf(script, options) {
  const program = launch(script, options);
  const code = await program.ended;
  return { code, output: program.output() };
}

/** The sentences for the operator in an output. */
export function problemsIn(output) {
  return output.split("\n").filter((line) => line.startsWith("错误："));
}

/** Listens on a free port until the test ends. */
export async function occupiedPort(t) {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, resolve));
  t.after(() => server.close());
  return server.address().port;
}
