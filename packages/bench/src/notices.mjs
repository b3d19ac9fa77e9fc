import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { makeCharges, makeCommunities } from "../../../apps/api/test/community.ts";
import { startServer } from "./processes.mjs";
import { signIn } from "./stage.mjs";

/** (h) notices as one PDF: the memory that many take against that of few, each in a process of its own. */
export async function benchNotices(stage, { few, many }) {
  console.log(`notices: ${few} and ${many} as one PDF …`);
  const [small, large] = [await printed(stage, few), await printed(stage, many)];
  const measured =
    `${few}: ${small.memory} MB, ${small.seconds.toFixed(1)} s; ` +
    `${many}: ${large.memory} MB, ${large.seconds.toFixed(1)} s, ${(large.bytes / 1024 ** 2).toFixed(0)} MB of PDF`;
  const ratio = large.memory / small.memory;
  return { name: `(h) memory of ${many} notices as one PDF`, measured, ratio, limit: 1.5, better: "lower" };
}

async function printed(stage, rooms) {
  const [projectId] = await makeCommunities(stage.admin, { projects: 1, rooms, firstPeriod: "1900-01" });
  await makeCharges(stage.admin, projectId, rooms * 3);
  const { token } = await signIn(stage, ["billing:read", "billing:print"]);
  const headers = { authorization: `Bearer ${token}` };
  const api = await startServer(path.join(stage.root, "apps/api/dist/main.js"), stage.env);
  try {
    const started = performance.now();
    const url = `/api/projects/${projectId}/notices/pdf?period=2026-01`;
    const bytes = await download({ port: api.port, path: url, headers });
    return { bytes, seconds: (performance.now() - started) / 1000, memory: peakOf(api.pid) };
  } finally {
    await api.stop();
  }
}

/** Reads a whole answer and lets go of it piece by piece. */
function download(options) {
  return new Promise((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", ...options }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${options.path} answered ${response.statusCode}`));
        let bytes = 0;
        response.on("data", (piece) => (bytes += piece.length));
        response.on("end", () => resolve(bytes));
        response.on("error", reject);
      })
      .on("error", reject);
  });
}

/** The most memory a process has had, in MB. */
const peakOf = (pid) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);
