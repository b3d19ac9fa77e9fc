import "reflect-metadata";
import { readConfig } from "./config.js";
import { createApp } from "./http.js";
import { serveConsole } from "./serve-console.js";

try {
  const config = readConfig();
  const app = await createApp(config);
  await serveConsole(app, config);
  await app.listen(config.PORT, config.HOST);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
