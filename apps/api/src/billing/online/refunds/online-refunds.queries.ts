import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OnlineRefundDto, OnlineRefundStatus } from "@linli/contracts";
import { DataSource } from "typeorm";
import { OnlineRefund } from "./online-refund.entity.js";

/** Reads refunds through channels. */
@Injectable()
export class OnlineRefundsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The refund of a request that was sent to its channel. */
  async ofRequest(projectId: string, requestId: string): Promise<OnlineRefundDto> {
    return toRefundDto(await this.db.manager.findOneByOrFail(OnlineRefund, { projectId, requestId }));
  }

  /** All of an order, the latest first. */
  async ofOrder(projectId: string, orderId: string): Promise<OnlineRefundDto[]> {
    const rows = await this.db.manager.find(OnlineRefund, {
      where: { projectId, orderId },
      order: { id: "DESC" },
      take: 100,
    });
    return rows.map(toRefundDto);
  }
}

function toRefundDto(row: OnlineRefund): OnlineRefundDto {
  const { id, orderId, requestId, refundNo, status, amountFen, channelRefundNo, failure, askedByName } = row;
  return {
    id,
    orderId,
    requestId,
    refundNo,
    status: status as OnlineRefundStatus,
    amountFen,
    channelRefundNo,
    failure,
    askedByName,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
