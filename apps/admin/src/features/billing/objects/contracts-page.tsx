import { useMutation } from "@tanstack/react-query";
import type { ChargeContractDto, ChargeContractQueryDto, SaveChargeContractDto } from "@linli/contracts";
import { Button, Input } from "antd";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { actionsColumn, type Column, dateColumn, textColumn } from "../../../components/columns";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import type { ListFilter } from "../../../lib/list-filter";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { RoomSelect } from "../../property/room-select";
import { contractQueries, saveContract } from "./contracts.queries";

const filters = [
  { name: "q", label: "合同", placeholder: "合同号、名称或房号", width: 190 },
  { name: "on", label: "生效日", input: <DateInput placeholder="全部" style={{ width: 140 }} /> },
] satisfies ListFilter<keyof ChargeContractQueryDto & string>[];

/** 合同: what rates are bound to where a room pays under a contract (BIL-05). */
export function ContractsPage() {
  const table = useListTable({ list: contractQueries.list(useProjectId()), filters });
  const linkTo = usePageLink();
  const columns: Column<ChargeContractDto>[] = [
    textColumn("number", "合同号"),
    textColumn("name", "合同名称"),
    textColumn("roomCode", "付费房间", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}`) }),
    dateColumn("startsOn", "合同起"),
    {
      key: "endsOn",
      title: "合同止",
      render: (_value, { endsOn }) => <span className="figures">{endsOn ?? "长期"}</span>,
    },
    actionsColumn<ChargeContractDto>((contract) => <Actions contract={contract} />),
  ];
  return (
    <ListPage
      name="charge-contracts"
      title="收费合同"
      help="charging"
      table={table}
      columns={columns}
      actions={
        <Can do="billing:bind">
          <ContractForm trigger={<Button type="primary">登记合同</Button>} />
        </Can>
      }
      empty="还没有合同。租赁、月租停车等按合同收费的，先登记合同，再为它绑定收费标准。"
    />
  );
}

function Actions({ contract }: { contract: ChargeContractDto }) {
  const linkTo = usePageLink();
  const number = encodeURIComponent(contract.number);
  const charged = linkTo(`billing/bindings?objectId=${contract.id}`);
  const bind = linkTo(`billing/bindings/objects?kind=CONTRACT&id=${contract.id}&code=${number}`);
  return (
    <>
      {charged && (
        <Link to={charged} aria-label={`合同 ${contract.number} 的收费标准`}>
          收费
        </Link>
      )}
      {bind && (
        <Link to={bind} aria-label={`为合同 ${contract.number} 绑定标准`}>
          绑定标准
        </Link>
      )}
      <Can do="billing:bind">
        <ContractForm
          contract={contract}
          trigger={
            <Button size="small" aria-label={`修改合同 ${contract.number}`}>
              修改
            </Button>
          }
        />
      </Can>
    </>
  );
}

function ContractForm({
  contract,
  trigger,
}: {
  contract?: ChargeContractDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveContract(useProjectId(), contract?.id));
  return (
    <FormDialog<SaveChargeContractDto>
      name="charge-contract"
      title={contract ? `修改合同 ${contract.number}` : "登记合同"}
      dto="SaveChargeContractDto"
      trigger={trigger}
      initialValues={contract ? formOf(contract) : {}}
      onFinish={mutateAsync}
    >
      <Field name="number">
        <Input placeholder="例如：ZL-2026-008" />
      </Field>
      <Field name="name">
        <Input placeholder="例如：底商 3 号铺位租赁" />
      </Field>
      <Field name="roomId" extra="应收记在这个房间名下">
        <RoomSelect />
      </Field>
      <div className="form-columns">
        <Field name="startsOn">
          <DateInput />
        </Field>
        <Field name="endsOn" extra="不填为长期">
          <DateInput />
        </Field>
      </div>
    </FormDialog>
  );
}

const formOf = ({ number, name, roomId, startsOn, endsOn }: ChargeContractDto): SaveChargeContractDto => ({
  number,
  name,
  roomId,
  startsOn,
  endsOn,
});
