import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const SCRIPT = path.resolve(import.meta.dirname, "../../../packages/pay-simulator/src/main.mjs");

/** The payment channel of this machine as a process of its own, and the ways to tell it how to behave. */
export class PaySimulator {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<PaySimulator> {
    const child = spawn(process.execPath, [SCRIPT, "--port", "0"], {
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url) return new PaySimulator(child, url);
    }
    throw new Error("the payment simulator does not start");
  }

  /** POSTs to `/admin…` and answers what came back. */
  async tell<Answer = Record<string, unknown>>(path: string, body: object = {}): Promise<Answer> {
    const reply = await fetch(`${this.url}/admin${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = (await reply.json()) as Answer;
    if (!reply.ok) throw new Error(`${reply.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await gone;
  }
}
