import { useMutation } from "@tanstack/react-query";
import type { ParkingSpaceDto, SaveParkingSpaceDto } from "@linli/contracts";
import { spaceOwnershipLabels, spaceTypeLabels } from "@linli/contracts/enums";
import { Input, Select } from "antd";
import type { ReactElement } from "react";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { BuildingSelect } from "../property/building-select";
import { saveSpace } from "./parking.queries";

/** Registers a parking space, or changes the one given (PRK-02…06). */
export function SpaceForm({
  space,
  buildingId,
  trigger,
}: {
  space?: ParkingSpaceDto;
  /** The garage a new space is registered below. */
  buildingId?: string;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveSpace(useProjectId(), space?.id));
  return (
    <FormDialog<SaveParkingSpaceDto>
      name="parking-space"
      title={space ? `修改车位 ${space.code}` : "新增车位"}
      dto="SaveParkingSpaceDto"
      trigger={trigger}
      initialValues={space ? formOf(space) : { type: "UNDERGROUND", buildingId }}
      onFinish={mutateAsync}
    >
      <Field name="code" extra="与现场编号一致，不能重复">
        <Input placeholder="例如：B1-0108" />
      </Field>
      <Field name="name">
        <Input placeholder="例如：地下一层 108 号" />
      </Field>
      <Field name="buildingId" extra="独立车库选车库；楼旁车位选所在楼栋">
        <BuildingSelect placeholder="请选择" style={{ width: "100%" }} />
      </Field>
      <Field name="place">
        <Input placeholder="例如：地下一层 A 区" />
      </Field>
      <div className="form-columns">
        <Field name="type">
          <Select options={optionsOf(spaceTypeLabels)} />
        </Field>
        <Field name="ownership">
          <Select options={optionsOf(spaceOwnershipLabels)} placeholder="请选择" />
        </Field>
      </div>
      <Field name="area">
        <DecimalInput unit="m²" places={4} />
      </Field>
    </FormDialog>
  );
}

const formOf = ({ code, name, type, place, ownership, buildingId, area }: ParkingSpaceDto) => ({
  code,
  name,
  type,
  place,
  ownership: ownership ?? undefined,
  buildingId,
  area,
});
