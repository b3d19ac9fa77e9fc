import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";

/** The built API as a process of its own that can be killed and started again on the same database. */
export class KillableApi {
  private child: ChildProcess | undefined;
  private port = 0;
  private wanted = false;

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
    this.wanted = true;
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
    this.wanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  /** Answers undefined when the process was killed before it answered; throws when it ended otherwise. */
  send(token: string, method: string, url: string, body?: object): Promise<KillableReply | undefined> {
    const payload = body ? JSON.stringify(body) : undefined;
    return this.ask(token, url, { method, headers: { "content-type": "application/json" }, body: payload });
  }

  /** Sends one file; answers as `send` does. */
  upload(token: string, url: string, name: string, content: Buffer): Promise<KillableReply | undefined> {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(content)]), name);
    return this.ask(token, url, { method: "POST", body: form });
  }

  private async ask(token: string, url: string, request: RequestInit): Promise<KillableReply | undefined> {
    try {
      const headers = { ...request.headers, authorization: `Bearer ${token}`, connection: "close" };
      const reply = await fetch(`http://127.0.0.1:${this.port}/api${url}`, { ...request, headers });
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
    } catch (error) {
      const { exitCode, signalCode } = this.child ?? {};
      // nobody killed it, so it will never answer
      if (this.wanted && (exitCode != null || signalCode != null))
        throw new Error(`the API ended with ${signalCode ?? exitCode}`, { cause: error });
      return undefined;
    }
  }
}

export interface KillableReply {
  status: number;
  body: Record<string, unknown>;
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
