import Fastify from "fastify";
import { Bank, Refusal } from "./bank.mjs";
import { Notifier } from "./notifier.mjs";
import { behaviours, payPage } from "./pay-page.mjs";
import { faultOf, signed } from "./signatures.mjs";

/**
 * Starts the channel: `/v1/…` for merchants (signed), `/pay/…` for payers, `/admin/…` to tell it how to behave. It listens on
 * this machine only: who reaches it may do everything.
 */
export async function startSimulator({ port = 0 } = {}) {
  const bank = new Bank();
  const notifier = new Notifier(bank);
  const app = Fastify({ bodyLimit: 1024 * 1024 });
  for (const type of ["application/json", "application/x-www-form-urlencoded"])
    app.addContentTypeParser(type, { parseAs: "string" }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Refusal ? error.status : 500;
    return answer(bank, request, reply.status(status), { code: error.code ?? "ERROR", message: error.message });
  });
  merchantRoutes(app, bank);
  payerRoutes(app, bank, notifier);
  adminRoutes(app, bank, notifier);
  await app.listen({ port, host: "127.0.0.1" });
  const url = `http://127.0.0.1:${app.server.address().port}`;
  bank.payUrl = (tradeNo) => `${url}/pay/${tradeNo}`;
  const close = async () => {
    notifier.stop();
    await app.close();
  };
  return { url, bank, close };
}

const bodyOf = ({ body }) => JSON.parse(body || "{}");

/** What merchants may ask; every request and every answer is signed. */
function merchantRoutes(app, bank) {
  const route = (method, url, handle) =>
    app.route({
      method,
      url,
      handler: (request, reply) => {
        const { headers } = request;
        const merchant = bank.merchant(headers["x-pay-merchant"]);
        const body = typeof request.body === "string" ? request.body : "";
        const fault = faultOf(merchant, { method, url: request.url, headers, body, now: bank.now() });
        if (fault) throw new Refusal(401, "BAD_SIGNATURE", fault);
        return answer(bank, request, reply, handle(merchant.merchantId, request));
      },
    });
  const stateOf = ({ tradeNo, state, amountFen, refundedFen, transactionNo, paidAt }) => ({
    tradeNo,
    state,
    amountFen,
    refundedFen,
    transactionNo,
    paidAt,
  });
  route("POST", "/v1/orders", (merchantId, request) => {
    const order = bank.create(merchantId, bodyOf(request));
    return { ...stateOf(order), payUrl: bank.payUrl(order.tradeNo) };
  });
  route("GET", "/v1/orders/:no", (merchantId, { params }) => stateOf(bank.order(merchantId, params.no)));
  route("POST", "/v1/orders/:no/close", (merchantId, { params }) => stateOf(bank.close(merchantId, params.no)));
  route("POST", "/v1/refunds", (merchantId, request) =>
    refundOf(bank.refund(merchantId, bodyOf(request), bank.holdRefunds)),
  );
  route("GET", "/v1/refunds/:no", (merchantId, { params }) => refundOf(bank.refundOf(merchantId, params.no)));
  route("GET", "/v1/statements/:day", (merchantId, { params }) => ({
    day: params.day,
    lines: bank.statement(merchantId, params.day),
  }));
}

const refundOf = ({ refundNo, state, channelRefundNo, message, at }) => ({
  refundNo,
  state,
  channelRefundNo,
  message,
  at,
});

/** The payer's telephone. */
function payerRoutes(app, bank, notifier) {
  app.get("/pay/:no", (request, reply) =>
    reply.type("text/html; charset=utf-8").send(payPage(bank.orderByTradeNo(request.params.no))),
  );
  app.post("/pay/:no", (request, reply) => {
    const notify = new URLSearchParams(request.body).get("notify") ?? "now";
    const order = bank.pay(request.params.no);
    tell(notifier, order, notify);
    return reply.redirect(`/pay/${order.tradeNo}`, 303);
  });
}

/** Tells the merchant as the behaviour says, without waiting for him. */
function tell(notifier, order, behaviour) {
  const copies = { now: 1, twice: 2, never: 0 }[behaviour] ?? 1;
  for (let copy = 0; copy < copies; copy += 1) void notifier.untilHeard(() => notifier.payment(order));
}

/** How the channel is to behave: for specs, stories and whoever tries things out. Answers are not signed. */
function adminRoutes(app, bank, notifier) {
  const route = (url, handle) =>
    app.post(`/admin${url}`, async (request) => (await handle(bodyOf(request), request.params)) ?? {});
  route("/merchants", ({ merchantId, key }) => bank.addMerchant(merchantId, key));
  route("/clock", ({ now }) => bank.setClock(now));
  route("/hold-refunds", ({ hold }) => void (bank.holdRefunds = hold));
  route("/statement", (spoil) => bank.spoilStatement(spoil));
  // pays without the page; `notify` one of the behaviours, `force` after closing, `amountFen` another sum
  route("/orders/:no/pay", ({ notify = "now", ...how }, { no }) => {
    if (!(notify in behaviours)) throw new Refusal(400, "BAD_REQUEST", "没有这种通知方式");
    const order = bank.pay(no, how);
    tell(notifier, order, notify);
    return order;
  });
  // notifies at once and says what was answered; fields of the message may be replaced, `copies` go out together
  route("/orders/:no/notify", async ({ copies = 1, ...fields }, { no }) => {
    const order = bank.orderByTradeNo(no);
    return { answers: await Promise.all(Array.from({ length: copies }, () => notifier.payment(order, fields))) };
  });
  // a refund somebody made at the channel, not through the merchant's system
  route("/orders/:no/refund", ({ refundNo, amountFen, hold }, { no }) => {
    const { merchantId, tradeNo } = bank.orderByTradeNo(no);
    return bank.refund(merchantId, { refundNo, tradeNo, amountFen }, hold);
  });
  route("/refunds/:merchant/:no/finish", ({ failure }, { merchant, no }) =>
    bank.finishRefund(bank.refundOf(merchant, no), failure),
  );
  route("/refunds/:merchant/:no/notify", async (fields, { merchant, no }) => ({
    answers: [await notifier.refund(bank.refundOf(merchant, no), fields)],
  }));
}

/** Sends an answer signed for the merchant who asked, with the nonce of his request. */
function answer(bank, request, reply, content) {
  const body = JSON.stringify(content);
  const { "x-pay-merchant": merchantId, "x-pay-nonce": nonce } = request.headers;
  try {
    const headers = signed(bank.merchant(merchantId), { body, now: bank.now(), nonce });
    return reply.headers(headers).send(body);
  } catch {
    return reply.type("application/json").send(body);
  }
}
