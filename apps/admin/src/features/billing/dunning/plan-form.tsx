import { useMutation } from "@tanstack/react-query";
import type { DunningPlanDto, SaveDunningPlanDto } from "@linli/contracts";
import { Input, InputNumber, Switch } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { today } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { BuildingSelect } from "../../property/building-select";
import { savePlan } from "./dunning.queries";
import { LevelSelect } from "./level-select";

/** A new plan, or a change of one. */
export function PlanForm({
  plan,
  trigger,
}: {
  plan?: DunningPlanDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(savePlan(useProjectId(), plan?.id));
  return (
    <FormDialog<SaveDunningPlanDto>
      name={plan ? "edit-dunning-plan" : "create-dunning-plan"}
      title={plan ? `修改催缴计划 ${plan.name}` : "新建催缴计划"}
      dto="SaveDunningPlanDto"
      trigger={trigger}
      initialValues={
        plan
          ? {
              name: plan.name,
              levelId: plan.levelId,
              buildingId: plan.buildingId,
              minAmountFen: plan.minAmountFen,
              everyMonths: plan.everyMonths,
              startsOn: plan.startsOn,
              active: plan.active,
            }
          : { everyMonths: 3, startsOn: today(), active: true }
      }
      onFinish={mutateAsync}
    >
      <Field name="name">
        <Input maxLength={30} placeholder="如：每季书面催款、每月账单" />
      </Field>
      <Field name="levelId">
        <LevelSelect activeOnly />
      </Field>
      <div className="form-columns">
        <Field name="everyMonths">
          <InputNumber min={1} max={12} precision={0} suffix="个月" style={{ width: "100%" }} />
        </Field>
        <Field name="startsOn" extra="送账单的级别填首次应缴日，提前几天按级别">
          <DateInput />
        </Field>
      </div>
      <Field name="buildingId" extra="不选为全部楼栋">
        <BuildingSelect />
      </Field>
      <Field name="minAmountFen" extra="不填按级别的最低金额">
        <MoneyInput />
      </Field>
      <Field name="active" valuePropName="checked">
        <Switch />
      </Field>
    </FormDialog>
  );
}
