import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import pg from "pg";

const root = path.resolve(import.meta.dirname, "../../..");
const fromApi = (file) => import(path.join(root, "apps/api/dist", file));

/** A throw-away database of the product's schema, with the settings an installation has. */
export async function openStage() {
  const { startCluster, removeCluster } = await import(path.join(root, "scripts/lib/postgres-cluster.mjs"));
  const { createDatabase, DATABASE } = await import(path.join(root, "scripts/lib/database.mjs"));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "linli-bench-"));
  const password = randomBytes(16).toString("hex");
  const cluster = await startCluster({ folder, password });
  await createDatabase(cluster, password);
  const url = cluster.url(DATABASE);
  const { migrate } = await fromApi("migrate.js");
  await migrate(url);
  const env = {
    DATABASE_URL: url,
    DATABASE_POOL: "10",
    JWT_SECRET: randomBytes(32).toString("hex"),
    DATA_KEY: `bench:${randomBytes(32).toString("base64")}`,
    LINLI_DATA_DIR: folder,
    LOG_LEVEL: "warn",
    JOBS: "false",
  };
  const admin = openPool(url, 4);
  return {
    root,
    folder,
    data: cluster.data,
    url,
    env,
    admin,
    fromApi,
    async close() {
      await admin.end();
      await cluster.stop();
      removeCluster(folder);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Connections of the bench itself. A pool says it has ended before its last connection has; what the server, stopping,
 * still says to that one would end the whole process if nobody listened.
 */
export function openPool(url, max) {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on("error", (error) => {
    if (!pool.ended) throw error;
  });
  return pool;
}

/** A signed-in person with all rights in all projects; returns the access token. */
export async function signIn({ admin, env }, permissions) {
  const jwt = createRequire(import.meta.url)("jsonwebtoken");
  const { rows } = await admin.query(
    `WITH r AS (INSERT INTO role (id, code, name, permissions, home_path, built_in)
                VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1, '/', false) RETURNING id),
          u AS (INSERT INTO app_user (id, name, mobile, password_hash, password_history, password_changed_at, must_change_password,
                                      active, failed_attempts, created_at)
                VALUES (gen_random_uuid(), '测速', '139' || lpad((random() * 99999999)::int::text, 8, '0'), '-', '{}', now(), false, true, 0, now())
                RETURNING id),
          m AS (INSERT INTO membership (id, user_id, role_id, scope_project_id, created_at)
                SELECT gen_random_uuid(), u.id, r.id, '00000000-0000-0000-0000-000000000000', now() FROM u, r),
          s AS (INSERT INTO refresh_session (id, user_id, token_hash, created_at, expires_at, last_used_at, ip, user_agent)
                SELECT gen_random_uuid(), u.id, '-', now(), now() + interval '1 day', now(), '-', '-' FROM u RETURNING id, user_id)
     SELECT id AS sid, user_id AS sub FROM s`,
    [permissions],
  );
  const { sub, sid } = rows[0];
  return { userId: sub, token: jwt.sign({ sub, sid }, env.JWT_SECRET, { algorithm: "HS256", expiresIn: "2h" }) };
}
