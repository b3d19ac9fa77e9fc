import { useMutation } from "@tanstack/react-query";
import type { BuildingDto, CreateUnitDto, SaveBuildingDto, UnitDto, UpdateUnitDto } from "@linli/contracts";
import { buildingKindLabels } from "@linli/contracts/enums";
import { Input, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { createUnit, saveBuilding, updateUnit } from "./property.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

const liftOptions = [
  { value: true, label: "有" },
  { value: false, label: "无" },
];

/** Creates a building, or changes the one given. `level` is what the project calls buildings. */
export function BuildingForm({
  building,
  level = "楼栋",
  trigger,
}: {
  building?: BuildingDto;
  level?: string;
  trigger: Trigger;
}) {
  const { mutateAsync } = useMutation(saveBuilding(useProjectId(), building?.id));
  return (
    <FormDialog<SaveBuildingDto>
      name={building ? "edit-building" : "create-building"}
      title={building ? `修改${level}` : `新增${level}`}
      dto="SaveBuildingDto"
      trigger={trigger}
      initialValues={building ? pick(building) : { kind: "RESIDENTIAL" }}
      onFinish={mutateAsync}
    >
      <div className="form-columns">
        <Field name="code" extra="例如：1">
          <Input />
        </Field>
        <Field name="name" extra="例如：1栋">
          <Input />
        </Field>
        <Field name="kind">
          <Select options={optionsOf(buildingKindLabels)} />
        </Field>
        <StoreyFields />
      </div>
    </FormDialog>
  );
}

const pick = ({ code, name, kind, floors, hasLift, sort }: BuildingDto): SaveBuildingDto => ({
  code,
  name,
  kind,
  floors,
  hasLift,
  sort,
});

/** Creates a unit of a building, or changes the one given. `level` is what the project calls units. */
export function UnitForm({
  buildingId,
  unit,
  level = "单元",
  trigger,
}: {
  buildingId: string;
  unit?: UnitDto;
  level?: string;
  trigger: Trigger;
}) {
  const projectId = useProjectId();
  const { mutateAsync: create } = useMutation(createUnit(projectId));
  const { mutateAsync: update } = useMutation(updateUnit(projectId, unit?.id ?? ""));
  const values = unit && {
    code: unit.code,
    name: unit.name,
    floors: unit.floors,
    hasLift: unit.hasLift,
    sort: unit.sort,
  };

  return (
    <FormDialog<UpdateUnitDto>
      name={unit ? "edit-unit" : "create-unit"}
      title={unit ? `修改${level}` : `新增${level}`}
      dto="UpdateUnitDto"
      trigger={trigger}
      initialValues={values}
      onFinish={(body) => (unit ? update(body) : create({ ...body, buildingId } satisfies CreateUnitDto))}
    >
      <div className="form-columns">
        <Field name="code" extra="例如：1">
          <Input />
        </Field>
        <Field name="name" extra="例如：1单元">
          <Input />
        </Field>
        <StoreyFields />
      </div>
    </FormDialog>
  );
}

function StoreyFields() {
  return (
    <>
      <Field name="floors">
        <InputNumber precision={0} suffix="层" style={{ width: "100%" }} />
      </Field>
      <Field name="hasLift">
        <Select allowClear options={liftOptions} placeholder="未填" />
      </Field>
      <Field name="sort" extra="小的在前；相同的按代码排">
        <InputNumber precision={0} style={{ width: "100%" }} />
      </Field>
    </>
  );
}
