import type { TransferDetailDto } from "@linli/contracts";
import { relationRoleLabels } from "@linli/contracts/enums";
import { Alert, Button, Card, Flex } from "antd";
import { Link } from "react-router";
import { usePageLink } from "../../lib/page-links";
import { TransferItems } from "./transfer-items";

/** 房屋现状: what is there before anything is changed. */
export function TransferRoomState({ transfer, onNext }: { transfer: TransferDetailDto; onNext: () => void }) {
  const { relations, sections, blocks } = transfer;
  const linkTo = usePageLink();
  return (
    <>
      {blocks.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="form-note"
          title="现在不能办结"
          description={<TransferItems items={blocks} />}
        />
      )}
      <div className="card-grid">
        <Card size="small" title={`现有客户（${relations.length}）`}>
          {relations.length === 0 ? (
            <p className="transfer-none">没有客户关系</p>
          ) : (
            <ul className="transfer-items">
              {relations.map((one) => {
                const to = linkTo(`customer/customers/${one.customerId}`);
                return (
                  <li key={one.relationId}>
                    <span>
                      {to ? <Link to={to}>{one.customerName}</Link> : one.customerName}
                      <span className="transfer-detail">
                        {relationRoleLabels[one.role]}
                        {one.share && ` ${one.share}%`}，{one.startsOn} 起{one.endsOn && `至 ${one.endsOn}`}
                      </span>
                    </span>
                  </li>
                );
              })}
            </ul>
          )}
        </Card>
        {sections.map(({ key, title, items }) => (
          <Card key={key} size="small" title={items.length > 0 ? `${title}（${items.length}）` : title}>
            <TransferItems items={items} />
          </Card>
        ))}
      </div>
      <Flex className="page-form-buttons">
        <Button type="primary" onClick={onNext}>
          下一步：过户信息
        </Button>
      </Flex>
    </>
  );
}
