import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CloseOnlineOrderDto,
  CreateOnlineOrderDto,
  FetchOnlineStatementDto,
  OnlineOrderQueryDto,
  OnlineStatementQueryDto,
  SaveOnlineChannelDto,
  SettleOnlineDifferenceDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });
const ofChannel = (projectId: string, channelId: string) => ({ params: { path: { projectId, channelId } } });
const ofOrder = (projectId: string, orderId: string) => ({ params: { path: { projectId, orderId } } });

export const onlineQueries = {
  channels: (projectId: string) =>
    queryOptions({
      queryKey: ["online-channels", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/online-channels", inProject(projectId))),
    }),
  orders: (projectId: string) => (query: OnlineOrderQueryDto) =>
    queryOptions({
      queryKey: ["online-orders", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/online-orders", { params: { path: { projectId }, query } })),
    }),
  order: (projectId: string, orderId: string) =>
    queryOptions({
      queryKey: ["online-order", projectId, orderId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/online-orders/{orderId}", ofOrder(projectId, orderId))),
      // who waits before the code sees that it was paid
      refetchInterval: ({ state }) => (state.data?.status === "CREATED" ? 3000 : false),
    }),
  statements: (projectId: string) => (query: OnlineStatementQueryDto) =>
    queryOptions({
      queryKey: ["online-statements", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/online-statements", { params: { path: { projectId }, query } })),
    }),
  statement: (projectId: string, statementId: string) =>
    queryOptions({
      queryKey: ["online-statement", projectId, statementId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/online-statements/{statementId}", {
            params: { path: { projectId, statementId } },
          }),
        ),
    }),
};

export const createChannel = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: SaveOnlineChannelDto) =>
      bodyOf(api.POST("/projects/{projectId}/online-channels", { ...inProject(projectId), body })),
    meta: { done: "支付渠道已建立" },
  });

export const updateChannel = (projectId: string, channelId: string) =>
  mutationOptions({
    mutationFn: (body: SaveOnlineChannelDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/online-channels/{channelId}", { ...ofChannel(projectId, channelId), body }),
      ),
    meta: { done: "支付渠道已修改" },
  });

/** Asks the channel whether it knows us; changes nothing. */
export const checkChannel = (projectId: string, channelId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/online-channels/{channelId}/check", ofChannel(projectId, channelId))),
    meta: { readOnly: true },
  });

export const createOrder = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateOnlineOrderDto) =>
      bodyOf(api.POST("/projects/{projectId}/online-orders", { ...inProject(projectId), body })),
  });

/** Asks the channel for the link of an order once more. */
export const sendOrder = (projectId: string, orderId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/online-orders/{orderId}/send", ofOrder(projectId, orderId))),
  });

/** Asks the channel what became of an order. */
export const askOrder = (projectId: string, orderId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/online-orders/{orderId}/query", ofOrder(projectId, orderId))),
    meta: { done: "已向渠道查询" },
  });

export const closeOrder = (projectId: string, orderId: string) =>
  mutationOptions({
    mutationFn: (body: CloseOnlineOrderDto) =>
      bodyOf(api.POST("/projects/{projectId}/online-orders/{orderId}/close", { ...ofOrder(projectId, orderId), body })),
    meta: { done: "订单已关闭" },
  });

const ofDifference = (projectId: string, statementId: string, differenceId: string) => ({
  params: { path: { projectId, statementId, differenceId } },
});

/** Compares a day of a channel, or compares it anew. */
export const fetchStatement = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: FetchOnlineStatementDto) =>
      bodyOf(api.POST("/projects/{projectId}/online-statements", { ...inProject(projectId), body })),
    meta: { done: "已核对" },
  });

export const askDifference = (projectId: string, statementId: string, differenceId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.POST(
          "/projects/{projectId}/online-statements/{statementId}/differences/{differenceId}/query",
          ofDifference(projectId, statementId, differenceId),
        ),
      ),
    meta: { done: "已查询并重新核对" },
  });

export const settleDifference = (projectId: string, statementId: string, differenceId: string) =>
  mutationOptions({
    mutationFn: (body: SettleOnlineDifferenceDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/online-statements/{statementId}/differences/{differenceId}/settle", {
          ...ofDifference(projectId, statementId, differenceId),
          body,
        }),
      ),
    meta: { done: "差异已说明" },
  });

/** Pays an approved refund back through the channel; while the channel works on it, asks how far it is. */
export const refundOnline = (projectId: string, requestId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/refund-requests/{requestId}/online", {
          params: { path: { projectId, requestId } },
        }),
      ),
  });
