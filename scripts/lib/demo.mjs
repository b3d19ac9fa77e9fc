import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withConnection } from "./database.mjs";
import { root } from "./paths.mjs";

/**
 * The demonstration sign-ins that exist in a database, one line each.
 * @returns {Promise<string[]>} empty for a database without demonstration data
 */
export async function demoSignIns(url) {
  const plans = path.join(root, "apps/api/dist/seed/communities.js");
  if (!fs.existsSync(plans)) return [];
  const { demoUsers, demoPassword } = await import(pathToFileURL(plans).href);
  const { seededRoles } = await import(pathToFileURL(path.join(root, "packages/contracts/dist/enums.js")).href);
  const present = await withConnection(url, async (client) => {
    const { rows } = await client.query("SELECT mobile FROM app_user WHERE mobile = ANY($1)", [
      demoUsers.map(({ mobile }) => mobile),
    ]);
    return new Set(rows.map(({ mobile }) => mobile));
  });
  const users = demoUsers.filter(({ mobile }) => present.has(mobile));
  if (users.length === 0) return [];
  return [
    `密码 ${demoPassword}`,
    ...users.map(({ mobile, name, role }) => `${mobile}  ${seededRoles[role].name}（${name}）`),
  ];
}
