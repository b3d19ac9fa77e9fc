// `pnpm pay-simulator [--port 4900]`: a payment channel on this machine (docs/payment-channel-protocol.md).
import { parseArgs } from "node:util";
import { startSimulator } from "./simulator.mjs";

const { values } = parseArgs({
  options: { port: { type: "string", default: "4900" }, merchant: { type: "string", multiple: true, default: [] } },
});

const simulator = await startSimulator({ port: Number(values.port) });
for (const one of values.merchant) {
  const [merchantId, key] = one.split(":", 2);
  simulator.bank.addMerchant(merchantId, key);
}
console.log(`支付渠道模拟器 ${simulator.url}`);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void simulator.close());
