import { useQuery } from "@tanstack/react-query";
import type { CustomerMatchDto } from "@linli/contracts";
import { documentFault, type IdType, mobileFault } from "@linli/contracts/enums";
import { Alert, Button, Form, type FormInstance } from "antd";
import { useDeferredValue } from "react";
import { useProjectId } from "../../lib/session";
import { customerQueries } from "./customer.queries";

/** While a document or mobile is typed: who is there already with it, to be related instead of entered twice. */
export function Matches({ form, onChoose }: { form: FormInstance; onChoose: (match: CustomerMatchDto) => void }) {
  const projectId = useProjectId();
  const idType = Form.useWatch("idType", form) as IdType | undefined;
  const idNumber = whole(Form.useWatch("idNumber", form), (text) => (idType ? documentFault(idType, text) : ""));
  const mobile = whole(Form.useWatch("mobile", form), mobileFault);
  const asked = useDeferredValue(JSON.stringify({ idType, idNumber, mobile }));
  const { data } = useQuery({
    ...customerQueries.matches(projectId, JSON.parse(asked) as object),
    enabled: Boolean(idNumber ?? mobile),
  });
  if (!(idNumber ?? mobile) || !data || data.items.length === 0) return null;

  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="form-note"
      title="已有客户，请直接关联，不要重复录入"
      description={
        <ul className="match-list">
          {data.items.map((match) => (
            <li key={match.id}>
              <span>
                <b>{match.name}</b>（{match.number}）{match.by === "ID_NUMBER" ? "证件号码相同" : "手机相同"}
                {match.roomCodes.length > 0 && `，房间 ${match.roomCodes.join("、")}`}
              </span>
              <Button size="small" type="primary" onClick={() => onChoose(match)} aria-label={`直接关联${match.name}`}>
                直接关联
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** A number that is complete; a half-typed one is not asked about. */
function whole(value: unknown, fault: (text: string) => string | null): string | undefined {
  return typeof value === "string" && value.trim() !== "" && fault(value) === null ? value.trim() : undefined;
}
