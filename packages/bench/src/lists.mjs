import { writeFileSync } from "node:fs";
import path from "node:path";
import { captureSql } from "./capture.mjs";
import { makeCharges, makeCommunities } from "../../../apps/api/test/community.ts";
import { sideBySide, throughput } from "./load.mjs";
import { startServer } from "./processes.mjs";
import { signIn } from "./stage.mjs";

/** (b) lists over HTTP with sign-in and rights against plain Fastify + pg; (d) page 1 against a deep page. */
export async function benchLists(stage, { charges }) {
  console.log(`lists: ${charges} charges …`);
  const [projectId] = await makeCommunities(stage.admin, { projects: 1, rooms: 1000, firstPeriod: "1900-01" });
  await makeCharges(stage.admin, projectId, charges);
  const { token } = await signIn(stage, ["property:read", "billing:read", "customer:read"]);
  const base = `/api/projects/${projectId}`;
  const lists = { "room list": `${base}/rooms?page=3&pageSize=50`, "charge list": `${base}/charges?pageSize=50` };

  const plain = {};
  for (const [index, url] of Object.values(lists).entries()) {
    plain[`/plain/${index}`] = (await captureSql(stage, { method: "GET", url, token })).statements;
  }
  const routesFile = path.join(stage.folder, "routes.json");
  writeFileSync(routesFile, JSON.stringify(plain));

  const api = await startServer(path.join(stage.root, "apps/api/dist/main.js"), stage.env);
  const bare = await startServer(path.join(import.meta.dirname, "plain-server.mjs"), {
    DATABASE_URL: stage.url,
    PLAIN_ROUTES: routesFile,
  });
  const headers = { authorization: `Bearer ${token}` };
  const results = [];
  try {
    for (const [index, [name, url]] of Object.entries(lists).entries()) {
      const [ours, theirs] = await sideBySide(
        3,
        () => throughput({ port: api.port, path: url, headers }),
        () => throughput({ port: bare.port, path: `/plain/${index}` }),
      );
      const measured = `${ours.toFixed(0)}/s with sign-in and rights, ${theirs.toFixed(0)}/s plain`;
      results.push({ name: `(b) ${name}`, measured, ratio: ours / theirs, limit: 0.6, better: "higher" });
    }
    results.push(await deepPage({ stage, api, headers, base, projectId, charges }));
  } finally {
    await Promise.all([api.stop(), bare.stop()]);
  }
  return results;
}

/** The cursor of a page deep in the list, found by walking with the largest pages. */
async function deepPage({ api, headers, base, charges }) {
  let cursor = "";
  const pages = Math.floor((charges * 0.8) / 200);
  for (let page = 0; page < pages; page += 1) {
    const reply = await fetch(
      `http://127.0.0.1:${api.port}${base}/charges?pageSize=200${cursor && `&cursor=${cursor}`}`,
      { headers },
    );
    cursor = (await reply.json()).nextCursor;
  }
  const first = `${base}/charges?pageSize=50`;
  const [shallow, deep] = await sideBySide(
    3,
    () => throughput({ port: api.port, path: first, headers, connections: 4, seconds: 4 }),
    () => throughput({ port: api.port, path: `${first}&cursor=${cursor}`, headers, connections: 4, seconds: 4 }),
  );
  const measured = `page 1 ${(4000 / shallow).toFixed(1)} ms, after ${pages * 200} rows ${(4000 / deep).toFixed(1)} ms`;
  return { name: `(d) deep page of ${charges} charges`, measured, ratio: shallow / deep, limit: 1.5, better: "lower" };
}
