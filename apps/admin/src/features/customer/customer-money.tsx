import type { CustomerDetailDto } from "@linli/contracts";
import { Flex } from "antd";
import { Link } from "react-router";
import { usePageLink } from "../../lib/page-links";
import { PayersTable } from "./payers-table";

/** For which rooms a customer pays, and the way to his charges, receipts and prepayments. */
export function CustomerMoney({ customer: { id, number, payers } }: { customer: CustomerDetailDto }) {
  const linkTo = usePageLink();
  const lists = [
    ["全部应收", linkTo(`billing/charges?payerId=${id}`)],
    ["全部收据", linkTo(`billing/receipts?q=${number}`)],
    ["预收账户", linkTo(`billing/prepayments?q=${number}`)],
  ] as const;
  const shown = lists.filter(([, to]) => to !== undefined);
  return (
    <>
      {shown.length > 0 && (
        <Flex gap={16} wrap className="form-note">
          {shown.map(([label, to]) => (
            <Link key={label} to={to!}>
              {label}
            </Link>
          ))}
        </Flex>
      )}
      <PayersTable side="customer" payers={payers} />
    </>
  );
}
