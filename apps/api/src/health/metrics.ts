import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** All metrics of this process. */
export const metricsRegistry = new Registry();
collectDefaultMetrics({ register: metricsRegistry });

export const httpDuration = new Histogram({
  name: "http_request_duration_seconds",
  help: "HTTP requests by route, method and status",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metricsRegistry],
});

export const poolConnections = new Gauge({
  name: "database_pool_connections",
  help: "Database connections of this process by state",
  labelNames: ["state"],
  registers: [metricsRegistry],
});
