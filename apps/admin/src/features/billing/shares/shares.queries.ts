import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  EnterShareDto,
  PageQueryDto,
  SaveSharePoolDto,
  SharePoolQueryDto,
  WithdrawShareDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const MONTH = "/projects/{projectId}/share-pools/{poolId}/months/{period}";

/** Which month of which pool. */
export interface PoolMonth {
  projectId: string;
  poolId: string;
  period: string;
}

export const shareQueries = {
  list: (projectId: string) => (query: SharePoolQueryDto) =>
    queryOptions({
      queryKey: ["share-pools", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/share-pools", { params: { path: { projectId }, query } })),
    }),
  pool: (projectId: string, poolId: string) =>
    queryOptions({
      queryKey: ["share-pool", projectId, poolId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/share-pools/{poolId}", { params: { path: { projectId, poolId } } })),
    }),
  month: (path: PoolMonth) =>
    queryOptions({
      queryKey: ["share-month", path],
      queryFn: () => bodyOf(api.GET(MONTH, { params: { path } })),
    }),
  lines: (path: PoolMonth) => (query: PageQueryDto) =>
    queryOptions({
      queryKey: ["share-lines", path, query],
      queryFn: async () => {
        const { items, total } = await bodyOf(api.GET(`${MONTH}/lines`, { params: { path, query } }));
        return { items: items.map((line) => ({ ...line, id: line.roomId })), total };
      },
    }),
};

/** Creates a pool, or replaces the one given. */
export const savePool = (projectId: string, poolId?: string) =>
  mutationOptions({
    mutationFn: async (body: SaveSharePoolDto) => {
      if (poolId) {
        const path = { projectId, poolId };
        await bodyOf(api.PUT("/projects/{projectId}/share-pools/{poolId}", { params: { path }, body }));
        return;
      }
      await bodyOf(api.POST("/projects/{projectId}/share-pools", { params: { path: { projectId } }, body }));
    },
    meta: { done: poolId ? "分摊项目已保存" : "分摊项目已新建" },
  });

export const removePool = (projectId: string) =>
  mutationOptions({
    mutationFn: (poolId: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/share-pools/{poolId}", { params: { path: { projectId, poolId } } })),
    meta: { done: "分摊项目已删除" },
  });

export const enterShare = (path: PoolMonth) =>
  mutationOptions({
    mutationFn: (body: EnterShareDto) => bodyOf(api.PUT(MONTH, { params: { path }, body })),
    meta: { done: "已填写，请核对预览后确认" },
  });

export const removeShare = (path: PoolMonth) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.DELETE(MONTH, { params: { path } })),
    meta: { done: "填写已删除" },
  });

export const confirmShare = (path: PoolMonth) =>
  mutationOptions({
    mutationFn: (fingerprint: string) =>
      bodyOf(api.POST(`${MONTH}/confirm`, { params: { path }, body: { fingerprint } })),
    meta: { done: "已确认，下次应收批次出账" },
  });

export const withdrawShare = (path: PoolMonth) =>
  mutationOptions({
    mutationFn: (body: WithdrawShareDto) => bodyOf(api.POST(`${MONTH}/withdraw`, { params: { path }, body })),
    meta: { done: "已撤销确认" },
  });

/** Path below /api of the list that is published, for printing or as a table. */
export const sharesFile = ({ projectId, poolId, period }: PoolMonth, kind: "pdf" | "csv") =>
  `/projects/${projectId}/share-pools/${poolId}/months/${period}/${kind}`;
