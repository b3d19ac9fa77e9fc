import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  CursorQueryDto,
  DunningCaseQueryDto,
  DunningFilterDto,
  DunningPrintQueryDto,
  DunningScopeDto,
  EndLawsuitDto,
  IssueDunningDto,
  PauseDunningDto,
  RecordDeliveryDto,
  RecordLawsuitDto,
  RecordPromiseDto,
  RecordStepDto,
  SaveDunningLevelDto,
  SaveDunningPlanDto,
  VoidDunningDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });

/** Which case: what one payer owes for one room. */
export interface CasePlace {
  projectId: string;
  roomId: string;
  payerId: string;
}

/** A case has no id of its own: the table knows it by room and payer. */
const withId = <Row extends { roomId: string; payerId: string }>(row: Row) => ({
  ...row,
  id: `${row.roomId} ${row.payerId}`,
});

export const dunningQueries = {
  levels: (projectId: string) =>
    queryOptions({
      queryKey: ["dunning-levels", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/dunning-levels", inProject(projectId))),
    }),
  plans: (projectId: string) =>
    queryOptions({
      queryKey: ["dunning-plans", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/dunning-plans", inProject(projectId))),
    }),
  cases: (projectId: string) => (query: DunningCaseQueryDto) =>
    queryOptions({
      queryKey: ["dunning-cases", projectId, query],
      queryFn: async () => {
        const params = { path: { projectId }, query };
        const page = await bodyOf(api.GET("/projects/{projectId}/dunning-cases", { params }));
        return { ...page, items: page.items.map(withId) };
      },
    }),
  totals: (projectId: string, query: DunningFilterDto) =>
    queryOptions({
      queryKey: ["dunning-totals", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/dunning-cases/totals", { params: { path: { projectId }, query } })),
    }),
  one: (place: CasePlace) =>
    queryOptions({
      queryKey: ["dunning-case", place],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/dunning-cases/{roomId}/{payerId}", { params: { path: { ...place } } })),
    }),
  preview: (projectId: string, body: DunningScopeDto) =>
    queryOptions({
      queryKey: ["dunning-preview", projectId, body],
      queryFn: () =>
        bodyOf(api.POST("/projects/{projectId}/dunning-batches/preview", { ...inProject(projectId), body })),
    }),
  batches: (projectId: string) => (query: CursorQueryDto) =>
    queryOptions({
      queryKey: ["dunning-batches", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/dunning-batches", { params: { path: { projectId }, query } })),
    }),
  batch: (projectId: string, batchId: string) =>
    queryOptions({
      queryKey: ["dunning-batch", projectId, batchId],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/dunning-batches/{batchId}", { params: { path: { projectId, batchId } } }),
        ),
    }),
  batchSteps: (projectId: string, batchId: string) => (query: CursorQueryDto) =>
    queryOptions({
      queryKey: ["dunning-batch-steps", projectId, batchId, query],
      queryFn: () =>
        bodyOf(
          api.GET("/projects/{projectId}/dunning-batches/{batchId}/steps", {
            params: { path: { projectId, batchId }, query },
          }),
        ),
    }),
  notices: (projectId: string, query: DunningPrintQueryDto) =>
    queryOptions({
      queryKey: ["dunning-notices", projectId, query],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/dunning-notices/print-data", { params: { path: { projectId }, query } })),
    }),
};

export const saveLevel = (projectId: string, levelId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveDunningLevelDto) =>
      bodyOf(
        levelId
          ? api.PUT("/projects/{projectId}/dunning-levels/{levelId}", {
              params: { path: { projectId, levelId } },
              body,
            })
          : api.POST("/projects/{projectId}/dunning-levels", { ...inProject(projectId), body }),
      ),
    meta: { done: "催缴级别已保存" },
  });

export const savePlan = (projectId: string, planId?: string) =>
  mutationOptions({
    mutationFn: (body: SaveDunningPlanDto) =>
      bodyOf(
        planId
          ? api.PUT("/projects/{projectId}/dunning-plans/{planId}", { params: { path: { projectId, planId } }, body })
          : api.POST("/projects/{projectId}/dunning-plans", { ...inProject(projectId), body }),
      ),
    meta: { done: "催缴计划已保存" },
  });

export const takeDefaultLevels = (projectId: string) =>
  mutationOptions({
    mutationFn: () => bodyOf(api.POST("/projects/{projectId}/dunning-levels/defaults", inProject(projectId))),
    meta: { done: "已采用建议的级别，可以逐个修改" },
  });

export const issueDunning = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: IssueDunningDto) =>
      bodyOf(api.POST("/projects/{projectId}/dunning-batches", { ...inProject(projectId), body })),
    meta: { done: "催款已发出" },
  });

export const recordStep = (place: CasePlace) =>
  mutationOptions({
    mutationFn: (body: RecordStepDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/dunning-cases/{roomId}/{payerId}/steps", {
          params: { path: { ...place } },
          body,
        }),
      ),
    meta: { done: "催缴已登记" },
  });

export const recordPromise = (place: CasePlace) =>
  mutationOptions({
    mutationFn: (body: RecordPromiseDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/dunning-cases/{roomId}/{payerId}/promises", {
          params: { path: { ...place } },
          body,
        }),
      ),
    meta: { done: "承诺已登记" },
  });

export const pauseDunning = (place: CasePlace) =>
  mutationOptions({
    mutationFn: (body: PauseDunningDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/dunning-cases/{roomId}/{payerId}/pauses", {
          params: { path: { ...place } },
          body,
        }),
      ),
    meta: { done: "已暂停催缴" },
  });

export const recordLawsuit = (place: CasePlace) =>
  mutationOptions({
    mutationFn: (body: RecordLawsuitDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/dunning-cases/{roomId}/{payerId}/lawsuits", {
          params: { path: { ...place } },
          body,
        }),
      ),
    meta: { done: "诉讼已登记" },
  });

export const recordDelivery = (projectId: string, stepId: string) =>
  mutationOptions({
    mutationFn: (body: RecordDeliveryDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/dunning-steps/{stepId}/deliveries", {
          params: { path: { projectId, stepId } },
          body,
        }),
      ),
    meta: { done: "送达已登记" },
  });

export const endPause = (projectId: string) =>
  mutationOptions({
    mutationFn: (pauseId: string) =>
      bodyOf(
        api.POST("/projects/{projectId}/dunning-pauses/{pauseId}/end", { params: { path: { projectId, pauseId } } }),
      ),
    meta: { done: "已恢复催缴" },
  });

export const endLawsuit = (projectId: string, lawsuitId: string) =>
  mutationOptions({
    mutationFn: (body: EndLawsuitDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/dunning-lawsuits/{lawsuitId}/end", {
          params: { path: { projectId, lawsuitId } },
          body,
        }),
      ),
    meta: { done: "终结已登记" },
  });

/** What can be voided, by its kind. */
export type Voidable = { step: string } | { delivery: string } | { promise: string } | { lawsuit: string };

export const voidDunning = (projectId: string, what: Voidable) =>
  mutationOptions({
    mutationFn: (body: VoidDunningDto) => {
      if ("step" in what) {
        const path = { projectId, stepId: what.step };
        return bodyOf(api.POST("/projects/{projectId}/dunning-steps/{stepId}/void", { params: { path }, body }));
      }
      if ("delivery" in what) {
        const path = { projectId, deliveryId: what.delivery };
        return bodyOf(
          api.POST("/projects/{projectId}/dunning-deliveries/{deliveryId}/void", { params: { path }, body }),
        );
      }
      if ("lawsuit" in what) {
        const path = { projectId, lawsuitId: what.lawsuit };
        return bodyOf(api.POST("/projects/{projectId}/dunning-lawsuits/{lawsuitId}/void", { params: { path }, body }));
      }
      const path = { projectId, promiseId: what.promise };
      return bodyOf(api.POST("/projects/{projectId}/dunning-promises/{promiseId}/void", { params: { path }, body }));
    },
    meta: { done: "已作废，记录仍可查看" },
  });
