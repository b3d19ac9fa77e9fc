import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  BankDepositQueryDto,
  CancelBankDepositDto,
  CloseShiftDto,
  DeskSettingsDto,
  OpenShiftDto,
  RecordBankDepositDto,
  ShiftQueryDto,
  WitnessShiftDto,
} from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const inProject = (projectId: string) => ({ params: { path: { projectId } } });
const ofShift = (projectId: string, shiftId: string) => ({ params: { path: { projectId, shiftId } } });

export const shiftQueries = {
  list: (projectId: string) => (query: ShiftQueryDto) =>
    queryOptions({
      queryKey: ["shifts", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/shifts", { params: { path: { projectId }, query } })),
    }),
  mine: (projectId: string) =>
    queryOptions({
      queryKey: ["my-shift", projectId],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/shifts/mine", inProject(projectId))),
    }),
  one: (projectId: string, shiftId: string) =>
    queryOptions({
      queryKey: ["shift", projectId, shiftId],
      staleTime: 0,
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/shifts/{shiftId}", ofShift(projectId, shiftId))),
    }),
};

export const openShift = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: OpenShiftDto) =>
      bodyOf(api.POST("/projects/{projectId}/shifts", { ...inProject(projectId), body })),
    meta: { done: "已开班" },
  });

/** Counts one's own till, or with the right another's. */
export const closeShift = (projectId: string, shiftId: string, { forOther = false } = {}) =>
  mutationOptions({
    mutationFn: (body: CloseShiftDto) =>
      bodyOf(
        forOther
          ? api.POST("/projects/{projectId}/shifts/{shiftId}/close-for", { ...ofShift(projectId, shiftId), body })
          : api.POST("/projects/{projectId}/shifts/{shiftId}/close", { ...ofShift(projectId, shiftId), body }),
      ),
    meta: { done: "清点结果已保存" },
  });

export const witnessShift = (projectId: string, shiftId: string) =>
  mutationOptions({
    mutationFn: (body: WitnessShiftDto) =>
      bodyOf(api.POST("/projects/{projectId}/shifts/{shiftId}/witness", { ...ofShift(projectId, shiftId), body })),
  });

export const deskSettings = (projectId: string) =>
  queryOptions({
    queryKey: ["desk-settings", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/desk-settings", inProject(projectId))),
  });

export const saveDeskSettings = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: DeskSettingsDto) =>
      bodyOf(api.PUT("/projects/{projectId}/desk-settings", { ...inProject(projectId), body })),
    meta: { done: "收款设置已保存" },
  });

export const depositQueries = {
  list: (projectId: string) => (query: BankDepositQueryDto) =>
    queryOptions({
      queryKey: ["bank-deposits", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/bank-deposits", { params: { path: { projectId }, query } })),
    }),
};

export const recordDeposit = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RecordBankDepositDto) =>
      bodyOf(api.POST("/projects/{projectId}/bank-deposits", { ...inProject(projectId), body })),
    meta: { done: "解款单已登记" },
  });

export const cancelDeposit = (projectId: string, depositId: string) =>
  mutationOptions({
    mutationFn: (body: CancelBankDepositDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/bank-deposits/{depositId}/cancel", {
          params: { path: { projectId, depositId } },
          body,
        }),
      ),
    meta: { done: "解款单已作废" },
  });
