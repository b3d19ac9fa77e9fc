import { useMutation } from "@tanstack/react-query";
import type { CustomerDetailDto, UnmaskedDto } from "@linli/contracts";
import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { removeCustomer } from "./customer.queries";
import { confirmCustomer } from "./details.queries";
import { EditCustomer } from "./edit-customer";
import { KeyDataDialog } from "./key-data-dialog";
import { TagDialog } from "./tag-dialog";
import { UnmaskDialog } from "./unmask-dialog";

/** What can be done with a customer, from the head of his page. */
export function CustomerActions({
  customer,
  onShown,
}: {
  customer: CustomerDetailDto;
  onShown: (numbers: UnmaskedDto) => void;
}) {
  const projectId = useProjectId();
  const { mutateAsync: remove } = useMutation(removeCustomer(projectId, customer.id));
  const { mutate: confirm, isPending } = useMutation(confirmCustomer(projectId, customer.id));
  const navigate = useNavigate();
  const isUnused = customer.relations.length === 0 && customer.payers.length === 0;

  return (
    <>
      <DeskLink customerId={customer.id} />
      <Can do="customer:unmask">
        <UnmaskDialog customerId={customer.id} onShown={onShown} />
      </Can>
      <Can do="customer:write">
        {isUnused && (
          <ConfirmButton
            danger
            title={`删除客户 ${customer.name}？`}
            content="只有从未使用过的客户可以删除；删除后不能恢复。"
            okText="删除"
            onConfirm={async () => {
              await remove();
              void navigate("..", { relative: "path", replace: true });
            }}
          >
            删除
          </ConfirmButton>
        )}
        <TagDialog customer={customer} />
        <Button loading={isPending} onClick={() => confirm()} title="资料与客户核对过，没有变化">
          已核对
        </Button>
      </Can>
      <MergeLink customerId={customer.id} />
      <Can do="customer:key-data">
        <KeyDataDialog customer={customer} />
      </Can>
      <Can do="customer:write">
        <EditCustomer customer={customer} />
      </Can>
    </>
  );
}

/** Merges another entry into this one, for whoever may. */
function MergeLink({ customerId }: { customerId: string }) {
  const merge = usePageLink()(`customer/duplicates/merge?survivorId=${customerId}`);
  return (
    merge && (
      <Link to={merge}>
        <Button tabIndex={-1}>合并</Button>
      </Link>
    )
  );
}

/** Takes his money, for whoever may. */
function DeskLink({ customerId }: { customerId: string }) {
  const desk = usePageLink()(`billing/desk?customerId=${customerId}`);
  return (
    desk && (
      <Link to={desk}>
        <Button tabIndex={-1}>收款</Button>
      </Link>
    )
  );
}
