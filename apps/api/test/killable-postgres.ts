import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort, pause } from "./killable-api.js";

/** What the launcher's library answers; it is plain JavaScript. */
interface Cluster {
  stop(): Promise<void>;
  ended: Promise<unknown>;
}
interface Library {
  startCluster: (options: { folder: string; password: string; settings: Record<string, unknown> }) => Promise<Cluster>;
  removeCluster: (folder: string) => void;
}

const library = async (): Promise<Library> =>
  (await import(new URL("../../../scripts/lib/postgres-cluster.mjs", import.meta.url).href)) as Library;

const PASSWORD = "only-for-tests";

/** A PostgreSQL of its own, with an installation's settings, that can be killed and started again on the same port. */
export class KillablePostgres {
  private readonly folder = mkdtempSync(path.join(tmpdir(), "linli-kill-"));
  private cluster: Cluster | undefined;
  private port = 0;

  url(database: string): string {
    return `postgres://postgres:${PASSWORD}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it; the first time with a database of the product's schema. */
  async start(database: string): Promise<void> {
    const isNew = this.port === 0;
    if (isNew) this.port = await freePort();
    const { startCluster } = await library();
    this.cluster = await startCluster({ folder: this.folder, password: PASSWORD, settings: { port: this.port } });
    if (!isNew) return;
    const admin = new pg.Client(this.url("postgres"));
    await admin.connect();
    await admin.query(`CREATE DATABASE ${database}`);
    await admin.end();
    const script = path.resolve(import.meta.dirname, "../dist/migrate.js");
    const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: this.url(database) };
    execFileSync(process.execPath, [script], { env, stdio: ["ignore", "ignore", "inherit"] });
  }

  /** SIGKILL for the server and what it has started, as when the machine loses its memory. */
  async kill(): Promise<void> {
    const [pid] = readFileSync(path.join(this.folder, "postgres", "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    await this.cluster?.ended;
    // the others notice that it is gone and end themselves
    await pause(300);
  }

  async remove(): Promise<void> {
    await this.cluster?.stop();
    const { removeCluster } = await library();
    removeCluster(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
