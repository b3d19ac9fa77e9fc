import { signed } from "./signatures.mjs";

const FIRST_RETRY_MS = 2000;
const MOST_TRIES = 6;

/** Sends notifications, and again with growing pauses until they are answered with SUCCESS. */
export class Notifier {
  #bank;
  #timers = new Set();

  constructor(bank) {
    this.#bank = bank;
  }

  payment({ merchantId, tradeNo, amountFen, transactionNo, paidAt, notifyUrl }, overrides = {}) {
    const message = { kind: "PAYMENT", merchantId, tradeNo, amountFen, transactionNo, at: paidAt, ...overrides };
    return this.#send(merchantId, notifyUrl, message);
  }

  refund(refund, overrides = {}) {
    const { merchantId, refundNo, tradeNo, amountFen, at } = refund;
    const { transactionNo, notifyUrl } = this.#bank.order(merchantId, tradeNo);
    const message = { kind: "REFUND", merchantId, tradeNo, refundNo, amountFen, transactionNo, at, ...overrides };
    return this.#send(merchantId, notifyUrl, message);
  }

  /** Like `send`, and again while the answer is not SUCCESS. */
  async untilHeard(send, tries = 1) {
    const { answer } = await send();
    if (answer?.code === "SUCCESS" || tries >= MOST_TRIES) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        void this.untilHeard(send, tries + 1);
      },
      FIRST_RETRY_MS * 2 ** (tries - 1),
    );
    this.#timers.add(timer);
  }

  stop() {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #send(merchantId, url, message) {
    const body = JSON.stringify(message);
    const headers = signed(this.#bank.merchant(merchantId), { body, now: this.#bank.now() });
    try {
      const reply = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) });
      return { status: reply.status, answer: await reply.json() };
    } catch (error) {
      return { status: 0, answer: { code: "UNREACHABLE", message: String(error) } };
    }
  }
}
