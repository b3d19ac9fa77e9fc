import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CorrectReadingDto,
  CreateMeterDto,
  CreateSheetDto,
  DeleteReadingDto,
  LossQueryDto,
  MeterFileCheckDto,
  MeterQueryDto,
  MeterSettingsDto,
  MetersRegisteredDto,
  ReadingQueryDto,
  RecordReadingDto,
  RemoveMeterDto,
  ReplaceMeterDto,
  SaveHeadcountDto,
  SheetImportDto,
  SheetLineQueryDto,
  SheetQueryDto,
  UpdateMeterDto,
} from "@linli/contracts";
import { api, bodyOf, uploadFile } from "../../../lib/api-client";

const ofMeter = (projectId: string, meterId: string) => ({ params: { path: { projectId, meterId } } });
const ofReading = (projectId: string, meterId: string, readingId: string) => ({
  params: { path: { projectId, meterId, readingId } },
});
const ofSheet = (projectId: string, sheetId: string) => ({ params: { path: { projectId, sheetId } } });
const ofRoom = (projectId: string, roomId: string) => ({ params: { path: { projectId, roomId } } });

export const meterQueries = {
  list: (projectId: string) => (query: MeterQueryDto) =>
    queryOptions({
      queryKey: ["meters", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/meters", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, meterId: string) =>
    queryOptions({
      queryKey: ["meter", projectId, meterId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/meters/{meterId}", ofMeter(projectId, meterId))),
    }),
  readings: (projectId: string, meterId: string) => (query: ReadingQueryDto) =>
    queryOptions({
      queryKey: ["meter-readings", projectId, meterId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/meters/{meterId}/readings", {
            params: { path: { projectId, meterId }, query },
          }),
        ),
    }),
  ofRoom: (projectId: string, roomId: string) =>
    queryOptions({
      queryKey: ["room-meters", projectId, roomId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/rooms/{roomId}/meters", ofRoom(projectId, roomId))),
    }),
  losses: (projectId: string) => (query: LossQueryDto) =>
    queryOptions({
      queryKey: ["meter-losses", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/meter-losses", { params: { path: { projectId }, query } })),
    }),
  settings: (projectId: string) =>
    queryOptions({
      queryKey: ["meter-settings", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/meter-settings", { params: { path: { projectId } } })),
    }),
};

export const sheetQueries = {
  list: (projectId: string) => (query: SheetQueryDto) =>
    queryOptions({
      queryKey: ["meter-sheets", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/meter-sheets", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, sheetId: string) =>
    queryOptions({
      queryKey: ["meter-sheet", projectId, sheetId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/meter-sheets/{sheetId}", ofSheet(projectId, sheetId))),
    }),
  lines: (projectId: string, sheetId: string) => (query: SheetLineQueryDto) =>
    queryOptions({
      queryKey: ["meter-sheet-lines", projectId, sheetId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/meter-sheets/{sheetId}/lines", {
            params: { path: { projectId, sheetId }, query },
          }),
        ),
    }),
};

export const createMeter = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateMeterDto) =>
      bodyOf(api.POST("/projects/{projectId}/meters", { params: { path: { projectId } }, body })),
    meta: { done: "表具已登记" },
  });

export const updateMeter = (projectId: string, meterId: string) =>
  mutationOptions({
    mutationFn: (body: UpdateMeterDto) =>
      bodyOf(api.PUT("/projects/{projectId}/meters/{meterId}", { ...ofMeter(projectId, meterId), body })),
    meta: { done: "表具已保存" },
  });

export const deleteMeter = (projectId: string, meterId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.DELETE("/projects/{projectId}/meters/{meterId}", ofMeter(projectId, meterId))),
    meta: { done: "表具已删除" },
  });

export const replaceMeter = (projectId: string, meterId: string) =>
  mutationOptions({
    mutationFn: (body: ReplaceMeterDto) =>
      bodyOf(api.POST("/projects/{projectId}/meters/{meterId}/replace", { ...ofMeter(projectId, meterId), body })),
    meta: { done: "已换表" },
  });

export const dismantleMeter = (projectId: string, meterId: string) =>
  mutationOptions({
    mutationFn: (body: RemoveMeterDto) =>
      bodyOf(api.POST("/projects/{projectId}/meters/{meterId}/dismantle", { ...ofMeter(projectId, meterId), body })),
    meta: { done: "已拆表" },
  });

/** Without a toast: on a round there is one reading after the other. */
export const recordReading = (projectId: string, meterId: string) =>
  mutationOptions({
    mutationFn: (body: RecordReadingDto) =>
      bodyOf(api.POST("/projects/{projectId}/meters/{meterId}/readings", { ...ofMeter(projectId, meterId), body })),
  });

export const correctReading = (projectId: string, meterId: string, readingId: string) =>
  mutationOptions({
    mutationFn: (body: CorrectReadingDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/meters/{meterId}/readings/{readingId}/correct", {
          ...ofReading(projectId, meterId, readingId),
          body,
        }),
      ),
    meta: { done: "读数已更正" },
  });

export const deleteReading = (projectId: string, meterId: string, readingId: string) =>
  mutationOptions({
    mutationFn: (body: DeleteReadingDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/meters/{meterId}/readings/{readingId}/delete", {
          ...ofReading(projectId, meterId, readingId),
          body,
        }),
      ),
    meta: { done: "读数已删除" },
  });

export const addHeadcount = (projectId: string, roomId: string) =>
  mutationOptions({
    mutationFn: (body: SaveHeadcountDto) =>
      bodyOf(api.POST("/projects/{projectId}/rooms/{roomId}/headcounts", { ...ofRoom(projectId, roomId), body })),
    meta: { done: "人数已登记" },
  });

export const saveMeterSettings = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: MeterSettingsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/meter-settings", { params: { path: { projectId } }, body })),
    meta: { done: "抄表设置已保存" },
  });

export const createSheet = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: CreateSheetDto) =>
      bodyOf(api.POST("/projects/{projectId}/meter-sheets", { params: { path: { projectId } }, body })),
    meta: { done: "抄表单已新建" },
  });

export const deleteSheet = (projectId: string, sheetId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.DELETE("/projects/{projectId}/meter-sheets/{sheetId}", ofSheet(projectId, sheetId))),
    meta: { done: "抄表单已删除，读数保留" },
  });

/** Path of a sheet's workbook, to download and to upload. */
export const sheetFile = (projectId: string, sheetId: string) => `/projects/${projectId}/meter-sheets/${sheetId}/file`;

export const importSheet = (projectId: string, sheetId: string) =>
  mutationOptions({
    mutationFn: (file: File) => uploadFile<SheetImportDto>(sheetFile(projectId, sheetId), file),
  });

export const meterTemplatePath = (projectId: string) => `/projects/${projectId}/meters/workbook/template`;

export const checkMeterFile = (projectId: string) =>
  mutationOptions({
    mutationFn: (file: File) => uploadFile<MeterFileCheckDto>(`/projects/${projectId}/meters/workbook/check`, file),
    meta: { readOnly: true },
  });

export const registerMeterFile = (projectId: string) =>
  mutationOptions({
    mutationFn: (file: File) => uploadFile<MetersRegisteredDto>(`/projects/${projectId}/meters/workbook`, file),
    meta: {},
  });
