import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  BookLayoutDto,
  BookNumbersQueryDto,
  CheckReceiptBookDto,
  CreateReceiptBookDto,
  ReceiptBookQueryDto,
  SpoilNumberDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const ofBook = (projectId: string, bookId: string) => ({ params: { path: { projectId, bookId } } });

export const receiptBookQueries = {
  list: (projectId: string) => (query: ReceiptBookQueryDto) =>
    queryOptions({
      queryKey: ["receipt-books", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/receipt-books", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, bookId: string) =>
    queryOptions({
      queryKey: ["receipt-book", projectId, bookId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/receipt-books/{bookId}", ofBook(projectId, bookId))),
    }),
  numbers: (projectId: string, bookId: string) => (query: BookNumbersQueryDto) =>
    queryOptions({
      queryKey: ["receipt-book-numbers", projectId, bookId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/receipt-books/{bookId}/numbers", {
            params: { path: { projectId, bookId }, query },
          }),
        ),
    }),
  next: (projectId: string) =>
    queryOptions({
      queryKey: ["next-paper", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/receipt-books/next", { params: { path: { projectId } } })),
    }),
};

/** Who may take money in the project. */
export const cashiersQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["cashiers", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/shifts/cashiers", { params: { path: { projectId } } })),
  });

export const createReceiptBook = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateReceiptBookDto) =>
      bodyOf(api.POST("/projects/{projectId}/receipt-books", { params: { path: { projectId } }, body })),
    meta: { done: "票据本已登记" },
  });

export const spoilNumber = (projectId: string, bookId: string) =>
  mutationOptions({
    mutationFn: (body: SpoilNumberDto) =>
      bodyOf(api.POST("/projects/{projectId}/receipt-books/{bookId}/spoil", { ...ofBook(projectId, bookId), body })),
    meta: { done: "空白票据已作废" },
  });

export const setBookLayout = (projectId: string, bookId: string) =>
  mutationOptions({
    mutationFn: (body: BookLayoutDto) =>
      bodyOf(api.PUT("/projects/{projectId}/receipt-books/{bookId}/layout", { ...ofBook(projectId, bookId), body })),
    meta: { done: "打印版式已更改" },
  });

export const returnReceiptBook = (projectId: string, bookId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/receipt-books/{bookId}/return", ofBook(projectId, bookId))),
    meta: { done: "票据本已交回" },
  });

export const checkReceiptBook = (projectId: string, bookId: string) =>
  mutationOptions({
    mutationFn: (body: CheckReceiptBookDto) =>
      bodyOf(api.POST("/projects/{projectId}/receipt-books/{bookId}/check", { ...ofBook(projectId, bookId), body })),
    meta: { done: "票据本已核销" },
  });
