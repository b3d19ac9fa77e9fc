import pg from "pg";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * The SQL the product itself runs for one request: the API is started in this process, one request is injected, and
 * every statement with its parameters is written down. So the bare side always runs the same SQL.
 */
export async function captureSql({ env, root, fromApi }, { method, url, token, body }) {
  const { createApp } = await fromApi("http.js");
  const { readConfig } = await fromApi("config.js");
  const app = await createApp(readConfig(env));
  await app.init();
  const headers = { authorization: `Bearer ${token}` };
  // once unobserved, so that what is cached per person is cached
  await app.inject({ method: "GET", url: url.includes("receipts") ? "/api/auth/me" : url, headers });
  const client = createRequire(path.join(root, "apps/api/package.json"))("pg").Client ?? pg.Client;
  const original = client.prototype.query;
  const statements = [];
  client.prototype.query = function query(first, values, ...rest) {
    const text = typeof first === "string" ? first : first?.text;
    if (typeof text === "string")
      statements.push({ text, values: Array.isArray(values) ? values : (first?.values ?? []) });
    return original.call(this, first, values, ...rest);
  };
  try {
    const reply = await app.inject({ method, url, headers, payload: body });
    if (reply.statusCode >= 300) throw new Error(`${method} ${url} answered ${reply.statusCode}: ${reply.payload}`);
    return { statements, reply: JSON.parse(reply.payload) };
  } finally {
    client.prototype.query = original;
    await app.close();
  }
}
