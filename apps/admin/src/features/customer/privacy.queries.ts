import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  AdvanceRequestDto,
  GiveNoticeDto,
  PersonReasonDto,
  PrivacyRequestQueryDto,
  PublishNoticeDto,
  RecordConsentDto,
  RegisterRequestDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const ofCustomer = (projectId: string, customerId: string) => ({ params: { path: { projectId, customerId } } });
const ofProject = (projectId: string) => ({ params: { path: { projectId } } });

export const privacyQueries = {
  notices: (projectId: string) =>
    queryOptions({
      queryKey: ["privacy-notices", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/privacy-notices", ofProject(projectId))),
    }),
  /** What a customer was told and agreed to. */
  consents: (projectId: string, customerId: string) =>
    queryOptions({
      queryKey: ["customer-consents", projectId, customerId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/customers/{customerId}/consents", ofCustomer(projectId, customerId))),
    }),
  requests: (projectId: string) => (query: PrivacyRequestQueryDto) =>
    queryOptions({
      queryKey: ["privacy-requests", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/privacy-requests", { params: { path: { projectId }, query } })),
    }),
  /** Why a person's data cannot be deleted yet. */
  holds: (projectId: string, customerId: string) =>
    queryOptions({
      queryKey: ["deletion-holds", projectId, customerId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/customers/{customerId}/deletion-holds", ofCustomer(projectId, customerId)),
        ),
    }),
};

export const publishNotice = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: PublishNoticeDto) =>
      bodyOf(api.POST("/projects/{projectId}/privacy-notices", { ...ofProject(projectId), body })),
    meta: { done: "隐私告知已发布" },
  });

export const giveNotice = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: GiveNoticeDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/notices", {
          ...ofCustomer(projectId, customerId),
          body,
        }),
      ),
    meta: { done: "告知已登记" },
  });

export const recordConsent = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: RecordConsentDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/consents", {
          ...ofCustomer(projectId, customerId),
          body,
        }),
      ),
    meta: { done: "已登记" },
  });

export const registerRequest = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: RegisterRequestDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/privacy-requests", {
          ...ofCustomer(projectId, customerId),
          body,
        }),
      ),
    meta: { done: "请求已登记" },
  });

export const advanceRequest = (projectId: string, requestId: string) =>
  mutationOptions({
    mutationFn: (body: AdvanceRequestDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/privacy-requests/{requestId}/advance", {
          params: { path: { projectId, requestId } },
          body,
        }),
      ),
    meta: { done: "请求已更新" },
  });

export const anonymisePerson = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: PersonReasonDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/anonymise", {
          ...ofCustomer(projectId, customerId),
          body,
        }),
      ),
    meta: { done: "个人信息已匿名化" },
  });
