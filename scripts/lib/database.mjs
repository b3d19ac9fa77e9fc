import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

/** The oldest PostgreSQL the product runs on. */
const OLDEST = 150_000;

/** The database and its owner in the embedded PostgreSQL. */
export const DATABASE = "linli";

/** Opens a connection; `pg` is found once the dependencies are installed. */
export async function connect(url, options = {}) {
  const pg = createRequire(path.join(root, "package.json"))("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, ...options });
  // A server that goes away is noticed by the next query; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Runs `work` with a connection that is closed afterwards. */
export async function withConnection(url, work) {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates the product's owner and database in a fresh embedded cluster; does nothing when they are there. */
export async function createDatabase(cluster, password, database = DATABASE) {
  await withConnection(cluster.url("postgres"), async (client) => {
    const role = client.escapeIdentifier(DATABASE);
    const secret = client.escapeLiteral(password);
    // It creates the role the server acts as, and may act as it.
    if (!(await exists(client, "pg_roles", "rolname", DATABASE))) {
      await client.query(`CREATE ROLE ${role} LOGIN CREATEDB CREATEROLE PASSWORD ${secret}`);
      await client.query(`ALTER ROLE ${role} SET createrole_self_grant = 'set, inherit'`);
    }
    if (!(await exists(client, "pg_database", "datname", database))) {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${role} TEMPLATE template0 ENCODING 'UTF8'`,
      );
    }
  });
}

async function exists(client, catalog, column, value) {
  const { rowCount } = await client.query(`SELECT 1 FROM ${catalog} WHERE ${column} = $1`, [value]);
  return rowCount > 0;
}

/** Throws the sentence for the operator when DATABASE_URL cannot be meant; needs nothing installed. */
export function checkDatabaseUrl(url) {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Problem("DATABASE_URL 的格式不正确：应为 postgres://用户:密码@主机:端口/数据库");
  }
  if (new URL(url).pathname.length < 2)
    throw new Problem("DATABASE_URL 没有写明数据库：应为 postgres://用户:密码@主机:端口/数据库");
}

/** Throws the sentence for the operator when the external database cannot be used. */
export async function checkExternalDatabase(url) {
  const { hostname, port, username, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  const server = `${hostname || "localhost"}:${port || 5432}`;
  try {
    await withConnection(url, async (client) => {
      const { rows } = await client.query(
        "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
      );
      const [{ version, encoding }] = rows;
      if (version < OLDEST)
        throw new Problem(`DATABASE_URL 指向的 PostgreSQL 版本是 ${Math.floor(version / 10_000)}，至少需要 15`);
      if (encoding !== "UTF8") throw new Problem(`DATABASE_URL 指向的数据库 ${name} 编码是 ${encoding}，需要 UTF8`);
    });
  } catch (error) {
    throw error instanceof Problem
      ? error
      : new Problem(connectionSentence(error, { server, name, username: decodeURIComponent(username) }));
  }
}

function connectionSentence(error, { server, name, username }) {
  const code = error.code ?? error.errors?.[0]?.code;
  const why = {
    ECONNREFUSED: `${server} 没有 PostgreSQL 在监听`,
    ENOTFOUND: `找不到主机 ${server}`,
    EAI_AGAIN: `找不到主机 ${server}`,
    EHOSTUNREACH: `无法到达主机 ${server}`,
    ENETUNREACH: `无法到达主机 ${server}`,
    ETIMEDOUT: `${server} 没有响应`,
    ECONNRESET: `${server} 断开了连接`,
    "28P01": `用户 ${username} 的密码不正确`,
    28000: `用户 ${username} 不被允许登录`,
    "3D000": `数据库 ${name} 不存在`,
    42501: `用户 ${username} 没有数据库 ${name} 的权限`,
    53300: `${server} 的连接数已满`,
    "57P03": `${server} 正在启动或停止`,
  }[code];
  if (why) return `无法连接 DATABASE_URL 指定的数据库：${why}`;
  if (/timeout/i.test(error.message)) return `无法连接 DATABASE_URL 指定的数据库：${server} 没有响应`;
  return `无法连接 DATABASE_URL 指定的数据库 ${server}/${name}：${error.message}`;
}
