import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  ChangeAreasDto,
  CreateProjectDto,
  CreateRoomDto,
  CreateUnitDto,
  PictureDto,
  PictureOwner,
  PictureUploadDto,
  ProjectQueryDto,
  RoomIdentityDto,
  RoomQueryDto,
  RoomStateDto,
  RoomTypeDto,
  SaveBuildingDto,
  SaveRoomPrefixDto,
  UpdateProjectDto,
  UpdateUnitDto,
} from "@linli/contracts";
import { api, bodyOf, uploadFile } from "../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

export const projectQueries = {
  list: (query: ProjectQueryDto) =>
    queryOptions({ queryKey: ["projects", query], queryFn: () => bodyOf(api.GET("/projects", { params: { query } })) }),
  one: (projectId: string) =>
    queryOptions({
      queryKey: ["project", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}", inProject(projectId))),
    }),
  prefixes: (projectId: string) =>
    queryOptions({
      queryKey: ["room-prefixes", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/room-prefixes", inProject(projectId))),
    }),
  completeness: (projectId: string) =>
    queryOptions({
      queryKey: ["completeness", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/completeness", inProject(projectId))),
    }),
};

export const directoryQueries = {
  tree: (projectId: string) =>
    queryOptions({
      queryKey: ["directory", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/directory", inProject(projectId))),
    }),
  unitRooms: (projectId: string, unitId: string) =>
    queryOptions({
      queryKey: ["unit-rooms", projectId, unitId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/units/{unitId}/rooms", { params: { path: { projectId, unitId } } })),
    }),
  building: (projectId: string, buildingId: string) =>
    queryOptions({
      queryKey: ["building", projectId, buildingId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/buildings/{buildingId}", { params: { path: { projectId, buildingId } } }),
        ),
    }),
  grid: (projectId: string, buildingId: string) =>
    queryOptions({
      queryKey: ["building-grid", projectId, buildingId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/buildings/{buildingId}/grid", { params: { path: { projectId, buildingId } } }),
        ),
    }),
};

export const roomQueries = {
  list: (projectId: string) => (query: RoomQueryDto) =>
    queryOptions({
      queryKey: ["rooms", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/rooms", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room", projectId, roomId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/rooms/{roomId}", { params: { path: { projectId, roomId } } })),
    }),
  figures: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room-figures", projectId, roomId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/rooms/{roomId}/figures", { params: { path: { projectId, roomId } } })),
    }),
  areas: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room-areas", projectId, roomId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/rooms/{roomId}/area-versions", { params: { path: { projectId, roomId } } }),
        ),
    }),
  /** Rooms for a picker; the chosen one is always among them. */
  options: (projectId: string, q: string, id: string | undefined) =>
    queryOptions({
      queryKey: ["room-options", projectId, q, id],
      placeholderData: keepPreviousData,
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/room-options", {
            params: { path: { projectId }, query: { ...(q && { q }), ...(id && { id }) } },
          }),
        ),
    }),
};

/** Where the API serves a picture, below /api. */
export const picturePath = (projectId: string, id: string, what: "content" | "thumbnail"): string =>
  `/projects/${projectId}/pictures/${id}/${what}`;

export const pictureQueries = {
  of: (projectId: string, ownerType: PictureOwner, ownerId: string) =>
    queryOptions({
      queryKey: ["pictures", projectId, ownerType, ownerId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/pictures", { params: { path: { projectId }, query: { ownerType, ownerId } } }),
        ),
    }),
};

export const createProject = mutationOptions({
  mutationFn: (body: CreateProjectDto) => bodyOf(api.POST("/projects", { body })),
  meta: { done: "管理区已建立" },
});

export const updateProject = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: UpdateProjectDto) => bodyOf(api.PUT("/projects/{projectId}", { ...inProject(projectId), body })),
    meta: { done: "设置已保存" },
  });

export const savePrefix = (projectId: string, prefixId?: string) =>
  mutationOptions({
    mutationFn: async (body: SaveRoomPrefixDto): Promise<unknown> =>
      prefixId === undefined
        ? bodyOf(api.POST("/projects/{projectId}/room-prefixes", { ...inProject(projectId), body }))
        : bodyOf(
            api.PUT("/projects/{projectId}/room-prefixes/{prefixId}", {
              params: { path: { projectId, prefixId } },
              body,
            }),
          ),
    meta: { done: "房号前缀已保存" },
  });

export const removePrefix = (projectId: string) =>
  mutationOptions({
    mutationFn: (prefixId: string) =>
      bodyOf(
        api.DELETE("/projects/{projectId}/room-prefixes/{prefixId}", { params: { path: { projectId, prefixId } } }),
      ),
    meta: { done: "房号前缀已删除" },
  });

/** Creates a building, or saves the one with the id. */
export const saveBuilding = (projectId: string, buildingId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveBuildingDto) =>
      buildingId === undefined
        ? bodyOf(api.POST("/projects/{projectId}/buildings", { ...inProject(projectId), body }))
        : bodyOf(
            api.PUT("/projects/{projectId}/buildings/{buildingId}", {
              params: { path: { projectId, buildingId } },
              body,
            }),
          ),
    meta: { done: "楼栋已保存" },
  });

export const removeBuilding = (projectId: string) =>
  mutationOptions({
    mutationFn: (buildingId: string) =>
      bodyOf(
        api.DELETE("/projects/{projectId}/buildings/{buildingId}", { params: { path: { projectId, buildingId } } }),
      ),
    meta: { done: "楼栋已删除" },
  });

export const createUnit = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateUnitDto) =>
      bodyOf(api.POST("/projects/{projectId}/units", { ...inProject(projectId), body })),
    meta: { done: "单元已建立" },
  });

export const updateUnit = (projectId: string, unitId: string) =>
  mutationOptions({
    mutationFn: (body: UpdateUnitDto) =>
      bodyOf(api.PUT("/projects/{projectId}/units/{unitId}", { params: { path: { projectId, unitId } }, body })),
    meta: { done: "单元已保存" },
  });

export const removeUnit = (projectId: string) =>
  mutationOptions({
    mutationFn: (unitId: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/units/{unitId}", { params: { path: { projectId, unitId } } })),
    meta: { done: "单元已删除" },
  });

export const createRoom = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateRoomDto) =>
      bodyOf(api.POST("/projects/{projectId}/rooms", { ...inProject(projectId), body })),
    meta: { done: "房间已保存" },
  });

const ofRoom = (projectId: string, roomId: string) => ({ params: { path: { projectId, roomId } } });

export const modifyIdentity = (projectId: string, roomId: string) =>
  mutationOptions({
    mutationFn: (body: RoomIdentityDto) =>
      bodyOf(api.PUT("/projects/{projectId}/rooms/{roomId}/identity", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "编号与位置已保存" },
  });

export const modifyType = (projectId: string, roomId: string) =>
  mutationOptions({
    mutationFn: (body: RoomTypeDto) =>
      bodyOf(api.PUT("/projects/{projectId}/rooms/{roomId}/type", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "户型资料已保存" },
  });

export const modifyState = (projectId: string, roomId: string) =>
  mutationOptions({
    mutationFn: (body: RoomStateDto) =>
      bodyOf(api.PUT("/projects/{projectId}/rooms/{roomId}/state", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "状态与用途已保存" },
  });

export const changeAreas = (projectId: string, roomId: string) =>
  mutationOptions({
    mutationFn: (body: ChangeAreasDto) =>
      bodyOf(api.POST("/projects/{projectId}/rooms/{roomId}/area-changes", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "面积变更已提交审批" },
  });

export const removeRoom = (projectId: string) =>
  mutationOptions({
    mutationFn: (roomId: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/rooms/{roomId}", { params: { path: { projectId, roomId } } })),
    meta: { done: "房间已删除" },
  });

/** Sends a plan as its next version. */
export const uploadPlan = (projectId: string, { ownerType, ownerId, kind }: PictureUploadDto) =>
  mutationOptions({
    mutationFn: ({ file, remark }: { file: File; remark?: string }) => {
      const query = new URLSearchParams({ ownerType, ownerId, kind, ...(remark ? { remark } : {}) });
      return uploadFile<PictureDto>(`/projects/${projectId}/pictures?${query}`, file);
    },
    meta: { done: "图纸已上传" },
  });

/** Uses a unit-type drawing for all rooms of the layout. */
export const sharePicture = (projectId: string) =>
  mutationOptions({
    mutationFn: (pictureId: string) =>
      bodyOf(
        api.POST("/projects/{projectId}/pictures/{pictureId}/share", { params: { path: { projectId, pictureId } } }),
      ),
  });

export const removePicture = (projectId: string) =>
  mutationOptions({
    mutationFn: (pictureId: string) =>
      bodyOf(api.DELETE("/projects/{projectId}/pictures/{pictureId}", { params: { path: { projectId, pictureId } } })),
    meta: { done: "图片已删除" },
  });
