/** A refusal of the channel. */
export class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const notFound = (what) => new Refusal(404, "NOT_FOUND", `${what}不存在`);

/** What the channel keeps: merchants, orders, refunds. All in memory; its clock may be set. */
export class Bank {
  #merchants = new Map();
  #orders = new Map();
  #refunds = new Map();
  #extraLines = [];
  #hiddenLines = new Set();
  #next = 1;
  #offset = 0;

  now() {
    return new Date(Date.now() + this.#offset);
  }

  /** Sets the channel's clock; it runs on from there. */
  setClock(moment) {
    this.#offset = new Date(moment).getTime() - Date.now();
  }

  addMerchant(merchantId, key) {
    this.#merchants.set(merchantId, { merchantId, key });
  }

  merchant(merchantId) {
    const merchant = this.#merchants.get(merchantId);
    if (!merchant) throw new Refusal(401, "UNKNOWN_MERCHANT", "商户不存在");
    return merchant;
  }

  /** The order; asking again for the same number answers the same. */
  create(merchantId, { tradeNo, amountFen, description, expiresAt, notifyUrl }) {
    if (!/^\w{1,32}$/.test(tradeNo ?? "") || !Number.isSafeInteger(amountFen) || amountFen < 1 || !notifyUrl)
      throw new Refusal(400, "BAD_REQUEST", "请求内容不完整");
    const known = this.#orders.get(key(merchantId, tradeNo));
    if (known && known.amountFen !== amountFen) throw new Refusal(409, "ORDER_EXISTS", "同一订单号金额不同");
    if (known) return known;
    const order = { merchantId, tradeNo, amountFen, description, expiresAt, notifyUrl };
    Object.assign(order, { state: "WAITING", transactionNo: null, paidAt: null, refundedFen: 0 });
    this.#orders.set(key(merchantId, tradeNo), order);
    return order;
  }

  order(merchantId, tradeNo) {
    const order = this.#orders.get(key(merchantId, tradeNo));
    if (!order) throw notFound("订单");
    return order;
  }

  /** The order of a pay page, whose address does not name the merchant. */
  orderByTradeNo(tradeNo) {
    const order = [...this.#orders.values()].find((one) => one.tradeNo === tradeNo);
    if (!order) throw notFound("订单");
    return order;
  }

  /** Closes unless it is paid; says what it is now. */
  close(merchantId, tradeNo) {
    const order = this.order(merchantId, tradeNo);
    if (order.state === "WAITING") order.state = "CLOSED";
    return order;
  }

  /** The payer pays. `force`: his bank was slower than the closing of the order. */
  pay(tradeNo, { force = false, amountFen } = {}) {
    const order = this.orderByTradeNo(tradeNo);
    if (order.state === "PAID") throw new Refusal(409, "ORDER_PAID", "订单已支付");
    if (order.state === "CLOSED" && !force) throw new Refusal(409, "ORDER_CLOSED", "订单已关闭");
    if (amountFen) order.amountFen = amountFen;
    order.state = "PAID";
    order.transactionNo = `T${this.now().getTime()}${String(this.#next++).padStart(6, "0")}`;
    order.paidAt = this.now().toISOString();
    return order;
  }

  /** Pays back; the same refund number pays back once. `hold`: the money is still on its way. */
  refund(merchantId, { refundNo, tradeNo, amountFen }, hold = false) {
    const known = this.#refunds.get(key(merchantId, refundNo));
    if (known) {
      if (known.tradeNo !== tradeNo || known.amountFen !== amountFen)
        throw new Refusal(409, "REFUND_EXISTS", "同一退款号内容不同");
      return known;
    }
    const order = this.order(merchantId, tradeNo);
    if (order.state !== "PAID") throw new Refusal(409, "ORDER_NOT_PAID", "订单没有支付");
    if (!Number.isSafeInteger(amountFen) || amountFen < 1 || order.refundedFen + amountFen > order.amountFen)
      throw new Refusal(409, "REFUND_EXCEEDS", "退款金额超过可退金额");
    const refund = { merchantId, refundNo, tradeNo, amountFen, state: "PROCESSING", at: null, message: null };
    refund.channelRefundNo = `R${this.now().getTime()}${String(this.#next++).padStart(6, "0")}`;
    this.#refunds.set(key(merchantId, refundNo), refund);
    order.refundedFen += amountFen;
    if (!hold) this.finishRefund(refund);
    return refund;
  }

  refundOf(merchantId, refundNo) {
    const refund = this.#refunds.get(key(merchantId, refundNo));
    if (!refund) throw notFound("退款");
    return refund;
  }

  /** The refund has arrived, or has come back. */
  finishRefund(refund, failure) {
    if (refund.state !== "PROCESSING") return refund;
    refund.state = failure ? "FAILED" : "SUCCEEDED";
    refund.message = failure ?? null;
    refund.at = this.now().toISOString();
    if (failure) this.order(refund.merchantId, refund.tradeNo).refundedFen -= refund.amountFen;
    return refund;
  }

  /** A line of a statement that no order stands for, or that is left out or says another sum; `times` such, numbered on. */
  spoilStatement({ add, times = 1, hide }) {
    for (let index = 0; add && index < times; index += 1)
      this.#extraLines.push(index === 0 ? add : { ...add, reference: `${add.reference}${index}` });
    if (hide) this.#hiddenLines.add(hide);
  }

  /** All payments and refunds of a day in China. */
  statement(merchantId, day) {
    const own = (one) => one.merchantId === merchantId;
    const payments = [...this.#orders.values()]
      .filter((one) => own(one) && one.paidAt && dayOf(one.paidAt) === day)
      .map((one) => line("PAYMENT", one.tradeNo, one.transactionNo, one.amountFen));
    const refunds = [...this.#refunds.values()]
      .filter((one) => own(one) && one.state === "SUCCEEDED" && dayOf(one.at) === day)
      .map((one) => line("REFUND", one.tradeNo, one.refundNo, one.amountFen));
    const extra = this.#extraLines
      .filter((one) => own(one) && one.day === day)
      .map((one) => line(one.kind, one.tradeNo, one.reference, one.amountFen));
    return [...payments, ...refunds].filter(({ reference }) => !this.#hiddenLines.has(reference)).concat(extra);
  }
}

const key = (merchantId, no) => `${merchantId} ${no}`;
const line = (kind, tradeNo, reference, amountFen) => ({ kind, tradeNo, reference, amountFen });
const dayOf = (moment) => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date(moment));
