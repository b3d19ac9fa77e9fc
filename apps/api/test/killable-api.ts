import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";

/** The built API as a process of its own that can be killed and started again on the same database. */
export class KillableApi {
  private child: ChildProcess | undefined;
  private port = 0;

  constructor(private readonly env: Record<string, string>) {}

  /** Starts the process anew; one that still runs is killed first. */
  async start(): Promise<void> {
    await this.kill();
    this.port = await freePort();
    const script = path.resolve(import.meta.dirname, "../dist/main.js");
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...this.env, NODE_OPTIONS: "", PORT: String(this.port), HOST: "127.0.0.1" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    this.child = child;
    for (let tries = 0; tries < 1200; tries += 1) {
      if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`);
      const ready = await fetch(`http://127.0.0.1:${this.port}/health/ready`, {
        headers: { connection: "close" },
      }).catch(() => undefined);
      if (ready?.ok) return;
      await pause(50);
    }
    throw new Error("the API does not get ready");
  }

  /** SIGKILL: no shutdown hook runs. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  /** Answers undefined when the process was killed before it answered. */
  async send(
    token: string,
    method: string,
    url: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> } | undefined> {
    try {
      const reply = await fetch(`http://127.0.0.1:${this.port}/api${url}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json", connection: "close" },
        body: body ? JSON.stringify(body) : undefined,
      });
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
    } catch {
      return undefined;
    }
  }
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
