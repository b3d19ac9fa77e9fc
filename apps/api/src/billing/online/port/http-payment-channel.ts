import { amountField, listField, messageOf, momentField, optional, textField, wordField } from "./message-fields.js";
import {
  BadSignature,
  type ChannelNotice,
  type ChannelOrder,
  type ChannelOrderState,
  ChannelRefusal,
  type ChannelRefundState,
  ChannelUnavailable,
  MalformedMessage,
  type PaymentChannel,
  type SignedMessage,
  type StatementEntry,
} from "./payment-channel.js";
import { checkSignature, nonceOf, signedHeaders, type Signer } from "./signatures.js";

const TIMEOUT_MS = 8000;
/** A day's statement of a busy merchant; more than this is no statement. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

/** The signed JSON protocol of docs/payment-channel-protocol.md. */
export class HttpPaymentChannel implements PaymentChannel {
  constructor(
    private readonly baseUrl: string,
    private readonly signer: Signer,
    private readonly now: () => Date,
  ) {}

  async create({ expiresAt, ...order }: ChannelOrder): Promise<{ payUrl: string }> {
    const answer = await this.ask("POST", "/v1/orders", { ...order, expiresAt: expiresAt.toISOString() });
    const { payUrl } = answer;
    if (typeof payUrl !== "string" || !/^\w[\w+.-]*:\/\/\S{1,1000}$/.test(payUrl))
      throw new ChannelUnavailable("渠道没有给出支付链接");
    return { payUrl };
  }

  verify({ headers, body }: SignedMessage): ChannelNotice {
    checkSignature(this.signer, { headers, body, now: this.now() });
    const message = messageOf(body);
    return {
      kind: wordField(message, "kind", ["PAYMENT", "REFUND"]),
      merchantId: textField(message, "merchantId"),
      tradeNo: textField(message, "tradeNo"),
      amountFen: amountField(message, "amountFen"),
      transactionNo: textField(message, "transactionNo"),
      at: momentField(message, "at"),
      refundNo: optional(message, "refundNo", textField),
    };
  }

  query(tradeNo: string): Promise<ChannelOrderState | null> {
    return this.orderState("GET", `/v1/orders/${tradeNo}`, tradeNo);
  }

  close(tradeNo: string): Promise<ChannelOrderState | null> {
    return this.orderState("POST", `/v1/orders/${tradeNo}/close`, tradeNo);
  }

  async refund(refund: { refundNo: string; tradeNo: string; amountFen: number }): Promise<ChannelRefundState> {
    return refundStateOf(await this.ask("POST", "/v1/refunds", refund));
  }

  queryRefund(refundNo: string): Promise<ChannelRefundState | null> {
    return orNull(async () => refundStateOf(await this.ask("GET", `/v1/refunds/${refundNo}`)));
  }

  async statement(day: string): Promise<StatementEntry[]> {
    const answer = await this.ask("GET", `/v1/statements/${day}`);
    if (answer.day !== day) throw new ChannelUnavailable("渠道给出的不是这一天的对账单");
    return trusted(() =>
      listField(answer, "lines").map((line) => ({
        kind: wordField(line, "kind", ["PAYMENT", "REFUND"]),
        tradeNo: textField(line, "tradeNo"),
        reference: textField(line, "reference"),
        amountFen: amountField(line, "amountFen"),
      })),
    );
  }

  private orderState(method: string, path: string, tradeNo: string): Promise<ChannelOrderState | null> {
    return orNull(async () => {
      const answer = await this.ask(method, path);
      return trusted(() => {
        if (textField(answer, "tradeNo") !== tradeNo) throw new MalformedMessage("应答的是另一个订单");
        return {
          tradeNo,
          state: wordField(answer, "state", ["WAITING", "PAID", "CLOSED"]),
          amountFen: amountField(answer, "amountFen"),
          refundedFen: amountField(answer, "refundedFen", 0),
          transactionNo: optional(answer, "transactionNo", textField),
          paidAt: optional(answer, "paidAt", momentField),
        };
      });
    });
  }

  /** Sends a signed request; only an answer with the right signature counts, whatever its status. */
  private async ask(method: string, path: string, content?: object): Promise<Readonly<Record<string, unknown>>> {
    const url = new URL(this.baseUrl + path);
    const body = content ? JSON.stringify(content) : "";
    const headers = signedHeaders(this.signer, { method, path: url.pathname, body, now: this.now() });
    const { status, answer } = await this.send(url, {
      method,
      headers: { ...headers, ...(content ? { "content-type": "application/json" } : {}) },
      body: content ? body : undefined,
      nonce: nonceOf(headers),
    });
    if (status >= 500) throw new ChannelUnavailable("渠道系统出错");
    if (status >= 400) {
      const { code, message } = answer;
      throw new ChannelRefusal(
        typeof code === "string" ? code : "REFUSED",
        typeof message === "string" ? message.slice(0, 200) : "渠道没有说明原因",
      );
    }
    return answer;
  }

  private async send(url: URL, { nonce, ...init }: RequestInit & { nonce: string }) {
    try {
      const reply = await fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
      const length = Number(reply.headers.get("content-length") ?? 0);
      if (length > LARGEST_ANSWER) throw new ChannelUnavailable("渠道的应答太长");
      const body = Buffer.from(await reply.arrayBuffer());
      checkSignature(this.signer, { headers: Object.fromEntries(reply.headers), body, now: this.now(), nonce });
      return { status: reply.status, answer: messageOf(body) };
    } catch (error) {
      if (error instanceof ChannelUnavailable) throw error;
      if (error instanceof BadSignature) throw new ChannelUnavailable(`渠道的应答不可信：${error.message}`);
      if (error instanceof MalformedMessage) throw new ChannelUnavailable(`渠道的应答无法识别：${error.message}`);
      throw new ChannelUnavailable("连接不上支付渠道，或渠道没有及时应答");
    }
  }
}

const refundStateOf = (answer: Readonly<Record<string, unknown>>): ChannelRefundState =>
  trusted(() => ({
    state: wordField(answer, "state", ["PROCESSING", "SUCCEEDED", "FAILED"]),
    channelRefundNo: optional(answer, "channelRefundNo", textField),
    message: typeof answer.message === "string" ? answer.message.slice(0, 200) : null,
    at: optional(answer, "at", momentField),
  }));

/** An answer that cannot be read tells nothing. */
function trusted<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedMessage) throw new ChannelUnavailable(`渠道的应答无法识别：${error.message}`);
    throw error;
  }
}

/** Null where the channel says that it knows no such thing. */
async function orNull<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ChannelRefusal && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
