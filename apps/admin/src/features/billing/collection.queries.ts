import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  AllocationRequestDto,
  ArrearDto,
  ArrearsFilterDto,
  ArrearsQueryDto,
  DeskQueryDto,
  NoticeHeadDto,
  NoticeQueryDto,
  NoticeScopeDto,
  PayPrepaymentRefundDto,
  PostReceiptDto,
  PrepaymentMovementQueryDto,
  PrepaymentQueryDto,
  PrepaymentRefundQueryDto,
  ReceiptLayout,
  ReceiptQueryDto,
  RefundQueryDto,
  TakingsQueryDto,
  RateBreakdown,
  ReportBasis,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

export const deskQueries = {
  open: (projectId: string, query: DeskQueryDto) =>
    queryOptions({
      queryKey: ["desk", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/desk", { params: { path: { projectId }, query } })),
    }),
  search: (projectId: string, q: string) =>
    queryOptions({
      queryKey: ["desk-search", projectId, q],
      staleTime: 5_000,
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/desk/search", { params: { path: { projectId }, query: { q } } })),
    }),
};

/** How a smaller amount is spread over charges (BIL-63). */
export const proposeAllocation = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: AllocationRequestDto) =>
      bodyOf(api.POST("/projects/{projectId}/desk/allocation", { ...inProject(projectId), body })),
    meta: { readOnly: true },
  });

export const postReceipt = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: PostReceiptDto) =>
      bodyOf(api.POST("/projects/{projectId}/receipts", { ...inProject(projectId), body })),
  });

export const receiptQueries = {
  list: (projectId: string) => (query: ReceiptQueryDto) =>
    queryOptions({
      queryKey: ["receipts", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/receipts", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, receiptId: string) =>
    queryOptions({
      queryKey: ["receipt", projectId, receiptId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/receipts/{receiptId}", { params: { path: { projectId, receiptId } } })),
    }),
  print: (projectId: string, receiptId: string, layout?: ReceiptLayout) =>
    queryOptions({
      queryKey: ["receipt-print", projectId, receiptId, layout],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/receipts/{receiptId}/print-data", {
            params: { path: { projectId, receiptId }, query: { layout } },
          }),
        ),
    }),
  takings: (projectId: string, query: TakingsQueryDto) =>
    queryOptions({
      queryKey: ["takings", projectId, query],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/receipts/takings", { params: { path: { projectId }, query } })),
    }),
  refunds: (projectId: string) => (query: RefundQueryDto) =>
    queryOptions({
      queryKey: ["refunds", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/refunds", { params: { path: { projectId }, query } })),
    }),
};

/** In the layout of the receipt's book unless another is given. */
export const receiptPdfPath = (projectId: string, receiptId: string, layout?: ReceiptLayout) =>
  `/projects/${projectId}/receipts/${receiptId}/pdf${layout ? `?layout=${layout}` : ""}`;

export const prepaymentQueries = {
  list: (projectId: string) => (query: PrepaymentQueryDto) =>
    queryOptions({
      queryKey: ["prepayments", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/prepayments", { params: { path: { projectId }, query } })),
    }),
  movements: (projectId: string, accountId: string) => (query: PrepaymentMovementQueryDto) =>
    queryOptions({
      queryKey: ["prepayment-movements", projectId, accountId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/prepayments/{accountId}/movements", {
            params: { path: { projectId, accountId }, query },
          }),
        ),
    }),
};

/** Rows of lists have an id; these have none of their own. */
const withIds = <Row extends object>(items: readonly Row[], idOf: (row: Row) => string) =>
  items.map((row) => ({ ...row, id: idOf(row) }));

export type ArrearRow = ArrearDto & { id: string };
export type NoticeRow = NoticeHeadDto & { id: string };

export const arrearsQueries = {
  list: (projectId: string) => (query: ArrearsQueryDto) =>
    queryOptions({
      queryKey: ["arrears", projectId, query],
      queryFn: async () => {
        const page = await bodyOf(api.GET("/projects/{projectId}/arrears", { params: { path: { projectId }, query } }));
        return { ...page, items: withIds<ArrearDto>(page.items, (row) => `${row.roomId} ${row.payerId}`) };
      },
    }),
  totals: (projectId: string, query: ArrearsFilterDto) =>
    queryOptions({
      queryKey: ["arrears-totals", projectId, query],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/arrears/totals", { params: { path: { projectId }, query } })),
    }),
};

export const noticeQueries = {
  list: (projectId: string) => (query: NoticeQueryDto) =>
    queryOptions({
      queryKey: ["notices", projectId, query],
      queryFn: async () => {
        const page = await bodyOf(api.GET("/projects/{projectId}/notices", { params: { path: { projectId }, query } }));
        return { ...page, items: withIds<NoticeHeadDto>(page.items, (row) => row.noticeNo) };
      },
    }),
  totals: (projectId: string, query: NoticeScopeDto) =>
    queryOptions({
      queryKey: ["notice-totals", projectId, query],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/notices/totals", { params: { path: { projectId }, query } })),
    }),
  print: (projectId: string, query: NoticeQueryDto) =>
    queryOptions({
      queryKey: ["notice-print", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/notices/print-data", { params: { path: { projectId }, query } })),
    }),
};

/** Counts a print made by the browser: from the second on the sheet says 补打. What is on screen stays as it is printed. */
export const countReceiptPrint = (projectId: string, receiptId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/receipts/{receiptId}/prints", { params: { path: { projectId, receiptId } } }),
      ),
    meta: { readOnly: true },
  });

export const periodQueries = {
  list: (projectId: string) =>
    queryOptions({
      queryKey: ["periods", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/periods", inProject(projectId))),
    }),
  month: (projectId: string, period: string) =>
    queryOptions({
      queryKey: ["month", projectId, period],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/periods/{period}", { params: { path: { projectId, period } } })),
    }),
  checklist: (projectId: string, period: string) =>
    queryOptions({
      queryKey: ["checklist", projectId, period],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/periods/{period}/checklist", { params: { path: { projectId, period } } }),
        ),
    }),
  balances: (projectId: string, period: string) =>
    queryOptions({
      queryKey: ["balances", projectId, period],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/periods/{period}/balances", { params: { path: { projectId, period } } })),
    }),
  rates: (projectId: string, period: string, by: RateBreakdown, basis: ReportBasis) =>
    queryOptions({
      queryKey: ["collection-rates", projectId, period, by, basis],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/collection-rates", {
            params: { path: { projectId }, query: { period, by, basis } },
          }),
        ),
    }),
};

export const closePeriod = (projectId: string, period: string) =>
  mutationOptions({
    mutationFn: (body: { confirm?: boolean }) =>
      bodyOf(
        api.POST("/projects/{projectId}/periods/{period}/close", { params: { path: { projectId, period } }, body }),
      ),
    meta: { done: `${period} 已月结` },
  });

/** Prepayment balances that are to be paid back. */
export const prepaymentRefundQueries = {
  list: (projectId: string) => (query: PrepaymentRefundQueryDto) =>
    queryOptions({
      queryKey: ["prepayment-refunds", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/prepayment-refunds", { params: { path: { projectId }, query } })),
    }),
};

export const payPrepaymentRefund = (projectId: string, refundId: string) =>
  mutationOptions({
    mutationFn: (body: PayPrepaymentRefundDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/prepayment-refunds/{refundId}/pay", {
          params: { path: { projectId, refundId } },
          body,
        }),
      ),
    meta: { done: "退款已支付" },
  });

export const cancelPrepaymentRefund = (projectId: string, refundId: string) =>
  mutationOptions({
    mutationFn: (body: { reason: string }) =>
      bodyOf(
        api.POST("/projects/{projectId}/prepayment-refunds/{refundId}/cancel", {
          params: { path: { projectId, refundId } },
          body,
        }),
      ),
    meta: { done: "退款申请已取消" },
  });
