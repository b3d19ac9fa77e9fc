import net from "node:net";
import { Problem } from "./problem.mjs";

/** The port named by PORT, 3000 by default. */
export function portOf(env = process.env) {
  const text = env.PORT || "3000";
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Problem(`PORT=${text} 不是有效的端口：请填写 1 到 65535 之间的整数`);
}

/** Throws the sentence for the operator when the port cannot be listened on. */
export async function checkPortFree(port) {
  for (const host of ["::", "0.0.0.0", "127.0.0.1"]) {
    const code = await tryListening(port, host);
    if (code === "EADDRINUSE") throw new Problem(`端口 ${port} 已被占用：请停止占用它的程序，或用 PORT=… 换一个端口`);
    if (code === "EACCES") throw new Problem(`无权使用端口 ${port}：请用 PORT=… 选择 1024 以上的端口`);
  }
}

/** A port nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer().once("error", (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
