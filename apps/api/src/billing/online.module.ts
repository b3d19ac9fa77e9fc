import { Module } from "@nestjs/common";
import { CustomerModule } from "../customer/customer.module.js";
import { PropertyModule } from "../property/property.module.js";
import { BillingModule } from "./billing.module.js";
import { CollectionModule } from "./collection.module.js";
import { AskChannelService } from "./online/ask-channel.service.js";
import { CreateOnlineOrderService } from "./online/create-online-order.service.js";
import { OnlineChannelsController } from "./online/online-channels.controller.js";
import { OnlineChannelsService } from "./online/online-channels.service.js";
import { OnlineNotifyController } from "./online/online-notify.controller.js";
import { OnlineOrdersController } from "./online/online-orders.controller.js";
import { OnlineOrdersQueries } from "./online/online-orders.queries.js";
import { OnlineRestructures } from "./online/participants/online-restructures.js";
import { OnlineTransfers } from "./online/participants/online-transfers.js";
import { PaymentChannels } from "./online/port/payment-channels.js";
import { HearRefundService } from "./online/refunds/hear-refund.service.js";
import { OnlineRefundsController } from "./online/refunds/online-refunds.controller.js";
import { OnlineRefundsQueries } from "./online/refunds/online-refunds.queries.js";
import { OnlineRefundsService } from "./online/refunds/online-refunds.service.js";
import { FetchStatementService } from "./online/statements/fetch-statement.service.js";
import { OnlineStatementsController } from "./online/statements/online-statements.controller.js";
import { OnlineStatementsQueries } from "./online/statements/online-statements.queries.js";
import { SettleDifferenceService } from "./online/statements/settle-difference.service.js";
import { ReceiveNoticeService } from "./online/receive-notice.service.js";
import { SettleOnlineOrderService } from "./online/settle-online-order.service.js";

/** 线上支付: payment channels behind one port, orders, and what channels say of them (4.14). */
@Module({
  imports: [BillingModule, CollectionModule, CustomerModule, PropertyModule],
  controllers: [
    OnlineChannelsController,
    OnlineNotifyController,
    OnlineOrdersController,
    OnlineRefundsController,
    OnlineStatementsController,
  ],
  providers: [
    AskChannelService,
    CreateOnlineOrderService,
    FetchStatementService,
    HearRefundService,
    OnlineChannelsService,
    OnlineOrdersQueries,
    OnlineRefundsQueries,
    OnlineRefundsService,
    OnlineRestructures,
    OnlineStatementsQueries,
    OnlineTransfers,
    PaymentChannels,
    ReceiveNoticeService,
    SettleDifferenceService,
    SettleOnlineOrderService,
  ],
})
export class OnlineModule {}
