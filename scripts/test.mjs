// `npm test`: everything that is checked, with what it needs installed first. `npm test -- api room.spec` runs a part.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { removeCluster, startCluster, THROW_AWAY } from "./lib/postgres-cluster.mjs";
import { Interrupted, main, Problem, sentenceFor } from "./lib/problem.mjs";
import { say, secondsSince, secondsSoFar } from "./lib/report.mjs";
import { whenAskedToStop } from "./lib/signals.mjs";
import { steps } from "./lib/testing/steps.mjs";
import { lastLine, nothing, sum } from "./lib/testing/tally.mjs";
import { prepareWorkspace } from "./lib/workspace.mjs";

void main(async () => {
  const { chosen, args } = chosenSteps(process.argv.slice(2));
  process.env.TZ = "Asia/Shanghai";
  void whenAskedToStop();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "linli-test-"));
  // The database runs as another user under root and has to get through.
  fs.chmodSync(folder, 0o711);
  const clusters = [];
  const results = [];
  try {
    const workspace = await prepareWorkspace({ build: [] });
    // What tests and browsers leave behind goes with the folder.
    workspace.env.TMPDIR = path.join(folder, "tmp");
    fs.mkdirSync(workspace.env.TMPDIR, { mode: 0o711 });
    const testCluster = once(async () => {
      const cluster = await startTestCluster(path.join(folder, "database"));
      clusters.push(cluster);
      return cluster;
    });
    results.push(...(await runSteps(chosen, { workspace, args, folder, testCluster })));
  } finally {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
    removeCluster(path.join(folder, "database"));
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return report(results);
});

/** All steps, or the one named first; a step that needs the build brings it along. */
function chosenSteps([name, ...args]) {
  if (name === undefined) return { chosen: steps, args: [] };
  const step = steps.find((one) => one.name === name);
  if (!step) throw new Problem(`没有名为 ${name} 的测试步骤：可选 ${steps.map((one) => one.name).join("、")}`);
  const build = steps.find((one) => one.name === "build");
  return { chosen: step.needsBuild ? [build, step] : [step], args };
}

async function runSteps(chosen, context) {
  const results = [];
  let buildFailed = false;
  for (const { name, title, needsBuild, run } of chosen) {
    if (needsBuild && buildFailed) continue;
    const from = Date.now();
    say(`\n── ${title} ${"─".repeat(Math.max(3, 70 - title.length))}`);
    const tally = await run(context).catch(asFailure);
    buildFailed ||= name === "build" && tally.failed > 0;
    const line = `${tally.failed > 0 ? "FAILED" : "ok"}  ${title}  ${secondsSince(from)} s`;
    say(line);
    results.push({ line, tally });
  }
  return results;
}

/** A step that breaks counts as one failure and does not keep the others from running. */
function asFailure(error) {
  if (error instanceof Interrupted) throw error;
  console.error(sentenceFor(error) ?? error);
  if (error.details) console.error(error.details);
  return { ...nothing(), failed: 1 };
}

function report(results) {
  say(`\n── summary ${"─".repeat(63)}`);
  for (const { line, tally } of results) say(`${line}${sum([tally]).passed > 0 ? `  (${lastLine(tally)})` : ""}`);
  const total = sum(results.map(({ tally }) => tally));
  say(`total ${secondsSoFar()} s`);
  say(lastLine(total));
  return total.failed > 0 ? 1 : 0;
}

async function startTestCluster(folder) {
  fs.mkdirSync(folder, { mode: 0o711 });
  return startCluster({ folder, password: "test", settings: { ...THROW_AWAY, max_connections: 200 } });
}

/** The same promise for every call. */
function once(make) {
  let made;
  return () => (made ??= make());
}
