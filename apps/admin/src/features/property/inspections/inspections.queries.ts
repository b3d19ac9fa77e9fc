import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CompleteInspectionDto,
  CreateInspectionDto,
  DefectQueryDto,
  FixDefectDto,
  InspectionDetailDto,
  InspectionQueryDto,
  RecheckDefectDto,
  SaveInspectionDto,
  SaveInspectionTemplateDto,
  SignerRole,
  VoidInspectionDto,
} from "@linli/contracts";
import { api, bodyOf, uploadFile } from "../../../lib/api-client";

const of = (projectId: string, inspectionId: string) => ({ params: { path: { projectId, inspectionId } } });

export const inspectionQueries = {
  list: (projectId: string) => (query: InspectionQueryDto) =>
    queryOptions({
      queryKey: ["inspections", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/inspections", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, id: string) =>
    queryOptions({
      queryKey: ["inspection", projectId, id],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/inspections/{inspectionId}", of(projectId, id))),
    }),
  sheet: (projectId: string, id: string) =>
    queryOptions({
      queryKey: ["inspection-sheet", projectId, id],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/inspections/{inspectionId}/sheet", of(projectId, id))),
    }),
  templates: (projectId: string) =>
    queryOptions({
      queryKey: ["inspection-templates", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/inspection-templates", { params: { path: { projectId } } })),
    }),
};

export const defectQueries = {
  list: (projectId: string) => (query: DefectQueryDto) =>
    queryOptions({
      queryKey: ["defects", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/defects", { params: { path: { projectId }, query } })),
    }),
  contractors: (projectId: string) =>
    queryOptions({
      queryKey: ["defect-contractors", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/defects/contractors", { params: { path: { projectId } } })),
    }),
  sheet: (projectId: string, contractor: string) =>
    queryOptions({
      queryKey: ["defect-sheet", projectId, contractor],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/defects/sheet", { params: { path: { projectId }, query: { contractor } } }),
        ),
    }),
};

export const createInspection = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateInspectionDto) =>
      bodyOf(api.POST("/projects/{projectId}/inspections", { params: { path: { projectId } }, body })),
    meta: { done: "验收单已建立" },
  });

export const beginInspection = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: (version: number) =>
      bodyOf(
        api.POST("/projects/{projectId}/inspections/{inspectionId}/begin", { ...of(projectId, id), body: { version } }),
      ),
  });

export const saveInspection = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: (body: SaveInspectionDto): Promise<InspectionDetailDto> =>
      bodyOf(api.PUT("/projects/{projectId}/inspections/{inspectionId}", { ...of(projectId, id), body })),
    meta: { done: "已保存" },
  });

export const signInspection = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: ({
      role,
      name,
      version,
      picture,
    }: {
      role: SignerRole;
      name: string;
      version: number;
      picture: Blob;
    }) => {
      const query = new URLSearchParams({ role, name, version: String(version) });
      const file = new File([picture], "签名.png", { type: "image/png" });
      return uploadFile<InspectionDetailDto>(`/projects/${projectId}/inspections/${id}/signatures?${query}`, file);
    },
    meta: { done: "签字已保存" },
  });

export const completeInspection = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: (body: CompleteInspectionDto) =>
      bodyOf(api.POST("/projects/{projectId}/inspections/{inspectionId}/complete", { ...of(projectId, id), body })),
    meta: { done: "验收已完成" },
  });

export const voidInspection = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: (body: VoidInspectionDto) =>
      bodyOf(api.POST("/projects/{projectId}/inspections/{inspectionId}/void", { ...of(projectId, id), body })),
    meta: { done: "验收单已作废" },
  });

const ofDefect = (projectId: string, defectId: string) => ({ params: { path: { projectId, defectId } } });

export const fixDefect = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: (body: FixDefectDto) =>
      bodyOf(api.POST("/projects/{projectId}/defects/{defectId}/fix", { ...ofDefect(projectId, id), body })),
    meta: { done: "已登记整改完成" },
  });

export const recheckDefect = (projectId: string, id: string) =>
  mutationOptions({
    mutationFn: (body: RecheckDefectDto) =>
      bodyOf(api.POST("/projects/{projectId}/defects/{defectId}/recheck", { ...ofDefect(projectId, id), body })),
    meta: { done: "复验结果已登记" },
  });

export const saveTemplate = (projectId: string, templateId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveInspectionTemplateDto) =>
      templateId
        ? bodyOf(
            api.PUT("/projects/{projectId}/inspection-templates/{templateId}", {
              params: { path: { projectId, templateId } },
              body,
            }),
          )
        : bodyOf(api.POST("/projects/{projectId}/inspection-templates", { params: { path: { projectId } }, body })),
    meta: { done: "验收模板已保存" },
  });

export const removeTemplate = (projectId: string) =>
  mutationOptions({
    mutationFn: (templateId: string) =>
      bodyOf(
        api.DELETE("/projects/{projectId}/inspection-templates/{templateId}", {
          params: { path: { projectId, templateId } },
        }),
      ),
    meta: { done: "验收模板已删除" },
  });
