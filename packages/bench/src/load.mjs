import http from "node:http";

/** Sends requests over `connections` kept-alive connections until `seconds` have passed; returns requests per second. */
export async function throughput({ port, path, headers = {}, connections = 8, seconds = 6 }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const status = await once({ port, path, headers, agent });
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      done += 1;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return done / ((performance.now() - started) / 1000);
}

function once(options) {
  return new Promise((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", ...options }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode));
        response.on("error", reject);
      })
      .on("error", reject);
  });
}

/** One request with a JSON body; returns status and parsed answer. */
export function send({ port, method, path, headers = {}, body, agent }) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const type = payload ? { "content-type": "application/json", "content-length": Buffer.byteLength(payload) } : {};
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: "127.0.0.1", port, method, path, agent, headers: { ...headers, ...type } },
      (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode, body: text.startsWith("{") ? JSON.parse(text) : text });
        });
      },
    );
    request.on("error", reject);
    request.end(payload);
  });
}

/** Runs both sides in turn several times and keeps the best of each, so that a hiccup counts for nobody. */
export async function sideBySide(rounds, ...sides) {
  const best = sides.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) best[index] = Math.max(best[index], await side());
  }
  return best;
}
