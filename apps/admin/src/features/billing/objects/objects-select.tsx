import type { ChargeObjectKind } from "@linli/contracts/enums";
import { SearchSeveral } from "../../../components/search-several";
import { useProjectId } from "../../../lib/session";
import { parkingQueries } from "../../parking/parking.queries";
import { plateText } from "../../parking/vehicle.words";
import { vehicleQueries } from "../../parking/vehicles.queries";
import { contractQueries } from "./contracts.queries";

interface Props {
  kind: ChargeObjectKind;
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** Numbers of what is chosen already, by id. */
  chosen?: ReadonlyMap<string, string>;
}

/** Picks several spaces, vehicles or contracts by their number. */
export function ObjectsSelect({ kind, ...rest }: Props) {
  const projectId = useProjectId();
  if (kind === "SPACE")
    return (
      <SearchSeveral
        {...rest}
        list={parkingQueries.spaces(projectId)}
        labelOf={({ code }) => code}
        placeholder="输入车位号"
        nothing="没有这样的车位"
      />
    );
  if (kind === "VEHICLE")
    return (
      <SearchSeveral
        {...rest}
        list={vehicleQueries.list(projectId)}
        labelOf={({ plate }) => plateText(plate)}
        placeholder="输入车牌或车主"
        nothing="没有这样的车辆"
      />
    );
  return (
    <SearchSeveral
      {...rest}
      list={contractQueries.list(projectId)}
      labelOf={({ number, name }) => `${number} ${name}`}
      placeholder="输入合同号或名称"
      nothing="没有这样的合同，请先登记"
    />
  );
}
