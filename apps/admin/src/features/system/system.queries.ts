import type {
  ApplicationQueryDto,
  ApproveApplicationDto,
  CreateUserDto,
  MembershipInput,
  RejectApplicationDto,
  SaveRoleDto,
  UpdateUserDto,
  UserQueryDto,
} from "@linli/contracts";
import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "../../lib/api-client";

export const userQueries = {
  list: (query: UserQueryDto) =>
    queryOptions({ queryKey: ["users", query], queryFn: () => bodyOf(api.GET("/users", { params: { query } })) }),
  one: (userId: string) =>
    queryOptions({
      queryKey: ["users", userId],
      queryFn: () => bodyOf(api.GET("/users/{userId}", { params: { path: { userId } } })),
    }),
};

export const applicationQueries = {
  list: (query: ApplicationQueryDto) =>
    queryOptions({
      queryKey: ["access-applications", query],
      queryFn: () => bodyOf(api.GET("/access-applications", { params: { query } })),
    }),
};

export const roleQueries = {
  /** For whoever manages roles. */
  all: queryOptions({ queryKey: ["roles"], queryFn: () => bodyOf(api.GET("/roles")) }),
  /** For whoever gives roles to people. */
  options: queryOptions({ queryKey: ["role-options"], queryFn: () => bodyOf(api.GET("/role-options")) }),
};

/** Names of projects, for giving rights in them. */
export const projectNames = (q: string) =>
  queryOptions({
    queryKey: ["project-names", q],
    queryFn: () => bodyOf(api.GET("/project-names", { params: { query: q === "" ? {} : { q } } })),
  });

export const createUser = mutationOptions({
  mutationFn: (body: CreateUserDto) => bodyOf(api.POST("/users", { body })),
});

export const updateUser = (userId: string) =>
  mutationOptions({
    mutationFn: (body: UpdateUserDto) => bodyOf(api.PUT("/users/{userId}", { params: { path: { userId } }, body })),
    meta: { done: "已保存" },
  });

export const setMemberships = (userId: string) =>
  mutationOptions({
    mutationFn: (memberships: MembershipInput[]) =>
      bodyOf(api.PUT("/users/{userId}/memberships", { params: { path: { userId } }, body: { memberships } })),
    meta: { done: "授权已调整，立即生效" },
  });

export const resetPassword = (userId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.POST("/users/{userId}/reset-password", { params: { path: { userId } } })),
  });

export const unlockUser = (userId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.POST("/users/{userId}/unlock", { params: { path: { userId } } })),
    meta: { done: "锁定已解除" },
  });

export const deactivateUser = (userId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.POST("/users/{userId}/deactivate", { params: { path: { userId } } })),
    meta: { done: "用户已停用，登录已失效" },
  });

export const activateUser = (userId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.POST("/users/{userId}/activate", { params: { path: { userId } } })),
    meta: { done: "用户已启用" },
  });

export const approveApplication = (applicationId: string) =>
  mutationOptions({
    mutationFn: (body: ApproveApplicationDto) =>
      bodyOf(api.POST("/access-applications/{applicationId}/approve", { params: { path: { applicationId } }, body })),
  });

export const rejectApplication = (applicationId: string) =>
  mutationOptions({
    mutationFn: (body: RejectApplicationDto) =>
      bodyOf(api.POST("/access-applications/{applicationId}/reject", { params: { path: { applicationId } }, body })),
    meta: { done: "申请已拒绝" },
  });

export const createRole = mutationOptions({
  mutationFn: (body: SaveRoleDto) => bodyOf(api.POST("/roles", { body })),
  meta: { done: "角色已建立" },
});

export const updateRole = (roleId: string) =>
  mutationOptions({
    mutationFn: (body: SaveRoleDto) => bodyOf(api.PUT("/roles/{roleId}", { params: { path: { roleId } }, body })),
    meta: { done: "角色已修改，立即生效" },
  });

export const removeRole = (roleId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.DELETE("/roles/{roleId}", { params: { path: { roleId } } })),
    meta: { done: "角色已删除" },
  });
