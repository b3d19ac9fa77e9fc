import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import type { SeededRole } from "@linli/contracts";
import { JobRunner } from "../jobs/job-runner.js";
import { demoPassword, demoUsers } from "./communities.js";

/** One of the demonstration's people at work: through the same routes as everybody. */
export class DemoClient {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly token: string,
  ) {}

  static async signIn(app: NestFastifyApplication, role: SeededRole): Promise<DemoClient> {
    const { mobile } = demoUsers.find((user) => user.role === role)!;
    const reply = await app.inject({
      method: "POST",
      url: "/api/auth/sign-in",
      payload: { mobile, password: demoPassword },
    });
    if (reply.statusCode !== 200 && reply.statusCode !== 201) throw new Error(`sign-in of ${role}: ${reply.payload}`);
    return new DemoClient(app, (JSON.parse(reply.payload) as { accessToken: string }).accessToken);
  }

  get = <T>(url: string): Promise<T> => this.send<T>("GET", url);
  post = <T>(url: string, body: object = {}): Promise<T> => this.send<T>("POST", url, body);
  put = <T>(url: string, body: object): Promise<T> => this.send<T>("PUT", url, body);

  /** Starts a job and works on it at once, in this process. */
  async run<T extends { jobId: string }>(projectId: string, url: string, body: object = {}): Promise<T> {
    const started = await this.post<T>(url, body);
    await this.app.get(JobRunner).run(projectId, started.jobId);
    const job = await this.get<{ status: string; message: string | null }>(
      `/projects/${projectId}/jobs/${started.jobId}`,
    );
    if (job.status !== "DONE") throw new Error(`${url}: ${job.status} ${job.message ?? ""}`);
    return started;
  }

  /** Uploads a file as multipart. */
  upload<T>(url: string, name: string, content: Buffer): Promise<T> {
    const boundary = "----linli-seed";
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.send("POST", url, payload, { "content-type": `multipart/form-data; boundary=${boundary}` });
  }

  private async send<T>(
    method: "GET" | "POST" | "PUT",
    url: string,
    payload?: object | Buffer,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const reply = await this.app.inject({
      method,
      url: `/api${url}`,
      payload,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
    if (reply.statusCode >= 300) throw new Error(`${method} ${url}: ${reply.payload}`);
    const isJson = String(reply.headers["content-type"]).includes("json");
    return (isJson && reply.payload ? JSON.parse(reply.payload) : undefined) as T;
  }
}
