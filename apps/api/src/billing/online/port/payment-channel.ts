/** What a channel is asked to collect; in fen. */
export interface ChannelOrder {
  /** Our number of it at the channel. */
  tradeNo: string;
  amountFen: number;
  /** What the payer reads. */
  description: string;
  expiresAt: Date;
  /** Where the channel says that it was paid. */
  notifyUrl: string;
}

/** What a channel knows of an order. */
export interface ChannelOrderState {
  tradeNo: string;
  state: "WAITING" | "PAID" | "CLOSED";
  amountFen: number;
  /** What was paid back of it; in fen. */
  refundedFen: number;
  /** The channel's number and moment of the payment, once it is paid. */
  transactionNo: string | null;
  paidAt: Date | null;
}

/** A message as it came over HTTP. */
export interface SignedMessage {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** What a notification says, once it is known to come from the channel. */
export interface ChannelNotice {
  kind: "PAYMENT" | "REFUND";
  merchantId: string;
  tradeNo: string;
  amountFen: number;
  transactionNo: string;
  at: Date;
  /** Of a refund: our number of it. */
  refundNo: string | null;
}

/** What a refund has come to at the channel. */
export interface ChannelRefundState {
  state: "PROCESSING" | "SUCCEEDED" | "FAILED";
  /** The channel's number of the refund. */
  channelRefundNo: string | null;
  message: string | null;
  /** When it came to its end. */
  at: Date | null;
}

/** A line of a day's statement; in fen. */
export interface StatementEntry {
  kind: "PAYMENT" | "REFUND";
  tradeNo: string;
  /** Of a payment its transaction number, of a refund our number of it. */
  reference: string;
  amountFen: number;
}

/**
 * The port to payment channels such as WeChat or Alipay (4.14): an adapter speaks one channel's protocol for one merchant.
 * Every method but `verify` goes over the network: never call one inside a transaction.
 */
export interface PaymentChannel {
  /** Asks for a payment; asking again for the same number answers the same. Returns what the payer opens. */
  create(order: ChannelOrder): Promise<{ payUrl: string }>;
  /** @throws BadSignature, MalformedMessage */
  verify(message: SignedMessage): ChannelNotice;
  /** What became of an order; null when the channel never heard of it. */
  query(tradeNo: string): Promise<ChannelOrderState | null>;
  /** Gives an order up, so that it cannot be paid any more; what it says may be that it is paid already. */
  close(tradeNo: string): Promise<ChannelOrderState | null>;
  /** Pays back; the same refund number again pays back once. */
  refund(refund: { refundNo: string; tradeNo: string; amountFen: number }): Promise<ChannelRefundState>;
  /** What became of a refund; null when the channel never heard of it. */
  queryRefund(refundNo: string): Promise<ChannelRefundState | null>;
  /** All payments and refunds of a day of the channel (YYYY-MM-DD). */
  statement(day: string): Promise<StatementEntry[]>;
}

/** A message that was not signed with the merchant's key, or too long ago. */
export class BadSignature extends Error {}

/** A message that was signed but does not say what it must. */
export class MalformedMessage extends Error {}

/** The channel could not be reached, or its answer cannot be trusted: whether it did anything is unknown. */
export class ChannelUnavailable extends Error {}

/** The channel said no. */
export class ChannelRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
