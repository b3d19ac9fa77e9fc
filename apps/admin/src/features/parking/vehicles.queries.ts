import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  ChangeVehicleRelationDto,
  CreateVehicleRelationDto,
  EndVehicleRelationDto,
  RegisterVehicleDto,
  RetireVehicleDto,
  SaveVehicleDto,
  VehicleQueryDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../lib/api-client";

const ofVehicle = (projectId: string, vehicleId: string) => ({ params: { path: { projectId, vehicleId } } });
const ofRelation = (projectId: string, relationId: string) => ({ params: { path: { projectId, relationId } } });

export const vehicleQueries = {
  list: (projectId: string) => (query: VehicleQueryDto) =>
    queryOptions({
      queryKey: ["vehicles", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/vehicles", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, vehicleId: string) =>
    queryOptions({
      queryKey: ["vehicle", projectId, vehicleId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/vehicles/{vehicleId}", ofVehicle(projectId, vehicleId))),
    }),
  ofRoom: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room-vehicles", projectId, roomId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/rooms/{roomId}/vehicles", { params: { path: { projectId, roomId } } })),
    }),
  ofCustomer: (projectId: string, customerId: string) =>
    queryOptions({
      queryKey: ["customer-vehicles", projectId, customerId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/customers/{customerId}/vehicles", {
            params: { path: { projectId, customerId } },
          }),
        ),
    }),
};

export const registerVehicle = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RegisterVehicleDto) =>
      bodyOf(api.POST("/projects/{projectId}/vehicles", { params: { path: { projectId } }, body })),
    meta: { done: "车辆已登记" },
  });

export const saveVehicle = (projectId: string, vehicleId: string) =>
  mutationOptions({
    mutationFn: (body: SaveVehicleDto) =>
      bodyOf(api.PUT("/projects/{projectId}/vehicles/{vehicleId}", { ...ofVehicle(projectId, vehicleId), body })),
    meta: { done: "车辆已保存" },
  });

export const retireVehicle = (projectId: string, vehicleId: string) =>
  mutationOptions({
    mutationFn: (body: RetireVehicleDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/vehicles/{vehicleId}/retire", { ...ofVehicle(projectId, vehicleId), body }),
      ),
    meta: { done: "车辆已停用" },
  });

export const restoreVehicle = (projectId: string, vehicleId: string) =>
  mutationOptions({
    mutationFn: () =>
      bodyOf(api.POST("/projects/{projectId}/vehicles/{vehicleId}/restore", ofVehicle(projectId, vehicleId))),
    meta: { done: "车辆已启用" },
  });

export const relateVehicle = (projectId: string, vehicleId: string) =>
  mutationOptions({
    mutationFn: (body: CreateVehicleRelationDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/vehicles/{vehicleId}/relations", { ...ofVehicle(projectId, vehicleId), body }),
      ),
    meta: { done: "车辆关系已增加" },
  });

export const changeVehicleRelation = (projectId: string, relationId: string) =>
  mutationOptions({
    mutationFn: (body: ChangeVehicleRelationDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/vehicle-relations/{relationId}/change", {
          ...ofRelation(projectId, relationId),
          body,
        }),
      ),
    meta: { done: "车辆关系已变更" },
  });

export const endVehicleRelation = (projectId: string, relationId: string) =>
  mutationOptions({
    mutationFn: (body: EndVehicleRelationDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/vehicle-relations/{relationId}/end", {
          ...ofRelation(projectId, relationId),
          body,
        }),
      ),
    meta: { done: "车辆关系已结束" },
  });
