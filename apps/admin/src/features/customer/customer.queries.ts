import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  ChangeRelationDto,
  CorrectRelationDto,
  CreateCustomerDto,
  CreatePayerDto,
  CreateRelationDto,
  CustomerQueryDto,
  EndRelationDto,
  FindMatchesDto,
  IncompleteCustomerQueryDto,
  RecordGuardianConsentDto,
  RemoveMemberDto,
  SaveCustomerDto,
  SetOwnersDto,
  UnmaskDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const ofCustomer = (projectId: string, customerId: string) => ({ params: { path: { projectId, customerId } } });
const ofRoom = (projectId: string, roomId: string) => ({ params: { path: { projectId, roomId } } });

export const customerQueries = {
  list: (projectId: string) => (query: CustomerQueryDto) =>
    queryOptions({
      queryKey: ["customers", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/customers", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, customerId: string) =>
    queryOptions({
      queryKey: ["customer", projectId, customerId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/customers/{customerId}", ofCustomer(projectId, customerId))),
    }),
  completeness: (projectId: string) =>
    queryOptions({
      queryKey: ["customer-completeness", projectId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/customer-completeness", { params: { path: { projectId } } })),
    }),
  incomplete: (projectId: string) => (query: IncompleteCustomerQueryDto) =>
    queryOptions({
      queryKey: ["incomplete-customers", projectId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/customer-completeness/rooms", { params: { path: { projectId }, query } }),
        ),
    }),
  /** Customers for a picker. */
  options: (projectId: string, q: string) =>
    queryOptions({
      queryKey: ["customer-options", projectId, q],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/customers", { params: { path: { projectId }, query: { ...(q && { q }) } } }),
        ),
    }),
  /** Who is there already with this document or mobile; asked in a body, so that no number stands in an address. */
  matches: (projectId: string, body: FindMatchesDto) =>
    queryOptions({
      queryKey: ["customer-matches", projectId, body],
      gcTime: 0,
      queryFn: () =>
        bodyOf(api.POST("/projects/{projectId}/customers/matches", { params: { path: { projectId } }, body })),
    }),
  /** Relations and payers of a room. */
  ofRoom: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room-customers", projectId, roomId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/rooms/{roomId}/relations", ofRoom(projectId, roomId))),
    }),
  /** What must be settled before somebody is removed from a household. */
  holds: (projectId: string, relationId: string) =>
    queryOptions({
      queryKey: ["relation-holds", projectId, relationId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/relations/{relationId}/holds", {
            params: { path: { projectId, relationId } },
          }),
        ),
    }),
  /** Fee items a payer can be named for. */
  feeItems: (projectId: string) =>
    queryOptions({
      queryKey: ["fee-items", projectId, "payer"],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/fee-items", {
            params: { path: { projectId }, query: { active: true, pageSize: 200 } },
          }),
        ),
    }),
};

export const createCustomer = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateCustomerDto) =>
      bodyOf(api.POST("/projects/{projectId}/customers", { params: { path: { projectId } }, body })),
    meta: { done: "客户已录入" },
  });

export const updateCustomer = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: SaveCustomerDto) =>
      bodyOf(api.PUT("/projects/{projectId}/customers/{customerId}", { ...ofCustomer(projectId, customerId), body })),
    meta: { done: "客户资料已保存" },
  });

export const removeCustomer = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.DELETE("/projects/{projectId}/customers/{customerId}", ofCustomer(projectId, customerId))),
    meta: { done: "客户已删除" },
  });

export const unmaskCustomer = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: UnmaskDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/unmask", { ...ofCustomer(projectId, customerId), body }),
      ),
  });

export const addRelation = (projectId: string) =>
  mutationOptions({
    mutationFn: ({ roomId, ...body }: CreateRelationDto & { roomId: string }) =>
      bodyOf(api.POST("/projects/{projectId}/rooms/{roomId}/relations", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "客房关系已建立" },
  });

export const correctRelation = (projectId: string, relationId: string) =>
  mutationOptions({
    mutationFn: (body: CorrectRelationDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/relations/{relationId}", { params: { path: { projectId, relationId } }, body }),
      ),
    meta: { done: "客房关系已更正" },
  });

export const endRelation = (projectId: string, relationId: string) =>
  mutationOptions({
    mutationFn: (body: EndRelationDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/relations/{relationId}/end", {
          params: { path: { projectId, relationId } },
          body,
        }),
      ),
    meta: { done: "客房关系已结束" },
  });

export const changeRelation = (projectId: string, relationId: string) =>
  mutationOptions({
    mutationFn: (body: ChangeRelationDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/relations/{relationId}/changes", {
          params: { path: { projectId, relationId } },
          body,
        }),
      ),
    meta: { done: "客房关系已变更" },
  });

export const removeMember = (projectId: string, relationId: string) =>
  mutationOptions({
    mutationFn: (body: RemoveMemberDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/relations/{relationId}/remove", {
          params: { path: { projectId, relationId } },
          body,
        }),
      ),
    meta: { done: "已删除，记录保留在历史里" },
  });

export const setOwners = (projectId: string, roomId: string) =>
  mutationOptions({
    mutationFn: (body: SetOwnersDto) =>
      bodyOf(api.PUT("/projects/{projectId}/rooms/{roomId}/owners", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "业主与份额已调整" },
  });

export const recordConsent = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: RecordGuardianConsentDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/guardian-consents", {
          ...ofCustomer(projectId, customerId),
          body,
        }),
      ),
    meta: { done: "监护人同意已登记" },
  });

export const setPayer = (projectId: string, roomId: string) =>
  mutationOptions({
    mutationFn: (body: CreatePayerDto) =>
      bodyOf(api.POST("/projects/{projectId}/rooms/{roomId}/payers", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "收费对象已指定" },
  });

export const endPayer = (projectId: string, payerId: string) =>
  mutationOptions({
    mutationFn: (body: { endsOn: string }) =>
      bodyOf(
        api.POST("/projects/{projectId}/payers/{payerId}/end", { params: { path: { projectId, payerId } }, body }),
      ),
    meta: { done: "收费对象已结束" },
  });
