import type { OnlineRefundStatus } from "./online.enums.js";

/** A refund through the channel the money came by (原路退回), in fen. */
export class OnlineRefundDto {
  id: string;
  orderId: string;
  /** Null for one that was made at the channel itself. */
  requestId: string | null;
  refundNo: string;
  status: OnlineRefundStatus;
  amountFen: number;
  /** The channel's number of it. */
  channelRefundNo: string | null;
  /** Why it did not work. */
  failure: string | null;
  askedByName: string | null;
  createdAt: string;
  finishedAt: string | null;
}
