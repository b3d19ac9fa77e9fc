import type { RoomTab } from "../property/room-tab";

/** What receipts and prepayments bring to the room page. */
export const collectionRoomTabs: readonly RoomTab[] = [
  {
    key: "receipts",
    title: "收款与预收",
    anyOf: ["billing:read"],
    module: "billing",
    load: async () => (await import("./room-receipts")).RoomReceipts,
  },
  {
    key: "payment-history",
    title: "历史缴费",
    anyOf: ["billing:read"],
    module: "billing",
    load: async () => (await import("./openings/room-payment-history")).RoomPaymentHistory,
  },
  {
    key: "debit",
    title: "划款协议",
    anyOf: ["billing:read"],
    module: "billing",
    load: async () => (await import("./debit/agreements-page")).RoomAgreements,
  },
  {
    key: "online",
    title: "线上订单",
    anyOf: ["billing:read"],
    module: "billing",
    load: async () => (await import("./online/orders-page")).RoomOnlineOrders,
  },
  {
    key: "dunning",
    title: "催缴",
    anyOf: ["billing:read"],
    module: "billing",
    load: async () => (await import("./dunning/room-dunning")).RoomDunning,
  },
];
