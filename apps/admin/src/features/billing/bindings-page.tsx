import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { PageHeader } from "../../components/page-header";
import { BindingList } from "./bindings-list";

/** 标准绑定: which rate holds for which room, from when to when (BIL-05). */
export function BindingsPage() {
  return (
    <>
      <PageHeader
        title="标准绑定"
        help="charging"
        actions={
          <Can do="billing:bind">
            <Link to="objects">
              <Button tabIndex={-1}>绑定车位、车辆、合同</Button>
            </Link>
            <Link to="new">
              <Button type="primary" tabIndex={-1}>
                批量绑定
              </Button>
            </Link>
          </Can>
        }
      />
      <BindingList />
    </>
  );
}
