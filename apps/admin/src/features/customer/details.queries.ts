import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  ChangeKeyDataDto,
  MainPhoneDto,
  NotCollectedDto,
  SaveAddressDto,
  SaveContactDto,
  SaveCustomerTagDto,
  SaveInvoiceTitleDto,
  SavePhoneDto,
  SavePreferencesDto,
  TagCustomerDto,
  UnmaskDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const ofCustomer = (projectId: string, customerId: string) => ({ params: { path: { projectId, customerId } } });
const ofPart = (projectId: string, customerId: string, partId: string) => ({
  params: { path: { projectId, customerId, partId } },
});
const ofProject = (projectId: string) => ({ params: { path: { projectId } } });

export const detailQueries = {
  /** Telephones, addresses, invoice titles, contacts, preferences. */
  of: (projectId: string, customerId: string) =>
    queryOptions({
      queryKey: ["customer-details", projectId, customerId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/customers/{customerId}/details", ofCustomer(projectId, customerId))),
    }),
  tags: (projectId: string) =>
    queryOptions({
      queryKey: ["customer-tags", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/customer-tags", ofProject(projectId))),
    }),
  /** Mandatory fields the project does not collect. */
  fields: (projectId: string) =>
    queryOptions({
      queryKey: ["customer-fields", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/customer-fields", ofProject(projectId))),
    }),
};

export const changeKeyData = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: ChangeKeyDataDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/customers/{customerId}/key-data", {
          ...ofCustomer(projectId, customerId),
          body,
        }),
      ),
    meta: { done: "关键信息已修改" },
  });

export const confirmCustomer = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/customers/{customerId}/confirm", ofCustomer(projectId, customerId))),
    meta: { done: "已记录核对日期" },
  });

/** A new one without `partId`, else a change. */
export const savePhone = (projectId: string, customerId: string, partId?: string) =>
  mutationOptions({
    mutationFn: (body: SavePhoneDto) =>
      partId
        ? bodyOf(
            api.PUT("/projects/{projectId}/customers/{customerId}/phones/{partId}", {
              ...ofPart(projectId, customerId, partId),
              body,
            }),
          )
        : bodyOf(
            api.POST("/projects/{projectId}/customers/{customerId}/phones", {
              ...ofCustomer(projectId, customerId),
              body,
            }),
          ),
    meta: { done: "电话已保存" },
  });

export const makeMainPhone = (projectId: string, customerId: string, partId: string) =>
  mutationOptions({
    mutationFn: (body: MainPhoneDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/phones/{partId}/main", {
          ...ofPart(projectId, customerId, partId),
          body,
        }),
      ),
    meta: { done: "已设为主要电话" },
  });

export const saveAddress = (projectId: string, customerId: string, partId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveAddressDto) =>
      partId
        ? bodyOf(
            api.PUT("/projects/{projectId}/customers/{customerId}/addresses/{partId}", {
              ...ofPart(projectId, customerId, partId),
              body,
            }),
          )
        : bodyOf(
            api.POST("/projects/{projectId}/customers/{customerId}/addresses", {
              ...ofCustomer(projectId, customerId),
              body,
            }),
          ),
    meta: { done: "地址已保存" },
  });

export const saveTitle = (projectId: string, customerId: string, partId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveInvoiceTitleDto) =>
      partId
        ? bodyOf(
            api.PUT("/projects/{projectId}/customers/{customerId}/invoice-titles/{partId}", {
              ...ofPart(projectId, customerId, partId),
              body,
            }),
          )
        : bodyOf(
            api.POST("/projects/{projectId}/customers/{customerId}/invoice-titles", {
              ...ofCustomer(projectId, customerId),
              body,
            }),
          ),
    meta: { done: "发票抬头已保存" },
  });

export const unmaskTitle = (projectId: string, customerId: string, partId: string) =>
  mutationOptions({
    mutationFn: (body: UnmaskDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/customers/{customerId}/invoice-titles/{partId}/unmask", {
          ...ofPart(projectId, customerId, partId),
          body,
        }),
      ),
  });

export const saveContact = (projectId: string, customerId: string, partId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveContactDto) =>
      partId
        ? bodyOf(
            api.PUT("/projects/{projectId}/customers/{customerId}/contacts/{partId}", {
              ...ofPart(projectId, customerId, partId),
              body,
            }),
          )
        : bodyOf(
            api.POST("/projects/{projectId}/customers/{customerId}/contacts", {
              ...ofCustomer(projectId, customerId),
              body,
            }),
          ),
    meta: { done: "联系人已保存" },
  });

/** The lists of a customer whose rows can be removed. */
export type RemovablePart = "phones" | "addresses" | "invoice-titles" | "contacts";

export const removePart = (projectId: string, customerId: string, part: RemovablePart, partId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(
        api.DELETE(
          `/projects/{projectId}/customers/{customerId}/${part}/{partId}`,
          ofPart(projectId, customerId, partId),
        ),
      ),
    meta: { done: "已删除" },
  });

export const savePreferences = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: SavePreferencesDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/customers/{customerId}/preferences", {
          ...ofCustomer(projectId, customerId),
          body,
        }),
      ),
    meta: { done: "联系偏好已保存" },
  });

export const tagCustomer = (projectId: string, customerId: string) =>
  mutationOptions({
    mutationFn: (body: TagCustomerDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/customers/{customerId}/tags", { ...ofCustomer(projectId, customerId), body }),
      ),
    meta: { done: "标签已保存" },
  });

export const saveTag = (projectId: string, tagId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveCustomerTagDto) =>
      tagId
        ? bodyOf(
            api.PUT("/projects/{projectId}/customer-tags/{tagId}", { params: { path: { projectId, tagId } }, body }),
          )
        : bodyOf(api.POST("/projects/{projectId}/customer-tags", { ...ofProject(projectId), body })),
    meta: { done: "标签已保存" },
  });

export const removeTag = (projectId: string, tagId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.DELETE("/projects/{projectId}/customer-tags/{tagId}", { params: { path: { projectId, tagId } } })),
    meta: { done: "标签已删除" },
  });

export const markNotCollected = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: NotCollectedDto) =>
      bodyOf(api.PUT("/projects/{projectId}/customer-fields", { ...ofProject(projectId), body })),
    meta: { done: "设置已保存" },
  });
